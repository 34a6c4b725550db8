// A message's whole journey, readable top to bottom.
import { randomUUID } from "node:crypto";
import type { CallingChannel, Inbound, Outgoing } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import { type CountableNames, countKey } from "./counts/cell.ts";
import { dayOf, expiryOf } from "./counts/day.ts";
import { eventKey, eventTag, shardOf } from "./counts/event-key.ts";
import { type Ending, type SendResult, type Steps, travel } from "./counts/journey.ts";
import { leaseS } from "./counts/limits.ts";
import { partitionKey } from "./counts/partition.ts";
import {
  type Claim,
  type ClaimResult,
  type CountAddress,
  type CountStore,
  StoreUnavailable,
} from "./counts/store.ts";
import { deliver, type Fetch, sendDeadlineMs } from "./deliver.ts";
import type { Log } from "./log.ts";
import { codeOf, logCode } from "./log-codes.ts";
import { closestLanguage } from "./page/language.ts";
import type { RecentReplies } from "./recent-replies.ts";
import { answerTo } from "./reply.ts";
import type { Responder, Response } from "./respond.ts";
import type { Settings } from "./settings.ts";

/** What a journey needs of the world. */
export interface World {
  readonly respond: Responder;
  readonly store: CountStore;
  readonly recentReplies: RecentReplies;
  readonly names: CountableNames;
  readonly settings: Settings;
  readonly log: Log;
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds at which the request came, and by which the journey must have ended. */
  readonly startedAt: number;
  readonly endBy: number;
  /** Makes the settings be read anew. */
  readonly refreshSettings: () => void;
}

/** Nobody waits for a read mark. */
const noticeDeadlineMs = 1000;

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
  if (world.endBy - startedAt < leastJourneyMs) return { ending: "retry-later" };
  try {
    const response = responseTo(message, channel.name, world);
    const attempt = attemptAt(message, channel.name, response, world);
    let retryAfterS: number | undefined;
    const steps: Steps = {
      ...storeSteps(attempt, world),
      claim: () => claimUnlessRecent(attempt, world),
      send: async () => {
        const result = await sendAndRemember(attempt, message, channel, response, world);
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

interface Attempt {
  readonly claim: Claim;
  readonly address: CountAddress;
}

function attemptAt(
  message: Inbound,
  channel: ChannelName,
  { counted, onceFor }: Response,
  { settings, names, now }: World,
): Attempt {
  const atMs = now();
  const atS = Math.floor(atMs / 1000);
  const key =
    onceFor === undefined
      ? eventKey(settings.pepper, channel, message.account, message.id)
      : eventKey(settings.pepper, channel, `once\0${message.account}`, onceFor);
  const countedAtMs = countingTime(message, atMs);
  return {
    claim: {
      eventKey: key,
      owner: randomUUID(),
      now: atS,
      leaseUntil: atS + leaseS,
      expiresAt: expiryOf(Math.max(countedAtMs, atMs)),
    },
    address: {
      pk: partitionKey(dayOf(countedAtMs), shardOf(key)),
      sk: countKey({ ...counted, channel }, names),
    },
  };
}

function storeSteps({ claim, address }: Attempt, { store }: World): Omit<Steps, "send"> {
  return {
    claim: () => store.claimAndCount(claim, address),
    mark: () => store.markDone(claim.eventKey, claim.owner),
    release: () => store.release(claim.eventKey, claim.owner),
  };
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

/**
 * The calls beside the reply, which may fail. They start with the claim, so that "typing" arrives
 * before the reply that ends it; not again for a message that this process has replied to, where
 * nothing would end it. A second tap on a feedback button is no such copy. Never throws.
 */
async function notice(
  { claim }: Attempt,
  message: Inbound,
  channel: CallingChannel,
  { onceFor }: Response,
  { recentReplies, fetch, log }: World,
): Promise<void> {
  if (onceFor === undefined && recentReplies.of(claim.eventKey)) return;
  const tell = async (calls: readonly Outgoing[]) => {
    for (const call of calls) {
      const { kind } = await deliver(call, channel, fetch, noticeDeadlineMs);
      if (kind !== "unauthorised") return;
    }
  };
  try {
    await Promise.all((channel.notices?.(message) ?? []).map(tell));
  } catch (error) {
    log({ level: "error", event: "crash", channel: channel.name, code: codeOf(error) });
  }
}

/**
 * Remembers before it sends, so that copies that come at once get one reply between them. What was
 * sent without being counted or marked, for want of the store, is only made up for by a copy.
 */
async function sendAndRemember(
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

function report(
  ending: Ending,
  channel: ChannelName,
  { log, now }: World,
  startedAt: number,
): void {
  log({ level: "info", event: "message", channel, ending, ms: now() - startedAt });
  if (ending === "uncounted") log({ level: "warn", event: "uncounted", channel });
}

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;
/** A platform delivers again for up to 7 days; what is older is a replay or a broken clock. */
const staleAfterMs = 8 * dayMs;
/** A clock may be ahead of ours by this much; beyond it the message counts for our own day. */
const maxAheadMs = 5 * minuteMs;

/** The signed time, unless no honest clock can have made it: then the message counts for today. */
function countingTime({ sentAtMs }: Pick<Inbound, "sentAtMs">, atMs: number): number {
  const isCredible =
    sentAtMs !== undefined && sentAtMs <= atMs + maxAheadMs && sentAtMs >= atMs - staleAfterMs;
  return isCredible ? sentAtMs : atMs;
}

function isStale({ sentAtMs }: Inbound, { now, settings }: World): boolean {
  return settings.messageMaxAgeS > 0 && sentAtMs !== undefined && now() - sentAtMs > staleAfterMs;
}

function isExpired({ sentAtMs }: Inbound, { now, settings }: World): boolean {
  const maxAgeMs = settings.messageMaxAgeS * 1000;
  return maxAgeMs > 0 && sentAtMs !== undefined && now() - sentAtMs > maxAgeMs;
}
