// Counts as a report that keeps its promise, alone and beside every other report.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import { leastShown, type Releases, releasesOf, toldOf } from "./release.ts";

type Row = readonly (string | number)[];

/** A table to print: columns, rows, and sentences that belong below. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The rows for a person's eyes, where those that are alike are gathered into one. */
  readonly gathered?: readonly Row[];
  readonly notes: readonly string[];
}

/** A report, and how many questions it tells of, rounded. */
export interface Report extends ReportTable {
  readonly questions: number;
}

/** Shown where no questions were let go: they are fewer than this, or none. */
const few = `<${leastShown}`;

/** The columns of the report, each with the outcomes it adds up. */
const columns = {
  answered: ["answer", "chosen"],
  suggested: ["suggest"],
  unanswered: ["fallback-near", "fallback-far"],
  helpful: ["helpful"],
  unhelpful: ["unhelpful"],
} as const satisfies Record<string, readonly Count["outcome"][]>;

type ColumnName = keyof typeof columns;
const columnNames = Object.keys(columns) as ColumnName[];
/** Feedback is about a question that was counted already. */
const questionColumns: readonly ColumnName[] = ["answered", "suggested", "unanswered"];

export interface ReportDays {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

/**
 * One row per entry, over all languages and channels. The counts are those from the first day of
 * counting, whatever the days of the report; entries of the FAQ have a row whether asked or not.
 */
export function makeReport(
  counts: readonly Count[],
  { from, to }: ReportDays,
  faqEntries: readonly string[],
): Report {
  const past = counts.filter(({ day }) => day <= to);
  const byColumn = columnNames.map((name) => columnOf(past, columns[name], from));
  const shown = (entry: string) => byColumn.map((cells) => cells.get(entry)?.released ?? 0);
  const isAnyShown = (entry: string) => shown(entry).some((n) => n > 0);

  const released = byColumn.flatMap((cells) => [...cells.keys()]).filter(isAnyShown);
  const entries = [...new Set([...faqEntries, "-", ...released])].sort();
  const loud = entries.filter(isAnyShown).sort((a, b) => sum(shown(b)) - sum(shown(a)));
  const quiet = entries.filter((entry) => !isAnyShown(entry));

  const rowOf = (entry: string): Row => [entry, ...shown(entry).map((n) => n || few)];
  const totals = byColumn.map(totalOf);
  const total: Row = ["total", ...totals.map((n) => rounded(n) || few)];
  return {
    columns: ["entry", ...columnNames],
    rows: [...loud.map(rowOf), ...quiet.map(rowOf), total],
    gathered: [...loud.map(rowOf), ...gather(quiet), total],
    notes: [
      `From ${from} to ${to}. Questions wait until there are ${leastShown} in their cell and are shown on that day together; ${few} stands for fewer, or none. Totals include those that wait, and are rounded to ${leastShown}.`,
    ],
    questions: rounded(sum(totals.filter((_, at) => isQuestions(columnNames[at])))),
  };
}

function isQuestions(name: ColumnName | undefined): boolean {
  return name !== undefined && questionColumns.includes(name);
}

/** A column's cells by entry. */
function columnOf(
  counts: readonly Count[],
  outcomes: readonly Count["outcome"][],
  from: string,
): Map<string, Releases> {
  const daily = new Map<string, Map<string, number>>();
  for (const { day, entry, outcome, n } of counts) {
    if (!outcomes.includes(outcome)) continue;
    const days = daily.get(entry) ?? new Map<string, number>();
    days.set(day, (days.get(day) ?? 0) + n);
    daily.set(entry, days);
  }
  return new Map([...daily].map(([entry, days]) => [entry, releasesOf(days, from)]));
}

/** What was let go, and by how much what may be told of the rest has grown; off by 4 at most. */
function totalOf(cells: ReadonlyMap<string, Releases>): number {
  const all = [...cells.values()];
  const rest = toldOf(sum(all.map(({ waiting }) => waiting)));
  const restBefore = toldOf(sum(all.map(({ waitingBefore }) => waitingBefore)));
  return sum(all.map(({ released }) => released)) + rest - restBefore;
}

/** Nought stays nought, and nothing else becomes it. */
function rounded(n: number): number {
  return n === 0 ? 0 : Math.max(leastShown, Math.round(n / leastShown) * leastShown);
}

function gather(entries: readonly string[]): Row[] {
  if (entries.length === 0) return [];
  return [[`${entries.length} more, each`, ...columnNames.map(() => few)]];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
