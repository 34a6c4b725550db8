// Reads days of counts back, whatever kept them.
import { type Count, parseCountKey } from "./cell.ts";
import { daysBetween } from "./day.ts";
import { partitionKeys } from "./partition.ts";
import type { CountAddress } from "./store.ts";

/** One item of the counts table. */
export interface CountItem extends CountAddress {
  readonly n: number;
}

/** The cells of these days, both included, shards summed, in order of day and key. */
export async function readCounts(
  from: string,
  to: string,
  itemsOf: (pk: string) => CountItem[] | Promise<CountItem[]>,
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const day of daysBetween(from, to)) {
    const shards = await Promise.all(partitionKeys(day).map(itemsOf));
    counts.push(...sumShards(day, shards.flat()));
  }
  return counts;
}

function sumShards(day: string, items: CountItem[]): Count[] {
  const sums = new Map<string, number>();
  for (const { sk, n } of items) sums.set(sk, (sums.get(sk) ?? 0) + n);
  return [...sums.keys()].sort().flatMap((sk) => {
    const cell = parseCountKey(sk);
    return cell ? [{ day, ...cell, n: sums.get(sk) ?? 0 }] : [];
  });
}
