// The cells of a report: counts by column and entry, in order of their days.
import type { Count, Outcome } from "../../functions/webhook/counts/cell.ts";

/** The columns of the report, each with the outcomes it adds up. */
const outcomesOf = {
  answered: ["answer", "chosen"],
  suggested: ["suggest"],
  unanswered: ["fallback-near", "fallback-far"],
  helpful: ["helpful"],
  unhelpful: ["unhelpful"],
} as const satisfies Record<string, readonly Outcome[]>;

export type ColumnName = keyof typeof outcomesOf;
export const columnNames = Object.keys(outcomesOf) as ColumnName[];
/** Feedback is about a question that was counted already. */
export const questionColumns = ["answered", "suggested", "unanswered"] as const;

/** A number for each column. */
export type ByColumn = Readonly<Record<ColumnName, number>>;

export function byColumn(numberOf: (column: ColumnName) => number): ByColumn {
  return Object.fromEntries(columnNames.map((name) => [name, numberOf(name)])) as ByColumn;
}

export interface Cell {
  /** Its counts, over all languages and channels. */
  readonly counts: readonly Count[];
  /** How often on which day. */
  readonly daily: ReadonlyMap<string, number>;
}

/** A column's cells by entry. */
export type Column = ReadonlyMap<string, Cell>;
export type Cells = Readonly<Record<ColumnName, Column>>;

/** Of all days up to the last: what is shown of a day depends on those before it. */
export function cellsOf(counts: readonly Count[], lastDay: string): Cells {
  const past = counts.filter(({ day }) => day <= lastDay);
  past.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const columns = columnNames.map((name) => {
    const outcomes: readonly Outcome[] = outcomesOf[name];
    return [name, columnOf(past.filter(({ outcome }) => outcomes.includes(outcome)))] as const;
  });
  return Object.fromEntries(columns) as Record<ColumnName, Column>;
}

function columnOf(counts: readonly Count[]): Column {
  const byEntry = new Map<string, Count[]>();
  for (const count of counts) {
    const cell = byEntry.get(count.entry) ?? [];
    cell.push(count);
    byEntry.set(count.entry, cell);
  }
  return new Map([...byEntry].map(([entry, cell]) => [entry, cellOf(cell)]));
}

function cellOf(counts: readonly Count[]): Cell {
  const daily = new Map<string, number>();
  for (const { day, n } of counts) daily.set(day, (daily.get(day) ?? 0) + n);
  return { counts, daily };
}
