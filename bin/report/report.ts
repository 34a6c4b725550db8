// Counts as a report that keeps its promise: small cells hidden, totals rounded.
import type { Count } from "../../functions/webhook/counts/cell.ts";

/** A table to print: columns, rows, and sentences that belong below. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes: readonly string[];
}

/** A cell below this could be about one person. */
export const smallestShown = 5;
const small = `<${smallestShown}`;
/** Shown of another cell that would tell a lone small one. */
const hidden = "hidden";

/** The columns of the report, each with the outcomes it adds up. */
const columns = {
  answered: ["answer", "chosen"],
  suggested: ["suggest"],
  unanswered: ["fallback-near", "fallback-far"],
  helpful: ["helpful"],
  unhelpful: ["unhelpful"],
} as const satisfies Record<string, readonly Count["outcome"][]>;

/** What is shown of a column: its cells by entry, and their total. */
interface Column {
  readonly cells: ReadonlyMap<string, string | number>;
  readonly total: string | number;
}

/** One row per entry, over all days, languages and channels. */
export function makeReport(
  counts: readonly Count[],
  { from, to }: { from: string; to: string },
): ReportTable {
  const reported: readonly Count["outcome"][] = Object.values(columns).flat();
  const isReported = ({ outcome }: Count) => reported.includes(outcome);
  const entries = [...new Set(counts.filter(isReported).map(({ entry }) => entry))].sort();
  const shown = Object.values(columns).map((outcomes) => makeColumn(counts, entries, outcomes));
  const rows = entries.map((entry) => [entry, ...shown.map(({ cells }) => cells.get(entry) ?? 0)]);
  return {
    columns: ["entry", ...Object.keys(columns)],
    rows: [...rows, ["total", ...shown.map(({ total }) => total)]],
    notes: [
      `From ${from} to ${to}. Totals are rounded to ${smallestShown}; cells below ${smallestShown} are shown as ${small}, and where there is but one of them, a second one is ${hidden}.`,
    ],
  };
}

function makeColumn(
  counts: readonly Count[],
  entries: readonly string[],
  outcomes: readonly Count["outcome"][],
): Column {
  const exact = new Map(entries.map((entry) => [entry, 0]));
  for (const { entry, outcome, n } of counts) {
    if (outcomes.includes(outcome)) exact.set(entry, (exact.get(entry) ?? 0) + n);
  }
  const total = [...exact.values()].reduce((sum, n) => sum + n, 0);
  return {
    cells: hideSmall(exact),
    total: isSmall(total) ? small : roundTo(total, smallestShown),
  };
}

/** Hides the small cells; a lone one takes the next smallest with it, or the total would tell it. */
function hideSmall(exact: ReadonlyMap<string, number>): Map<string, string | number> {
  const cells = new Map([...exact].map(([name, n]) => [name, isSmall(n) ? small : n]));
  const larger = [...exact].filter(([, n]) => !isSmall(n)).sort(bySizeNoughtsLast);
  const [companion] = larger[0] ?? [];
  if (larger.length === exact.size - 1 && companion !== undefined) cells.set(companion, hidden);
  return cells;
}

/** A nought keeps company only where there is nothing else. */
function bySizeNoughtsLast([, a]: [string, number], [, b]: [string, number]): number {
  return (a || Number.MAX_VALUE) - (b || Number.MAX_VALUE);
}

function isSmall(n: number): boolean {
  return n > 0 && n < smallestShown;
}

function roundTo(n: number, step: number): number {
  return Math.round(n / step) * step;
}
