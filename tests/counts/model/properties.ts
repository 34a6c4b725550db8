// What must hold of one message in every situation, whatever has happened.
import { type Ending, isEnding } from "../../../functions/webhook/counts/journey.ts";
import type { Model } from "./model.ts";
import { endingsIn, isAtWork, type Situation } from "./situation.ts";
import { follow } from "./steps.ts";
import type { Written } from "./store-model.ts";

type Holds = (situation: Situation, model: Model) => boolean;

/** True of every moment, with any clocks. */
const lasting = {
  "a message is counted at most once": ({ count }) => count <= 1,

  "what was acknowledged is counted, or owned up to as uncounted": (situation) => {
    const acknowledged = acknowledgedIn(situation);
    const uncounted = acknowledged.filter((ending) => ending === "uncounted").length;
    return acknowledged.length === 0 || situation.count + uncounted >= 1;
  },

  "what is said to be counted is counted": (situation) =>
    situation.count >= 1 ||
    !acknowledgedIn(situation).some((ending) => countedEndings.includes(ending)),

  "what was acknowledged was answered, or never can be": (situation, { start }) =>
    start !== "claiming" ||
    situation.replies >= 1 ||
    situation.isRefused ||
    acknowledgedIn(situation).length === 0,
} satisfies Record<string, Holds>;

const atAnyTime = {
  ...lasting,

  "every reply but the first has a cause of its own: a death or a failure": ({ replies, causes }) =>
    replies <= 1 + causes,
} satisfies Record<string, Holds>;

const atRest = {
  "all being well there is one count and one reply": (
    { isCalm, count, replies, isRefused },
    { start },
  ) => {
    const expectedReplies = start === "claiming" && !isRefused ? 1 : 0;
    return !isCalm || (count === 1 && replies === expectedReplies);
  },

  "one more delivery, all being well, settles the message": (situation, model) => {
    const later = deliverOnceMore(model, situation);
    return (
      later.deliveries.at(-1)?.state !== "retry-later" &&
      Object.values<Holds>(lasting).every((holds) => holds(later, model))
    );
  },
} satisfies Record<string, Holds>;

export type Property = keyof typeof atAnyTime | keyof typeof atRest;

export const properties = [...Object.keys(atAnyTime), ...Object.keys(atRest)] as Property[];

/** The first of the properties that does not hold there. */
export function brokenIn(
  situation: Situation,
  model: Model,
  checked: readonly Property[] = properties,
): Property | undefined {
  const isAtRest =
    situation.deliveries[0]?.state !== "not begun" && !situation.deliveries.some(isAtWork);
  const relevant: Partial<Record<Property, Holds>> = isAtRest
    ? { ...atAnyTime, ...atRest }
    : atAnyTime;
  return checked.find((property) => relevant[property]?.(situation, model) === false);
}

const countedEndings: readonly Ending[] = ["replied", "refused", "expired"];

function acknowledgedIn(situation: Situation): Ending[] {
  return endingsIn(situation).filter((ending) => ending !== "retry-later");
}

/** A delivery when every lease has run out, and nothing goes wrong. */
function deliverOnceMore(model: Model, situation: Situation): Situation {
  const at = situation.deliveries.length;
  const owner = model.ownerOf(at);
  const farOffS = 1000;
  const claim = {
    ...{ eventKey: "", owner, expiresAt: 0 },
    ...{ now: farOffS, leaseUntil: farOffS + model.leaseS },
  };
  const fresh = { owner, process: 0, state: model.start, ageS: 0, aheadS: 0, isUnmarked: false };
  let now: Situation = { ...situation, deliveries: [...situation.deliveries, fresh] };
  const write = ({ event, added }: Written) => ({ ...now, event, count: now.count + added });

  for (;;) {
    const state = now.deliveries[at]?.state;
    if (!state || state === "not begun" || state === "dead" || isEnding(state)) return now;
    switch (model.table[state].effect) {
      case "claim": {
        const claimed = model.store.claim(now.event, claim);
        now = follow(model, write(claimed), at, claimed.result);
        break;
      }
      case "send":
        now = follow(model, { ...now, replies: now.replies + 1 }, at, "sent");
        break;
      case "mark":
        now = follow(model, write(model.store.mark(now.event, owner)), at, "marked");
        break;
      case "release":
        now = follow(model, write(model.store.release(now.event, owner)), at, "released");
        break;
    }
  }
}
