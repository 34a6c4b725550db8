// How much two texts have in common.
import { wordsOf } from "./words-of.ts";

/** How alike two texts are, 0 to 1: the share of their words that they have in common. */
export function likenessOf(before: string, after: string): number {
  const counts = new Map<string, number>();
  const a = wordsOf(before);
  const b = wordsOf(after);
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}
