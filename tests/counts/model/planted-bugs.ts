// Mistakes that a bot like this one might make, to see that the checker finds them.
import {
  type JourneyEvent,
  journey,
  type Leg,
  type Stage,
  type State,
} from "../../../functions/webhook/counts/journey.ts";
import { type Model, ownModel } from "./model.ts";
import type { Property } from "./properties.ts";
import { isHeldBy, longAgo, markedDone, ownStore, type StoreModel } from "./store-model.ts";

export interface PlantedBug {
  readonly name: string;
  readonly model: Model;
  /** What it breaks first. */
  readonly breaks: Property;
}

function withLegs(legs: Partial<Record<Stage, Leg>>): Model {
  return { ...ownModel, table: { ...journey, ...legs } };
}

/** The table, but after some events a stage leads elsewhere. */
function redirected(stage: Stage, on: Partial<Record<JourneyEvent, State>>): Model {
  const leg = journey[stage];
  return withLegs({ [stage]: { ...leg, on: { ...leg.on, ...on } } as Leg });
}

const otherwise = { "in-progress": "retry-later", done: "duplicate" } as const;

function withStore(store: Partial<StoreModel>): Model {
  return { ...ownModel, store: { ...ownStore, ...store } };
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "the claim has no condition",
    model: withStore({
      claim: (event, claim) => ({ ...ownStore.claim(event, claim), added: 1 }),
    }),
    breaks: "a message is counted at most once",
  },
  {
    name: "to take over is to count again",
    model: withStore({
      claim(event, claim) {
        const claimed = ownStore.claim(event, claim);
        return claimed.result === "taken-over" ? { ...claimed, added: 1 } : claimed;
      },
    }),
    breaks: "a message is counted at most once",
  },
  {
    name: "a claim that is tried again does not know itself",
    model: withStore({
      claim(event, claim) {
        const claimed = ownStore.claim(event, claim);
        return claimed.result === "claimed" ? { ...claimed, added: 1 } : claimed;
      },
    }),
    breaks: "a message is counted at most once",
  },
  {
    name: "the count comes with the mark",
    model: withStore({
      claim: (event, claim) => ({ ...ownStore.claim(event, claim), added: 0 }),
      mark: (event, owner) => ({
        event: isHeldBy(owner, event) ? markedDone(event) : event,
        added: isHeldBy(owner, event) ? 1 : 0,
      }),
    }),
    breaks: "what was acknowledged is counted, or owned up to as uncounted",
  },
  {
    name: "a store that is down is not owned up to",
    model: redirected("claiming", { unavailable: "sending" }),
    breaks: "what was acknowledged is counted, or owned up to as uncounted",
  },
  {
    name: "a copy says that it has replied",
    model: redirected("claiming", { done: "replied" }),
    breaks: "what is said to be counted is counted",
  },
  {
    name: "200 while another is at work",
    model: redirected("claiming", { "in-progress": "duplicate" }),
    breaks: "what was acknowledged was answered, or never can be",
  },
  {
    name: "200 after a reply that failed for now",
    model: redirected("sending", { transient: "marking" }),
    breaks: "what was acknowledged was answered, or never can be",
  },
  {
    name: "the mark goes before the reply",
    model: withLegs({
      claiming: {
        effect: "claim",
        on: {
          ...otherwise,
          claimed: "marking",
          "taken-over": "marking",
          unavailable: "sending-uncounted",
        },
      },
      marking: { effect: "mark", on: { marked: "sending", unavailable: "sending" } },
      sending: {
        effect: "send",
        on: { sent: "replied", transient: "releasing", permanent: "refused" },
      },
    }),
    breaks: "what was acknowledged was answered, or never can be",
  },
  {
    name: "a reply under way is remembered as sent",
    model: { ...ownModel, recall: (memory) => (memory === undefined ? undefined : "done") },
    breaks: "what was acknowledged was answered, or never can be",
  },
  {
    name: "the reply goes before the claim",
    model: withLegs({
      claiming: {
        effect: "send",
        on: { sent: "sending", transient: "retry-later", permanent: "sending" },
      },
      sending: {
        effect: "claim",
        on: { ...otherwise, claimed: "marking", "taken-over": "marking", unavailable: "uncounted" },
      },
    }),
    breaks: "every reply but the first has a cause of its own: a death or a failure",
  },
  {
    name: "the lease is shorter than the function may run",
    model: { ...ownModel, leaseS: 5, faults: 1 },
    breaks: "every reply but the first has a cause of its own: a death or a failure",
  },
  {
    name: "anyone may give a claim back",
    model: {
      ...withStore({
        release: (event) => ({
          event: event?.s === "P" ? { ...event, l: longAgo } : event,
          added: 0,
        }),
      }),
      faults: 2,
    },
    breaks: "every reply but the first has a cause of its own: a death or a failure",
  },
  {
    name: "all attempts at a message have one name",
    model: { ...ownModel, ownerOf: () => "whoever" },
    breaks: "every reply but the first has a cause of its own: a death or a failure",
  },
  {
    name: "nothing is sent but to who comes again",
    model: redirected("claiming", { claimed: "releasing" }),
    breaks: "all being well there is one count and one reply",
  },
  {
    name: "a lease never runs out",
    model: withStore({
      claim(event, claim) {
        const claimed = ownStore.claim(event, claim);
        return claimed.result === "taken-over"
          ? { event, added: 0, result: "in-progress" }
          : claimed;
      },
    }),
    breaks: "one more delivery, all being well, settles the message",
  },
];
