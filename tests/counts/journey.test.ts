// The journey of a message, by its table and step by step.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Effect,
  type Ending,
  endings,
  eventsOf,
  isEnding,
  type JourneyEvent,
  journey,
  next,
  type SendResult,
  type Stage,
  type Start,
  type State,
  travel,
} from "../../functions/webhook/counts/journey.ts";
import { type ClaimResult, StoreUnavailable } from "../../functions/webhook/counts/store.ts";

const stages = Object.keys(journey) as Stage[];
const starts: Start[] = ["claiming", "claiming-for-response", "claiming-expired"];
const allEvents = [...new Set(Object.values(eventsOf).flat())] as JourneyEvent[];

interface Walk {
  readonly events: readonly JourneyEvent[];
  readonly effects: readonly Effect[];
  readonly ending: Ending;
}

/** Every way from a state to an ending. There are few enough to try them all. */
function* walksFrom(
  state: State,
  events: JourneyEvent[] = [],
  effects: Effect[] = [],
): Iterable<Walk> {
  if (isEnding(state)) {
    yield { events, effects, ending: state };
    return;
  }
  if (events.length > 10) throw new Error(`No end after ${events.join(", ")}`);
  const { effect } = journey[state];
  for (const event of eventsOf[effect]) {
    yield* walksFrom(next(state, event), [...events, event], [...effects, effect]);
  }
}

describe("the journey's table", () => {
  it("leads on from every state by every event that can happen there, and by no other", () => {
    const states: State[] = [...stages, ...endings];
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...allEvents), (state, event) => {
        const possible: readonly JourneyEvent[] = isEnding(state)
          ? []
          : eventsOf[journey[state].effect];
        if (possible.includes(event)) expect(states).toContain(next(state, event));
        else expect(() => next(state, event)).toThrow(RangeError);
      }),
      { numRuns: 2000 },
    );
  });

  it("comes to an end after three effects at most", () => {
    for (const start of starts) {
      for (const { effects } of walksFrom(start)) expect(effects.length).toBeLessThanOrEqual(3);
    }
  });

  it("can reach every stage and every ending", () => {
    const reached = new Set<State>(starts);
    for (const state of reached) {
      if (!isEnding(state)) for (const to of Object.values(journey[state].on)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...stages, ...endings].sort());
  });

  it("claims first and once, and sends and marks no more than once", () => {
    for (const start of starts) {
      for (const { effects } of walksFrom(start)) {
        expect(effects[0]).toBe("claim");
        expect(new Set(effects).size).toBe(effects.length);
      }
    }
  });

  it("acknowledges only what was sent, was done before, or can never be sent", () => {
    for (const { events, ending } of walksFrom("claiming")) {
      const isSettled = events.some((event) => ["sent", "done", "permanent"].includes(event));
      expect(ending !== "retry-later").toBe(isSettled);
    }
  });

  it("marks only what was sent or can never be sent, and gives back only what failed for now", () => {
    for (const { events, effects } of walksFrom("claiming")) {
      const mark = effects.indexOf("mark");
      if (mark > 0) expect(["sent", "permanent"]).toContain(events[mark - 1]);
      const release = effects.indexOf("release");
      if (release > 0) expect(events[release - 1]).toBe("transient");
    }
  });

  it("owns up to every message that the store may have missed, unless it comes again", () => {
    for (const start of starts) {
      for (const { events, ending } of walksFrom(start)) {
        if (ending === "retry-later") continue;
        expect(ending === "uncounted").toBe(events[0] === "unavailable");
      }
    }
  });

  it("counts a response as a reply only the first time it is given", () => {
    for (const { events, ending } of walksFrom("claiming-for-response")) {
      expect(ending === "replied").toBe(events[0] === "claimed");
    }
  });

  it("never sends where the answer is the response, or comes too late", () => {
    for (const { effects } of walksFrom("claiming-for-response"))
      expect(effects).toEqual(["claim"]);
    for (const { effects } of walksFrom("claiming-expired")) expect(effects).not.toContain("send");
  });
});

interface Happening {
  readonly start?: Start;
  readonly claim?: ClaimResult | Error;
  readonly send?: SendResult["kind"];
  readonly mark?: Error;
  readonly release?: Error;
}

/** Travels through steps that do as told, and writes down which were taken. */
async function travelWith({ start, claim = "claimed", send = "sent", mark, release }: Happening) {
  const taken: string[] = [];
  const ending = await travel(
    {
      async claim() {
        taken.push("claim");
        if (claim instanceof Error) throw claim;
        return claim;
      },
      async send() {
        taken.push("send");
        return { kind: send };
      },
      async mark() {
        taken.push("mark");
        if (mark) throw mark;
      },
      async release() {
        taken.push("release");
        if (release) throw release;
      },
    },
    start,
  );
  return [ending, ...taken];
}

const outage = new StoreUnavailable("Deadline");

describe("travel", () => {
  it.each<[string, Happening, ...string[]]>([
    ["counts, replies, marks", {}, "replied", "claim", "send", "mark"],
    [
      "replies for an attempt that died",
      { claim: "taken-over" },
      "replied",
      "claim",
      "send",
      "mark",
    ],
    ["does nothing twice", { claim: "done" }, "duplicate", "claim"],
    ["leaves a message to whoever is at it", { claim: "in-progress" }, "retry-later", "claim"],
    ["replies although the store is down", { claim: outage }, "uncounted", "claim", "send"],
    [
      "asks for another delivery when store and channel are down",
      { claim: outage, send: "transient" },
      "retry-later",
      "claim",
      "send",
    ],
    [
      "gives its claim back when the channel is down",
      { send: "transient" },
      "retry-later",
      "claim",
      "send",
      "release",
    ],
    [
      "asks for another delivery even if it cannot give its claim back",
      { send: "transient", release: outage },
      "retry-later",
      "claim",
      "send",
      "release",
    ],
    [
      "is done with what the channel refuses",
      { send: "permanent" },
      "refused",
      "claim",
      "send",
      "mark",
    ],
    ["has replied even if it cannot mark it", { mark: outage }, "replied", "claim", "send", "mark"],
    ["only counts what is too old", { start: "claiming-expired" }, "expired", "claim", "mark"],
    [
      "only claims where the answer is the response",
      { start: "claiming-for-response" },
      "replied",
      "claim",
    ],
    [
      "lets a response be given again",
      { start: "claiming-for-response", claim: "in-progress" },
      "duplicate",
      "claim",
    ],
  ])("%s", async (_, happening, ...expected) => {
    expect(await travelWith(happening)).toEqual(expected);
  });

  it("stops like a crash at an error that nobody expects", async () => {
    await expect(travelWith({ claim: new TypeError("a mistake") })).rejects.toThrow(TypeError);
    await expect(travelWith({ mark: new TypeError("a mistake") })).rejects.toThrow(TypeError);
  });

  it("does not go round in circles when a step says something unheard of", async () => {
    const claim = "perhaps" as ClaimResult;
    await expect(travelWith({ claim })).rejects.toThrow(RangeError);
  });
});
