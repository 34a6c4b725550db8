// Which entries take whose phrasings, as a map of all entries.
import type { Verdict } from "./leave-one-out.ts";

export interface Confusion {
  readonly from: string;
  readonly to: string;
  /** How many phrasings of `from` the entry `to` would win, were each not listed. */
  readonly count: number;
  /** Their share of all phrasings of `from`. */
  readonly share: number;
}

export interface ConfusionMap {
  /** In the FAQ's order. */
  readonly entries: readonly string[];
  /** By entry, how many of its phrasings were judged. */
  readonly sizes: readonly number[];
  /** The largest shares first. */
  readonly confusions: readonly Confusion[];
}

export function confusionOf(
  verdicts: readonly Verdict[],
  entries: readonly string[],
): ConfusionMap {
  const sizes = new Array<number>(entries.length).fill(0);
  const counts = new Map<string, { from: number; to: number; count: number }>();
  for (const { entry, rival, odds } of verdicts) {
    sizes[entry] = (sizes[entry] ?? 0) + 1;
    if (odds <= 0) continue;
    const key = `${entry}>${rival}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { from: entry, to: rival, count });
  }
  const confusions = [...counts.values()].map(({ from, to, count }) => ({
    from: entries[from] ?? "",
    to: entries[to] ?? "",
    count,
    share: count / (sizes[from] ?? 1),
  }));
  return { entries, sizes, confusions: confusions.sort((a, b) => b.share - a.share) };
}
