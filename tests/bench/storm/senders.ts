// The platforms' side of deliveries: they bring a message, bring it again until it is acknowledged,
// and now and then bring it twice or long after.
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";
import type { Delivery } from "../../channels/channel-sample.ts";
import type { Answer } from "../../handler-under-test.ts";
import { requestWith } from "./asking.ts";
import type { Message } from "./facts.ts";
import type { Instances } from "./instances.ts";
import type { StormWorld } from "./world.ts";

export interface Senders {
  /** Brings messages together, for the first time after so many milliseconds. */
  bring(channel: WebhookName, messages: readonly Message[], afterMs: number): void;
  deliveries(): number;
}

const secondMs = 1000;
const hourMs = 3600 * secondMs;
const dayMs = 24 * hourMs;
/** WhatsApp's; the others give up sooner. */
const deliversForMs = 7 * dayMs;
const longestBackoffMs = hourMs;
/** A platform that hears nothing for so long takes the delivery for lost. */
const platformWaitsMs = 20 * secondMs;

const shares = {
  /** Deliveries that come more than once from the start, one that is acknowledged and comes again. */
  copied: 0.25,
  repeated: 0.06,
  /** Signed long ago, sent again by somebody who has kept it. */
  replayed: 0.01,
  /** The bot acknowledged, but the platform does not hear of it. */
  unheard: 0.02,
};

export function createSenders(instances: Instances, world: StormWorld): Senders {
  const { clock, chance, recorder } = world;
  let deliveries = 0;

  function bring(channel: WebhookName, messages: readonly Message[], afterMs: number): void {
    const givesUpAtMs = Math.min(...messages.map(({ sentAtMs }) => sentAtMs)) + deliversForMs;
    let signed: Delivery | undefined;

    function deliver(onEnd: (answer: Answer | undefined) => void): void {
      deliveries += 1;
      const nowMs = clock.nowMs();
      if (channel === "generic" || signed === undefined) {
        signed = requestWith(channel, messages, nowMs);
      }
      const signedAtMs = channel === "generic" ? Math.floor(nowMs / 1000) * 1000 : undefined;
      instances.handle({ channel, delivery: signed, messages, signedAtMs }, onEnd);
    }

    const again = (attempt: number) => {
      const backoffMs = Math.min(secondMs * 2 ** attempt, longestBackoffMs);
      const waitMs = backoffMs * chance.between(0.5, 1.5);
      if (clock.nowMs() + waitMs < givesUpAtMs) clock.after(waitMs, () => insist(attempt + 1));
      else for (const { question } of messages) recorder.fault(question, "platform gives up");
    };

    /** Until it is acknowledged. */
    const insist = (attempt: number) => {
      let isOver = false;
      const end = (answer: Answer | undefined) => {
        if (isOver) return;
        isOver = true;
        const isHeard = answer?.status === 200 && !chance.happens(shares.unheard);
        if (!isHeard) again(attempt);
        else if (chance.happens(shares.repeated)) {
          clock.after(chance.oneOf([secondMs, hourMs, dayMs]) * chance.between(0, 2), copy);
        }
      };
      clock.after(platformWaitsMs, () => end(undefined));
      deliver(end);
    };

    const copy = () => {
      if (clock.nowMs() < givesUpAtMs) deliver(() => {});
    };

    clock.after(afterMs, () => insist(0));
    if (chance.happens(shares.copied)) {
      const copies = chance.oneOf([1, 1, 2, 5]);
      const withinMs = chance.oneOf([0, 20, 3000, 30_000]);
      for (let n = 0; n < copies; n++) clock.after(afterMs + chance.between(0, withinMs), copy);
    }
    // Twilio signs no time, and the generic channel takes nothing that was signed long ago.
    if (channel !== "twilio" && channel !== "generic" && chance.happens(shares.replayed)) {
      clock.after(dayMs * chance.between(7, 12), () => deliver(() => {}));
    }
  }

  return { bring, deliveries: () => deliveries };
}
