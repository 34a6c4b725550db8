// All that matters at one moment about one message and the deliveries of it, times as seconds from now.
import type { EventItem } from "../../../functions/webhook/counts/event.ts";
import { type Ending, isEnding, type State } from "../../../functions/webhook/counts/journey.ts";
import type { Claim } from "../../../functions/webhook/counts/store.ts";
import type { RecentReply } from "../../../functions/webhook/recent-replies.ts";

export interface Delivery {
  readonly owner: string;
  readonly process: number;
  readonly state: State | "not begun" | "dead";
  readonly ageS: number;
  /** By how much the clock of its process is ahead. */
  readonly aheadS: number;
  /** Its reply was taken by the platform, and is not marked yet. */
  readonly isUnmarked: boolean;
}

/** A write whose delivery has stopped waiting for it; it may still arrive at the store. */
export interface LateWrite {
  readonly kind: "claim" | "mark" | "release";
  readonly claim: Claim;
}

export interface Situation {
  /** What the store holds. */
  readonly event: EventItem | undefined;
  readonly count: number;
  /** How many replies the platform took, and whether it refused one for good. */
  readonly replies: number;
  readonly isRefused: boolean;
  /** How many things have happened that each explain one reply more than the first. */
  readonly causes: number;
  readonly faultsLeft: number;
  /** No fault has happened, and nobody was killed. */
  readonly isCalm: boolean;
  readonly deliveries: readonly Delivery[];
  readonly late: readonly LateWrite[];
  /** What each process remembers of the message. */
  readonly memories: readonly (RecentReply | undefined)[];
}

export function isAtWork({ state }: Delivery): boolean {
  return state !== "not begun" && state !== "dead" && !isEnding(state);
}

export function isOver({ state }: Delivery): boolean {
  return state === "dead" || (state !== "not begun" && isEnding(state));
}

/** How deliveries ended that came to an end of their own. */
export function endingsIn({ deliveries }: Situation): Ending[] {
  return deliveries.flatMap(({ state }) =>
    state !== "not begun" && state !== "dead" && isEnding(state) ? [state] : [],
  );
}

/**
 * The same text for situations from which the same may happen, and for which the same holds: of
 * those who can do no more, only what they said of the message matters, and not who they were.
 */
export function nameOf(situation: Situation): string {
  const { event, count, replies, isRefused, causes, faultsLeft, isCalm } = situation;
  const { deliveries, late, memories } = situation;
  const said = new Set<string>();
  const remembering = new Set<number>();
  let name = "";
  for (const [at, delivery] of deliveries.entries()) {
    if (isOver(delivery)) {
      const { state } = delivery;
      if (state !== "dead" && state !== "retry-later") said.add(state);
      continue;
    }
    const { state, ageS, aheadS, isUnmarked, process } = delivery;
    name += `|${at} ${state} ${ageS} ${aheadS} ${isUnmarked}`;
    remembering.add(process);
  }
  if (event?.s === "D") name += "|D";
  else if (event) name += `|P ${isHeard(event.o, situation) ? event.o : ""} ${event.l}`;
  for (const { kind, claim } of late) name += `|${kind} ${claim.owner} ${claim.now}`;
  for (const process of remembering) name += `|${memories[process]}`;
  const endings = count > 0 ? said.size > 0 : [...said].sort().join(" ");
  const answers = isCalm ? `calm ${replies} ${isRefused}` : replies > 0 || isRefused;
  return `${endings} ${count} ${answers} ${replies - causes} ${faultsLeft}${name}`;
}

/** Whether a delivery may still act under this name. */
function isHeard(owner: string, { deliveries, late }: Situation): boolean {
  return (
    deliveries.some((delivery) => delivery.owner === owner && !isOver(delivery)) ||
    late.some(({ claim }) => claim.owner === owner)
  );
}
