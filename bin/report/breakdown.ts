// How the questions of some batches divide by language, by channel, or by how they were answered.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import type { Batch } from "./batches.ts";
import { toldParts } from "./parts.ts";
import { sum } from "./totals.ts";

export interface Breakdown {
  /** How many questions the batches held, all labels together. */
  readonly questions: number;
  /** The labels of which something may be told, the largest first; each number a multiple of 5. */
  readonly parts: readonly { readonly label: string; readonly n: number }[];
}

/** Every batch is divided by itself, so that reports of any days agree. */
export function breakdownOf(
  batches: readonly Batch[],
  labelOf: (count: Count) => string,
): Breakdown {
  const sums = new Map<string, number>();
  for (const { counts } of batches) {
    const numbers = new Map<string, number>();
    for (const count of counts) add(numbers, labelOf(count), count.n);
    for (const [label, n] of toldParts(numbers)) add(sums, label, n);
  }
  return {
    questions: sum(batches.map(({ questions }) => questions)),
    parts: [...sums]
      .map(([label, n]) => ({ label, n }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1)),
  };
}

function add(numbers: Map<string, number>, label: string, n: number): void {
  numbers.set(label, (numbers.get(label) ?? 0) + n);
}
