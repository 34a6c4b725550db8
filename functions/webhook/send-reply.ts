// A reply goes out to its platform, once, whatever the copies of its message do.
import type { Attempt } from "./attempt.ts";
import type { CallingChannel, Inbound, Outgoing } from "./channels/channel.ts";
import type { SendResult } from "./counts/journey.ts";
import { deliver, sendDeadlineMs } from "./deliver.ts";
import { logCode } from "./log-codes.ts";
import type { Response } from "./response.ts";
import type { World } from "./world.ts";

/**
 * Remembers before it sends, so that copies that come at once get one reply between them. What was
 * sent without being counted or marked, for want of the store, is only made up for by a copy.
 */
export async function sendReply(
  { claim: { eventKey } }: Attempt,
  message: Inbound,
  channel: CallingChannel,
  { reply }: Response,
  world: World,
): Promise<Sending> {
  const { recentReplies } = world;
  if (recentReplies.of(eventKey) === "sent") return { kind: "sent" };
  const calls = channel.reply(message, reply);
  recentReplies.note(eventKey, "sending");
  const result = await send(calls, channel, world);
  const isOver = result.kind !== "transient" || isGivenUp(message, channel, result, world);
  if (!isOver) {
    recentReplies.forget(eventKey);
    return result;
  }
  recentReplies.note(eventKey, "sent");
  return result.kind === "transient" ? { kind: "permanent" } : result;
}

/** A limit on the number of calls passes; what else fails for so long may never work. */
function isGivenUp(
  { sentAtMs }: Inbound,
  { retryForMs = Number.POSITIVE_INFINITY }: CallingChannel,
  { retryAfterS, code }: Sending,
  { now }: World,
): boolean {
  const isLimited = retryAfterS !== undefined || code === "429";
  // Without a time nobody knows for how long, and a button can be tapped again.
  const ageMs = sentAtMs === undefined ? Number.POSITIVE_INFINITY : now() - sentAtMs;
  return !isLimited && ageMs > retryForMs;
}

interface Sending extends SendResult {
  readonly code?: string;
  readonly retryAfterS?: number;
}

/** Makes the first call, and each next one only if a token is refused or a way is closed. */
async function send(
  calls: readonly Outgoing[],
  channel: CallingChannel,
  world: World,
): Promise<Sending> {
  for (const call of calls) {
    const deadlineMs = Math.min(sendDeadlineMs, world.endBy - world.now());
    const delivery = await deliver(call, channel, world.fetch, deadlineMs);
    if (delivery.kind === "sent") return delivery;
    world.log({
      level: delivery.kind === "unauthorised" ? "error" : "warn",
      event: "delivery",
      channel: channel.name,
      delivery: delivery.kind,
      code: logCode(delivery.code),
    });
    if (delivery.kind === "transient" || delivery.kind === "permanent") return delivery;
    if (delivery.kind === "unauthorised") world.refreshSettings();
  }
  return { kind: "permanent" };
}
