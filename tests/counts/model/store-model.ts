// What a store does at each of its writes, as the stores of the bot do it.
import {
  type EventItem,
  type PendingEvent,
  pendingEvent,
  standingOf,
} from "../../../functions/webhook/counts/event.ts";
import type { Claim, ClaimResult } from "../../../functions/webhook/counts/store.ts";

export type Stored = EventItem | undefined;

/** What is stored after a write, and how much was added to the cell. */
export interface Written {
  readonly event: Stored;
  readonly added: number;
}

export interface StoreModel {
  claim(event: Stored, claim: Claim): Written & { readonly result: ClaimResult };
  mark(event: Stored, owner: string): Written;
  release(event: Stored, owner: string): Written;
}

export const ownStore: StoreModel = {
  claim(event, claim) {
    if (!event) return { event: pendingEvent(claim), added: 1, result: "claimed" };
    switch (standingOf(event, claim)) {
      case "ours":
        return { event, added: 0, result: "claimed" };
      case "done":
        return { event, added: 0, result: "done" };
      case "held":
        return { event, added: 0, result: "in-progress" };
      case "lapsed":
        return { event: pendingEvent(claim), added: 0, result: "taken-over" };
    }
  },
  mark: (event, owner) => ({ event: isHeldBy(owner, event) ? markedDone(event) : event, added: 0 }),
  release: (event, owner) => ({
    event: isHeldBy(owner, event) ? { ...event, l: longAgo } : event,
    added: 0,
  }),
};

/** The store writes a lease until 0, and times here are counted from now. */
export const longAgo = Number.NEGATIVE_INFINITY;

export function isHeldBy(owner: string, event: Stored): event is PendingEvent {
  return event?.s === "P" && event.o === owner;
}

export function markedDone({ pk, x }: EventItem): EventItem {
  return { pk, s: "D", x };
}
