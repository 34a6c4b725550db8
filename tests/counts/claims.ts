// Claims and cells for tests of the stores: invented messages on invented days.
import { randomUUID } from "node:crypto";
import { eventKey, shardOf } from "../../functions/webhook/counts/event-key.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import { partitionKey } from "../../functions/webhook/counts/partition.ts";
import type { Claim, CountAddress } from "../../functions/webhook/counts/store.ts";

const pepper = new Uint8Array(32).fill(7);

/** Epoch seconds at which the tests take place: 23 November 2026, noon in Jakarta. */
export const noon = Date.UTC(2026, 10, 23, 5) / 1000;

/** The keyed code of an invented message. */
export function keyOf(message: string): string {
  return eventKey(pepper, "generic", "shop", message);
}

/** A new attempt at a message. */
export function claimOf(message: string, now = noon): Claim {
  return {
    eventKey: keyOf(message),
    owner: randomUUID(),
    now,
    leaseUntil: now + leaseS,
    // Far off, so that the embedded store does not forget it whenever the tests are run.
    expiresAt: 4_000_000_000,
  };
}

export const cell = "end-to-end-encryption#id#generic#answer";

/** Where a message is counted. */
export function addressOf(message: string, day = "2026-11-23", sk = cell): CountAddress {
  return { pk: partitionKey(day, shardOf(keyOf(message))), sk };
}
