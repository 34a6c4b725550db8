// What is kept of a message so that it is counted once, and what that means for a new claim.
import type { Claim } from "./store.ts";

/** Counted, and held by an attempt to reply; for good where the response itself was the reply. */
export interface PendingEvent {
  readonly pk: string;
  readonly s: "P";
  /** The attempt that holds it, and until when in epoch seconds; 0 once it gave up. */
  readonly o: string;
  readonly l: number;
  /** Epoch seconds after which it may be forgotten. */
  readonly x: number;
}

/** Counted and replied to. */
export interface DoneEvent {
  readonly pk: string;
  readonly s: "D";
  readonly x: number;
}

/** One item of the events table. */
export type EventItem = PendingEvent | DoneEvent;

export function pendingEvent(claim: Claim): PendingEvent {
  return {
    pk: claim.eventKey,
    s: "P",
    o: claim.owner,
    l: claim.leaseUntil,
    x: claim.expiresAt,
  };
}

/** How an event that is already there stands towards a claim. */
export type Standing =
  | "done"
  /** Written by this very claim: the store did it, but its reply was lost. */
  | "ours"
  | "held"
  | "lapsed";

export function standingOf(event: EventItem, claim: Claim): Standing {
  if (event.s === "D") return "done";
  if (event.o === claim.owner) return "ours";
  return event.l > claim.now ? "held" : "lapsed";
}
