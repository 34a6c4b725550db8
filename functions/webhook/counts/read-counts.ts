// Reads days of counts back, whatever kept them.
import { inParallel } from "../in-parallel.ts";
import { type Count, parseCountKey } from "./cell.ts";
import { daysBetween } from "./day.ts";
import { partitionKeys } from "./partition.ts";
import type { CountAddress } from "./store.ts";

/** One item of the counts table. */
export interface CountItem extends CountAddress {
  readonly n: number;
}

/** Days that are read at once, each with all of its shards. */
const daysAtOnce = 4;

/**
 * The cells of these days, both included, shards summed, in order of day and key. Meanwhile
 * `onProgress` is told which share of the days is read, from 0 to 1.
 */
export async function readCounts(
  from: string,
  to: string,
  itemsOf: (pk: string) => CountItem[] | Promise<CountItem[]>,
  onProgress?: (share: number) => void,
): Promise<Count[]> {
  const days = daysBetween(from, to);
  let read = 0;
  const counts = await inParallel(days, daysAtOnce, async (day) => {
    const shards = await Promise.all(partitionKeys(day).map(itemsOf));
    read += 1;
    onProgress?.(read / days.length);
    return sumShards(day, shards.flat());
  });
  return counts.flat();
}

function sumShards(day: string, items: CountItem[]): Count[] {
  const sums = new Map<string, number>();
  for (const { sk, n } of items) sums.set(sk, (sums.get(sk) ?? 0) + n);
  return [...sums.keys()].sort().flatMap((sk) => {
    const cell = parseCountKey(sk);
    return cell ? [{ day, ...cell, n: sums.get(sk) ?? 0 }] : [];
  });
}
