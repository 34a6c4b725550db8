// The journey of one message: count it, then reply, then mark it done.
//
//   claiming ── done ────────────────────────────► duplicate
//    │   │ └─── in-progress ─────────────────────► retry-later
//    │   └───── unavailable ► sending-uncounted ─► uncounted, or retry-later
//    │ claimed, taken-over
//    ▼
//   sending ─── transient ► releasing ───────────► retry-later
//    │   └───── permanent ► marking-refused ─────► refused
//    │ sent
//    ▼
//   marking ─────────────────────────────────────► replied
//
//   claiming-for-response ───────────────────────► replied, duplicate or uncounted
//   claiming-expired ─────► marking-expired ─────► expired; else duplicate, retry-later, uncounted
//
// Counting comes first because a count can be recognised when the message comes again, while a
// reply cannot be called back. A crash anywhere leaves a claim whose lease runs out, and the next
// delivery goes on from there: the count stays one, and only a crash between sending and marking
// lets a second reply through.
import { type ClaimResult, StoreUnavailable } from "./store.ts";

/** What can be done on the way, and what may come of each. */
export const eventsOf = {
  claim: ["claimed", "taken-over", "in-progress", "done", "unavailable"],
  send: ["sent", "transient", "permanent"],
  mark: ["marked", "unavailable"],
  release: ["released", "unavailable"],
} as const satisfies Record<string, readonly string[]>;

export type Effect = keyof typeof eventsOf;
export type EventOf<E extends Effect> = (typeof eventsOf)[E][number];
export type JourneyEvent = EventOf<Effect>;

export const endings = [
  /** Counted and answered. */
  "replied",
  /** Counted before. Acknowledge it; where the answer is the response itself, give it again. */
  "duplicate",
  /** Not finished: ask for another delivery, with status 503. */
  "retry-later",
  /** Counted, but the channel will never take this answer. */
  "refused",
  /** Acknowledged without knowing whether it was counted, for want of the store. */
  "uncounted",
  /** Counted, but too old to be answered. */
  "expired",
] as const;
export type Ending = (typeof endings)[number];

export type Start =
  /** The answer goes out in a call of our own. */
  | "claiming"
  /** The answer is the response to the delivery, so there is nothing to send or to mark. */
  | "claiming-for-response"
  /** Older than the channel lets us reply to. */
  | "claiming-expired";

export type Stage =
  | Start
  | "sending"
  | "sending-uncounted"
  | "releasing"
  | "marking"
  | "marking-refused"
  | "marking-expired";

export type State = Stage | Ending;

/** What is done at a stage, and where each event leads. */
export type Leg = {
  [E in Effect]: {
    readonly effect: E;
    readonly on: Readonly<Record<EventOf<E>, State>>;
  };
}[Effect];

export const journey: Readonly<Record<Stage, Leg>> = {
  claiming: {
    effect: "claim",
    on: {
      claimed: "sending",
      "taken-over": "sending",
      // Not a duplicate: the attempt that holds it may yet fail, and then nobody would reply.
      "in-progress": "retry-later",
      done: "duplicate",
      unavailable: "sending-uncounted",
    },
  },
  "claiming-for-response": {
    effect: "claim",
    on: {
      claimed: "replied",
      "taken-over": "duplicate",
      "in-progress": "duplicate",
      done: "duplicate",
      unavailable: "uncounted",
    },
  },
  "claiming-expired": {
    effect: "claim",
    on: {
      claimed: "marking-expired",
      "taken-over": "marking-expired",
      "in-progress": "retry-later",
      done: "duplicate",
      unavailable: "uncounted",
    },
  },
  sending: {
    effect: "send",
    on: {
      sent: "marking",
      transient: "releasing",
      permanent: "marking-refused",
    },
  },
  "sending-uncounted": {
    effect: "send",
    on: { sent: "uncounted", transient: "retry-later", permanent: "uncounted" },
  },
  // A lease that could not be given back runs out by itself.
  releasing: {
    effect: "release",
    on: { released: "retry-later", unavailable: "retry-later" },
  },
  // An event that could not be marked costs a second reply at worst; a 503 would ask for one.
  marking: {
    effect: "mark",
    on: { marked: "replied", unavailable: "replied" },
  },
  "marking-refused": {
    effect: "mark",
    on: { marked: "refused", unavailable: "refused" },
  },
  "marking-expired": {
    effect: "mark",
    on: { marked: "expired", unavailable: "expired" },
  },
};

/** @throws RangeError if the event cannot happen in this state */
export function next(state: State, event: JourneyEvent): State {
  const on: Partial<Record<JourneyEvent, State>> = isEnding(state) ? {} : journey[state].on;
  const following = on[event];
  if (!following) throw new RangeError(`No ${event} can happen when ${state}`);
  return following;
}

export function isEnding(state: State): state is Ending {
  return (endings as readonly State[]).includes(state);
}

/** What a channel said to a reply: to try again may help (`transient`), or never will. */
export interface SendResult {
  readonly kind: EventOf<"send">;
}

/** The effects of a journey. Those of the store throw `StoreUnavailable`; sending does not throw. */
export interface Steps {
  claim(): Promise<ClaimResult>;
  send(): Promise<SendResult>;
  mark(): Promise<void>;
  release(): Promise<void>;
}

/** Takes one delivery of a message to its end. An unexpected error ends it like a crash. */
export async function travel(steps: Steps, start: Start = "claiming"): Promise<Ending> {
  let state: State = start;
  while (!isEnding(state)) state = next(state, await perform(journey[state].effect, steps));
  return state;
}

async function perform(effect: Effect, steps: Steps): Promise<JourneyEvent> {
  try {
    switch (effect) {
      case "claim":
        return await steps.claim();
      case "send":
        return (await steps.send()).kind;
      case "mark":
        await steps.mark();
        return "marked";
      case "release":
        await steps.release();
        return "released";
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) return "unavailable";
    throw error;
  }
}
