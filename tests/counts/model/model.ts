// What is checked: a table of the journey, a store and their times, in a world with so many faults.
import {
  journey,
  type Leg,
  type Stage,
  type Start,
} from "../../../functions/webhook/counts/journey.ts";
import { functionTimeoutS, leaseS } from "../../../functions/webhook/counts/limits.ts";
import type { ClaimResult } from "../../../functions/webhook/counts/store.ts";
import type { RecentReply } from "../../../functions/webhook/recent-replies.ts";
import type { Situation } from "./situation.ts";
import { ownStore, type StoreModel } from "./store-model.ts";

export interface Model {
  readonly start: Start;
  readonly table: Readonly<Record<Stage, Leg>>;
  readonly store: StoreModel;
  readonly leaseS: number;
  readonly functionTimeoutS: number;
  /** Time passes in steps of this. */
  readonly tickS: number;
  /** By how much the clock of a delivery's process may be ahead. */
  readonly aheadS: readonly number[];
  readonly faults: number;
  /** The process of each delivery. */
  readonly processes: readonly number[];
  /** Who makes an attempt: another for each delivery. */
  ownerOf(delivery: number): string;
  /** What a process makes of a claim that the store did not take. */
  recall(memory: RecentReply | undefined): ClaimResult | undefined;
}

export const starts = [
  "claiming",
  "claiming-for-response",
  "claiming-expired",
] as const satisfies readonly Start[];

export const ownModel: Model = {
  start: "claiming",
  table: journey,
  store: ownStore,
  leaseS,
  functionTimeoutS,
  tickS: 5,
  aheadS: [0],
  faults: 3,
  processes: [0, 1, 0],
  ownerOf: (delivery) => `delivery ${delivery + 1}`,
  recall(memory) {
    if (memory === undefined) return undefined;
    return memory === "sent" ? "done" : "in-progress";
  },
};

export function firstSituation({ faults, processes, ownerOf }: Model): Situation {
  return {
    event: undefined,
    count: 0,
    replies: 0,
    isRefused: false,
    causes: 0,
    faultsLeft: faults,
    isCalm: true,
    deliveries: processes.map((process, at) => ({
      owner: ownerOf(at),
      process,
      state: "not begun",
      ageS: 0,
      aheadS: 0,
      isUnmarked: false,
    })),
    late: [],
    memories: new Array(Math.max(...processes) + 1).fill(undefined),
  };
}
