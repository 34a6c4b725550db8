// How the counts of a day are spread, so that busy minutes do not all write to one place.

/** DynamoDB takes about 1,000 writes a second per partition, and transactions on an item collide. */
export const shardsPerDay = 8;

/** The partition key of a day's shard: `2026-11-23#5`. */
export function partitionKey(day: string, shard: number): string {
  return `${day}#${shard}`;
}

/** The partition keys of all shards of a day. */
export function partitionKeys(day: string): string[] {
  return Array.from({ length: shardsPerDay }, (_, shard) => partitionKey(day, shard));
}
