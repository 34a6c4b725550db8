// A message's whole journey, readable top to bottom.
import { type Attempt, attemptAt, storeSteps } from "./attempt.ts";
import type { CallingChannel, Inbound } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import { eventTag } from "./counts/event-key.ts";
import { type Ending, type Steps, travel } from "./counts/journey.ts";
import { type ClaimResult, StoreUnavailable } from "./counts/store.ts";
import { closestLanguage } from "./language-tags.ts";
import { codeOf } from "./log-codes.ts";
import { isExpired, isStale } from "./message-age.ts";
import { notice } from "./notice.ts";
import { answerTo } from "./reply.ts";
import type { Response } from "./response.ts";
import { sendReply } from "./send-reply.ts";
import type { World } from "./world.ts";

/** Less time than this is not enough to claim a message and to give it back. */
const leastJourneyMs = 500;

/** What became of one message, and after how many seconds the platform wants it again. */
export interface Handled {
  readonly ending: Ending | "stale";
  readonly retryAfterS?: number;
}

/** Answers a message by a call to its platform. */
export async function handleMessage(
  message: Inbound,
  channel: CallingChannel,
  world: World,
): Promise<Handled> {
  const startedAt = world.now();
  if (isStale(message, world)) {
    world.log({ level: "warn", event: "stale", channel: channel.name });
    return { ending: "stale" };
  }
  // What isn't begun leaves no lease behind that the next delivery would have to wait for.
  if (world.endBy - startedAt < leastJourneyMs) {
    report("retry-later", channel.name, world, startedAt);
    return { ending: "retry-later" };
  }
  try {
    const response = responseTo(message, channel.name, world);
    const attempt = attemptAt(message, channel.name, response, world);
    let retryAfterS: number | undefined;
    const steps: Steps = {
      ...storeSteps(attempt, world),
      claim: () => claimUnlessRecent(attempt, world),
      send: async () => {
        const result = await sendReply(attempt, message, channel, response, world);
        if (result.kind === "transient") retryAfterS = result.retryAfterS;
        return { kind: result.kind };
      },
    };
    const isLate = isExpired(message, world);
    const noticed = isLate ? undefined : notice(attempt, message, channel, response, world);
    // Told before the notice is over: what went uncounted must not die untold.
    const ending = await travel(steps, isLate ? "claiming-expired" : "claiming")
      .then((ending) => {
        report(ending, channel.name, world, startedAt);
        return ending;
      })
      .finally(() => noticed);
    return { ending, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
  } catch (error) {
    world.log({ level: "error", event: "crash", channel: channel.name, code: codeOf(error) });
    return { ending: "retry-later" };
  }
}

/**
 * Counts a question whose answer is the response itself, and gives that answer: the chat page, the
 * generic webhook, Twilio.
 */
export async function answerInResponse(
  message: Inbound,
  channel: ChannelName,
  world: World,
): Promise<Response> {
  const startedAt = world.now();
  const response = responseTo(message, channel, world);
  const steps: Steps = {
    ...storeSteps(attemptAt(message, channel, response, world), world),
    send: async () => ({ kind: "sent" }),
  };
  const ending = await travel(steps, "claiming-for-response");
  report(ending, channel, world, startedAt);
  return response;
}

/** The answer is a function of what was asked; its feedback buttons name the message by a code. */
function responseTo(
  { id, account, content, locale }: Inbound,
  channel: ChannelName,
  { respond, names, settings }: World,
): Response {
  const hint = locale === undefined ? undefined : closestLanguage(names.languages, locale);
  const response = respond(content, hint);
  const tag = eventTag(settings.pepper, channel, account, id);
  return { ...response, reply: answerTo(tag, response.reply) };
}

/** While the store is down, a message is what this process knows of it. */
async function claimUnlessRecent(
  { claim, address }: Attempt,
  { store, recentReplies }: World,
): Promise<ClaimResult> {
  try {
    return await store.claimAndCount(claim, address);
  } catch (error) {
    const reply = recentReplies.of(claim.eventKey);
    if (!(error instanceof StoreUnavailable) || reply === undefined) throw error;
    // A reply that is under way may yet fail: this copy must not be the end of it.
    return reply === "sent" ? "done" : "in-progress";
  }
}

function report(
  ending: Ending,
  channel: ChannelName,
  { log, now }: World,
  startedAt: number,
): void {
  log({ level: "info", event: "message", channel, ending, ms: now() - startedAt });
  if (ending === "uncounted") log({ level: "warn", event: "uncounted", channel });
}
