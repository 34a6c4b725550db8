// Counts as a report that keeps its promise, alone and beside every other report.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import { countingTimeZone } from "../../functions/webhook/counts/day.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { numbered } from "../numbered.ts";
import { cellsOf, columnNames, questionColumns } from "./cells.ts";
import { shownEntries } from "./entries.ts";
import { leastShown } from "./release.ts";
import type { ReportDays } from "./report-days.ts";
import { rounded, sum, totalOf } from "./totals.ts";

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
export const few = `<${leastShown}`;

/**
 * One row per entry, over all languages and channels. The counts are those from the first day of
 * counting, whatever the days of the report; entries of the FAQ have a row whether asked or not.
 */
export function makeReport(
  counts: readonly Count[],
  days: ReportDays,
  faqEntries: readonly string[],
): Report {
  const cells = cellsOf(counts, days.to);
  const { loud, quiet } = shownEntries(cells, days, faqEntries);
  const loudRows = loud.map(
    ({ entry, shown }): Row => [entry, ...columnNames.map((name) => shown[name] || few)],
  );
  const quietRow = (name: string): Row => [name, ...columnNames.map(() => few)];
  const total: Row = [
    "total",
    ...columnNames.map((name) => rounded(totalOf(cells[name], days)) || few),
  ];
  const quietNames =
    loud.length > 0 ? `${quiet.length} more` : numbered(quiet.length, "entry", "entries");
  const isNothingShown = [...loudRows, total].every((row) => row.slice(1).every((n) => n === few));
  return {
    columns: ["entry", ...columnNames],
    rows: [...loudRows, ...quiet.map(quietRow), total],
    gathered: [...loudRows, ...(quiet.length > 0 ? [quietRow(`${quietNames}, each`)] : []), total],
    notes: [
      `From ${days.from} to ${days.to}, in days of ${countingTimeZone}; a day that isn't over is left out. Questions wait until there are ${leastShown} in their cell and are shown on that day together; ${few} stands for fewer, or none. Totals include those that wait, and are rounded to ${leastShown}.`,
      ...(isNothingShown
        ? [`Nothing can be shown yet. Exactly, today's too: ${faqCommand("counts --raw")}`]
        : []),
    ],
    questions: rounded(sum(questionColumns.map((name) => totalOf(cells[name], days)))),
  };
}
