// Delivers an invented message to the journey, as often as it is asked for.
import { type Ending, type SendResult, travel } from "../../functions/webhook/counts/journey.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { addressOf, claimOf } from "./claims.ts";

/** One delivery of a message at a time in epoch seconds. */
export function deliver(
  store: CountStore,
  send: () => Promise<SendResult>,
  message: string,
  now: number,
): Promise<Ending> {
  const claim = claimOf(message, now);
  return travel({
    claim: () => store.claimAndCount(claim, addressOf(message)),
    send,
    mark: () => store.markDone(claim.eventKey, claim.owner),
    release: () => store.release(claim.eventKey, claim.owner),
  });
}

/** Delivers a message again, once a lease, until it is acknowledged. */
export async function deliverUntilAcknowledged(
  store: CountStore,
  send: () => Promise<SendResult>,
  message: string,
  startingAt: number,
): Promise<Ending> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const ending = await deliver(store, send, message, startingAt + attempt * leaseS);
    if (ending !== "retry-later") return ending;
  }
  throw new Error("The message was never acknowledged");
}
