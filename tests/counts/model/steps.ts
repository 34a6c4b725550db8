// Everything that may happen next: to a delivery, to a late write, to a process, to the time.
import {
  type Effect,
  isEnding,
  type JourneyEvent,
  type Leg,
  type Stage,
} from "../../../functions/webhook/counts/journey.ts";
import type { Claim } from "../../../functions/webhook/counts/store.ts";
import type { RecentReply } from "../../../functions/webhook/recent-replies.ts";
import type { Step } from "./explore.ts";
import type { Model } from "./model.ts";
import { type Delivery, isAtWork, type LateWrite, type Situation } from "./situation.ts";
import { longAgo, type Stored, type Written } from "./store-model.ts";

export interface Happening extends Step<Situation> {
  /** What of the table was followed, if anything. */
  readonly leg?: string;
}

export function* stepsFrom(model: Model, situation: Situation): Iterable<Happening> {
  const { deliveries, late } = situation;
  yield* begin(model, situation);
  for (const [at, delivery] of deliveries.entries()) {
    if (isAtWork(delivery)) yield* work(model, situation, at);
  }
  for (const [at, write] of late.entries()) {
    const rest = { ...situation, late: late.filter((other) => other !== write) };
    const to = written(rest, applyLate(model, situation, write));
    yield { what: `the late ${write.kind} of ${write.claim.owner} arrives (${at + 1})`, to };
  }
  yield { what: `${model.tickS} s pass`, to: pass(model, situation) };
}

/** The deliveries of a message are alike, so it is enough that they begin in order. */
function* begin({ start, aheadS }: Model, situation: Situation): Iterable<Happening> {
  const at = situation.deliveries.findIndex(({ state }) => state === "not begun");
  if (at === -1) return;
  for (const ahead of aheadS) {
    const what = `delivery ${at + 1} begins${ahead ? `, its clock ${ahead} s ahead` : ""}`;
    yield { what, to: change(situation, at, { state: start, aheadS: ahead }) };
  }
}

/** What may come of the effect at which a delivery is. */
interface Outcome {
  readonly what: string;
  /** What the delivery is told. */
  readonly event: JourneyEvent;
  /** The world when the effect has happened, or has not. */
  readonly done: Situation;
}

function* work(model: Model, situation: Situation, at: number): Iterable<Happening> {
  const leg = legOf(model, situation, at);
  const name = `delivery ${at + 1}`;
  for (const { what, event, done } of effects[leg.effect](model, situation, at)) {
    const told = `${name} ${what}`;
    yield { what: told, to: follow(model, done, at, event), leg: legName(situation, at, event) };
    if (done.faultsLeft > 0) {
      yield { what: `${told}, and its process dies`, to: die(useFault(done), at) };
    }
  }
  if (situation.faultsLeft > 0) {
    yield { what: `the process of ${name} dies`, to: die(useFault(situation), at) };
  }
}

const effects: Record<
  Effect,
  (model: Model, situation: Situation, at: number) => Iterable<Outcome>
> = {
  *claim(model, situation, at) {
    const { store } = model;
    const claim = claimOf(model, situation, at);
    const claimed = store.claim(situation.event, claim);
    const applied = written(situation, claimed);
    yield { what: `claims: ${claimed.result}`, event: claimed.result, done: applied };
    if (situation.faultsLeft === 0) return;

    const again = store.claim(claimed.event, claim);
    yield {
      what: `claims, hears nothing, claims again: ${again.result}`,
      event: again.result,
      done: useFault(written(applied, again)),
    };
    // What a process remembers it may also have forgotten by now.
    const memory = situation.memories[processOf(situation, at)];
    for (const remembered of new Set([memory, undefined])) {
      const event = model.recall(remembered) ?? "unavailable";
      const what = `can't claim, remembers ${remembered ?? "nothing"}`;
      yield { what, event, done: useFault(situation) };
      if (claimed.event === situation.event) continue;
      yield { what: `${what}; it was done`, event, done: useFault(applied) };
      yield { what: `${what}; it comes late`, event, done: delay(situation, "claim", claim) };
    }
  },

  *send(_, situation, at) {
    const process = processOf(situation, at);
    const replied = { ...situation, replies: situation.replies + 1 };
    yield {
      what: "sends",
      event: "sent",
      done: remember(change(replied, at, { isUnmarked: true }), process, "sent"),
    };
    yield {
      what: "sends: refused for good",
      event: "permanent",
      done: remember({ ...situation, isRefused: true }, process, "sent"),
    };
    if (situation.faultsLeft === 0) return;
    const forgetful = remember(useFault(situation), process, undefined);
    yield { what: "sends: refused for now", event: "transient", done: forgetful };
    yield {
      what: "sends, hears nothing, but it was taken",
      event: "transient",
      done: { ...forgetful, replies: replied.replies, causes: situation.causes + 1 },
    };
  },

  *mark(model, situation, at) {
    const claim = claimOf(model, situation, at);
    const mark = model.store.mark(situation.event, claim.owner);
    const isMarked = mark.event?.s === "D";
    const applied = written(situation, mark);
    const done = isMarked ? change(applied, at, { isUnmarked: false }) : applied;
    yield { what: "marks", event: "marked", done };
    if (situation.faultsLeft === 0) return;
    const causes = situation.causes + (situation.deliveries[at]?.isUnmarked ? 1 : 0);
    const event = "unavailable";
    yield { what: "can't mark", event, done: { ...useFault(situation), causes } };
    yield { what: "marks, hears nothing", event, done: useFault(done) };
    yield {
      what: "can't mark; it comes late",
      event,
      done: { ...delay(situation, "mark", claim), causes },
    };
  },

  *release(model, situation, at) {
    const claim = claimOf(model, situation, at);
    const done = written(situation, model.store.release(situation.event, claim.owner));
    yield { what: "gives its claim back", event: "released", done };
    if (situation.faultsLeft === 0) return;
    const event = "unavailable";
    yield { what: "can't give its claim back", event, done: useFault(situation) };
    yield { what: "gives its claim back, hears nothing", event, done: useFault(done) };
    yield {
      what: "can't give its claim back; it comes late",
      event,
      done: delay(situation, "release", claim),
    };
  },
};

/** Leads a delivery on by what it was told. */
export function follow(
  model: Model,
  situation: Situation,
  at: number,
  event: JourneyEvent,
): Situation {
  const on: Partial<Record<JourneyEvent, Delivery["state"]>> = legOf(model, situation, at).on;
  const state = on[event];
  if (state === undefined || state === "not begun" || state === "dead") {
    throw new RangeError(`No ${event} can happen there`);
  }
  if (!isEnding(state)) {
    const moved = change(situation, at, { state });
    return model.table[state].effect === "send"
      ? remember(moved, processOf(situation, at), "sending")
      : moved;
  }
  // Nobody marks what the store may not know: such a reply may be followed by another.
  const isRepeatable = state === "uncounted" && situation.deliveries[at]?.isUnmarked;
  return change({ ...situation, causes: situation.causes + (isRepeatable ? 1 : 0) }, at, {
    ...atRest,
    state,
  });
}

const atRest = { ageS: 0, aheadS: 0, isUnmarked: false };

/** A process dies with all that it was doing and all that it remembered. */
function die(situation: Situation, at: number): Situation {
  const process = processOf(situation, at);
  let { causes } = situation;
  const deliveries = situation.deliveries.map((delivery): Delivery => {
    if (delivery.process !== process || !isAtWork(delivery)) return delivery;
    if (delivery.isUnmarked) causes += 1;
    return { ...delivery, ...atRest, state: "dead" };
  });
  return remember({ ...situation, deliveries, causes }, process, undefined);
}

/** Time goes by; whoever has used up theirs is killed, and a claim that is too late is lost. */
function pass(model: Model, situation: Situation): Situation {
  const { tickS, functionTimeoutS } = model;
  const deliveries = situation.deliveries.map((delivery) =>
    isAtWork(delivery) ? { ...delivery, ageS: delivery.ageS + tickS } : delivery,
  );
  const late = situation.late
    .map((write) => (write.kind === "claim" ? earlier(write, tickS) : write))
    .filter(({ claim }) => claim.now >= -model.leaseS);
  // A lease that was over at every time that a claim can still name was over long ago.
  const oldestS = Math.min(-functionTimeoutS, ...late.map(({ claim }) => claim.now));
  const later: Situation = {
    ...situation,
    event: agedBy(tickS, situation.event, oldestS),
    deliveries,
    late,
  };
  const overdue = deliveries.flatMap(({ ageS }, at) => (ageS >= functionTimeoutS ? [at] : []));
  return overdue.reduce<Situation>((world, at) => ({ ...die(world, at), isCalm: false }), later);
}

function agedBy(byS: number, event: Stored, oldestS: number): Stored {
  if (event?.s !== "P") return event;
  return { ...event, l: event.l - byS < oldestS ? longAgo : event.l - byS };
}

function earlier({ kind, claim }: LateWrite, byS: number): LateWrite {
  return { kind, claim: { ...claim, now: claim.now - byS, leaseUntil: claim.leaseUntil - byS } };
}

function legOf({ table }: Model, { deliveries }: Situation, at: number): Leg {
  const leg = table[deliveries[at]?.state as Stage];
  if (!leg) throw new RangeError(`Delivery ${at + 1} is not at work`);
  return leg;
}

export function legName({ deliveries }: Situation, at: number, event: JourneyEvent): string {
  return `${deliveries[at]?.state} ${event}`;
}

function claimOf(model: Model, { deliveries }: Situation, at: number): Claim {
  const { owner = "", ageS = 0, aheadS = 0 } = deliveries[at] ?? {};
  const now = aheadS - ageS;
  return {
    eventKey: "",
    owner,
    now,
    leaseUntil: now + model.leaseS,
    expiresAt: 0,
  };
}

function applyLate({ store }: Model, { event }: Situation, { kind, claim }: LateWrite): Written {
  return kind === "claim" ? store.claim(event, claim) : store[kind](event, claim.owner);
}

function written(situation: Situation, { event, added }: Written): Situation {
  return { ...situation, event, count: situation.count + added };
}

function delay(situation: Situation, kind: LateWrite["kind"], claim: Claim): Situation {
  // Of a mark and of a claim given back only the owner matters, whenever they arrive.
  const named = kind === "claim" ? claim : { ...claim, now: 0, leaseUntil: 0 };
  return useFault({ ...situation, late: [...situation.late, { kind, claim: named }] });
}

function useFault(situation: Situation): Situation {
  return { ...situation, faultsLeft: situation.faultsLeft - 1, isCalm: false };
}

function processOf({ deliveries }: Situation, at: number): number {
  return deliveries[at]?.process ?? 0;
}

function remember(
  situation: Situation,
  process: number,
  memory: RecentReply | undefined,
): Situation {
  return { ...situation, memories: situation.memories.with(process, memory) };
}

function change(situation: Situation, at: number, changes: Partial<Delivery>): Situation {
  const deliveries = situation.deliveries.map((delivery, other) =>
    other === at ? { ...delivery, ...changes } : delivery,
  );
  return { ...situation, deliveries };
}
