// What so many questions a second ask of each part of a deployment.

import type { Ground } from "../../../../bin/cost/estimate.ts";
import { writeUnits } from "../../../../bin/cost/item-size.ts";
import { usesOf } from "../../../../bin/cost/usage.ts";
import { shardsPerDay } from "../../../../functions/webhook/counts/partition.ts";
import { sendDeadlineMs } from "../../../../functions/webhook/deliver.ts";
import { settingsMaxAgeMs } from "../../../../functions/webhook/settings-source.ts";
import { functionMemoryMb } from "../../../../lib/function-size.ts";
import type { PriceName } from "../../../../lib/prices.ts";

/** For each question. */
export interface Demand {
  /** Through the front door, receipts and visits among them. */
  readonly requests: number;
  /** That a copy of the function is busy: usually, where each meets a cold start, and while the
   * platform lets every reply wait until it is given up. */
  readonly busyS: number;
  readonly coldS: number;
  readonly hangingS: number;
  /** Write units of each table, and of one shard of the counts. */
  readonly eventUnits: number;
  readonly countUnits: number;
  readonly shardUnits: number;
  readonly logGb: number;
}

/** The claim writes one item of the counts, in a transaction; no item of ours fills a KB. */
const countUnits = writeUnits(1, true);

export function demandOf(ground: Ground): Demand {
  const { assumptions } = ground;
  const busyWith = (changed: Partial<typeof assumptions>) =>
    (amountOf({ ...ground, assumptions: { ...assumptions, ...changed } }, "lambdaTime") * 1024) /
    functionMemoryMb;
  return {
    requests: amountOf(ground, "lambdaRequests"),
    busyS: busyWith({}),
    coldS: busyWith({ coldShare: 1 }),
    hangingS: busyWith({ platformMs: sendDeadlineMs }),
    eventUnits: ground.measured.message.writeUnits - countUnits,
    countUnits,
    shardUnits: countUnits / shardsPerDay,
    logGb: amountOf(ground, "logIngestion"),
  };
}

/** What one question takes of it, all told. */
function amountOf({ measured, ...plan }: Ground, price: PriceName): number {
  return usesOf(measured, { ...plan, messages: 1 })
    .filter((use) => use.price === price)
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Seconds for which a copy of the function keeps its settings. */
export const settingsKeptS = settingsMaxAgeMs / 1000;
