// How often counting fails because too many count into the same cell: transactions on an item collide.
import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { createDynamoStore } from "../../../../functions/webhook/counts/dynamo.ts";
import { shardsPerDay } from "../../../../functions/webhook/counts/partition.ts";

export interface Ways {
  /** How long a transaction keeps others from an item. */
  readonly holdMs: number;
  /** How often the store tries before it gives up. */
  readonly attempts: number;
}

export interface Crowd extends Ways {
  /** Questions a second that count into one item. */
  readonly perSecond: number;
}

/**
 * The share of them that goes uncounted. Whoever comes while the item is taken is turned away and
 * tries again a little later. An item that is taken for `holdMs` at a time, by comers at random, is
 * found taken by the share a / (1 + a) of them, where a is how many come in `holdMs` (Erlang's loss
 * formula for one line); and how many come depends on how many were turned away. Where few are
 * lost it may be twice as many: who tries again soon meets the same one once more.
 */
export function uncountedShare({ perSecond, holdMs, attempts }: Crowd): number {
  const excess = (turnedAway: number) => {
    const tries = sumOfPowers(turnedAway, attempts);
    const load = (perSecond * tries * holdMs) / 1000;
    return load / (1 + load) - turnedAway;
  };
  return bisect(excess, 0, 1) ** attempts;
}

/** The tries that a question makes, on average. */
function sumOfPowers(share: number, count: number): number {
  return Array.from({ length: count }, (_, power) => share ** power).reduce((a, b) => a + b, 0);
}

/** Where the function goes from above nought to below it. */
function bisect(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (of(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** The share of all questions that ask the same, in one language over one channel: a guess. */
export const favouriteShare = 0.2;

/** The tries to count a second at the favourite's item in each shard, the first ones only. */
export function favouritePerItem(rate: number, shards = shardsPerDay): number {
  return (rate * favouriteShare) / shards;
}

/** Of all questions, the share that goes uncounted: some of the favourite ones. */
export function uncountedOf(rate: number, ways: Ways, shards = shardsPerDay): number {
  const crowd = { ...ways, perSecond: favouritePerItem(rate, shards) };
  return favouriteShare * uncountedShare(crowd);
}

/** How often the bot's own store tries where every transaction collides: it is asked to. */
export async function storeAttempts(): Promise<number> {
  let attempts = 0;
  const send = async () => {
    attempts += 1;
    throw new TransactionCanceledException({
      message: "",
      $metadata: {},
      CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
    });
  };
  const store = createDynamoStore({
    client: { send } as unknown as DynamoDBClient,
    countsTable: "counts",
    eventsTable: "events",
    sleep: async () => {},
  });
  const claim = { eventKey: "v1#", owner: "", now: 0, leaseUntil: 0, expiresAt: 0 };
  await store.claimAndCount(claim, { pk: "", sk: "" }).catch(() => {});
  return attempts;
}
