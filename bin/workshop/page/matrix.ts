// Lays the confusion map out as a matrix: entries by category, a cell for each pair.
import type { Confusion, ConfusionMap } from "../../rivals/confusion.ts";

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly confusion: Confusion;
  readonly heat: Heat;
}

/** 1 is the faintest. */
export type Heat = 1 | 2 | 3 | 4 | 5;

export interface Band {
  readonly category: string;
  readonly start: number;
  readonly size: number;
}

export interface Matrix {
  /** Both the rows, whose phrasings they are, and the columns, who would win them. */
  readonly entries: readonly string[];
  readonly bands: readonly Band[];
  readonly cells: readonly Cell[];
}

/** More than this can't be read as a picture; the plainest pairs choose who is shown. */
const mostEntries = 64;

/** Shares of an entry's phrasings from which the next heat begins. */
const heatSteps = [0.01, 0.03, 0.06, 0.12] as const;

export function layOutMatrix(
  { entries, confusions }: ConfusionMap,
  categoryOf: (entry: string) => string,
  categories: readonly string[],
  most = mostEntries,
): Matrix {
  const rank = new Map(categories.map((category, at) => [category, at]));
  const rankOf = (entry: string) => rank.get(categoryOf(entry)) ?? categories.length;
  const chosen = chooseEntries(entries, confusions, most).sort((a, b) => rankOf(a) - rankOf(b));
  const place = new Map(chosen.map((entry, at) => [entry, at]));
  const cells = confusions.flatMap((confusion): Cell[] => {
    const row = place.get(confusion.from);
    const column = place.get(confusion.to);
    if (row === undefined || column === undefined) return [];
    return [{ row, column, confusion, heat: heatOf(confusion.share) }];
  });
  const reading = cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { entries: chosen, bands: bandsOf(chosen.map(categoryOf)), cells: reading };
}

export function heatOf(share: number): Heat {
  return (1 + heatSteps.filter((step) => share >= step).length) as Heat;
}

function chooseEntries(
  entries: readonly string[],
  confusions: readonly Confusion[],
  most: number,
): string[] {
  if (entries.length <= most) return [...entries];
  const chosen = new Set<string>();
  for (const { from, to } of confusions) {
    const more = [from, to].filter((entry) => !chosen.has(entry));
    if (chosen.size + more.length <= most) for (const entry of more) chosen.add(entry);
  }
  return entries.filter((entry) => chosen.has(entry));
}

function bandsOf(categories: readonly string[]): Band[] {
  const starts = categories.flatMap((category, at) =>
    category === categories[at - 1] ? [] : [at],
  );
  return starts.map((start, index) => ({
    category: categories[start] ?? "",
    start,
    size: (starts[index + 1] ?? categories.length) - start,
  }));
}
