// One attempt at a message: under which key it is claimed, in which cell it is counted.
import { randomUUID } from "node:crypto";
import type { Inbound } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import { countKey } from "./counts/cell.ts";
import { dayOf, expiryOf } from "./counts/day.ts";
import { eventKey, shardOf } from "./counts/event-key.ts";
import type { Steps } from "./counts/journey.ts";
import { leaseS } from "./counts/limits.ts";
import { partitionKey } from "./counts/partition.ts";
import type { Claim, CountAddress } from "./counts/store.ts";
import { countingTime } from "./message-age.ts";
import type { Response } from "./response.ts";
import type { World } from "./world.ts";

export interface Attempt {
  readonly claim: Claim;
  readonly address: CountAddress;
}

export function attemptAt(
  message: Inbound,
  channel: ChannelName,
  { counted, onceFor }: Response,
  { settings, names, now }: World,
): Attempt {
  const atMs = now();
  const atS = Math.floor(atMs / 1000);
  const key =
    onceFor === undefined
      ? eventKey(settings.pepper, channel, message.account, message.id)
      : eventKey(settings.pepper, channel, `once\0${message.account}`, onceFor);
  const countedAtMs = countingTime(message, atMs);
  return {
    claim: {
      eventKey: key,
      owner: randomUUID(),
      now: atS,
      leaseUntil: atS + leaseS,
      expiresAt: expiryOf(Math.max(countedAtMs, atMs)),
    },
    address: {
      pk: partitionKey(dayOf(countedAtMs), shardOf(key)),
      sk: countKey({ ...counted, channel }, names),
    },
  };
}

/** The steps of the journey that ask the store. */
export function storeSteps({ claim, address }: Attempt, { store }: World): Omit<Steps, "send"> {
  return {
    claim: () => store.claimAndCount(claim, address),
    mark: () => store.markDone(claim.eventKey, claim.owner),
    release: () => store.release(claim.eventKey, claim.owner),
  };
}
