// A message's whole journey, readable top to bottom.
import { randomUUID } from "node:crypto";
import type { Channel, Inbound, Outgoing } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import { type CountableNames, countKey } from "./counts/cell.ts";
import { dayOf, expiryOf } from "./counts/day.ts";
import { eventKey, shardOf } from "./counts/event-key.ts";
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
import { codeOf, type Log } from "./log.ts";
import type { RecentReplies } from "./recent-replies.ts";
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
  /** Epoch milliseconds by which the journey must have ended. */
  readonly endBy: number;
  /** Makes the settings be read anew. */
  readonly refreshSettings: () => void;
}

/** Less time than this is not enough to claim a message and to give it back. */
const leastJourneyMs = 1000;

/** Answers a message by a call to its platform. */
export async function handleMessage(
  message: Inbound,
  channel: Channel,
  world: World,
): Promise<Ending | "stale"> {
  const startedAt = world.now();
  if (isStale(message, world)) {
    world.log({ level: "warn", event: "stale", channel: channel.name });
    return "stale";
  }
  // What isn't begun leaves no lease behind that the next delivery would have to wait for.
  if (world.endBy - startedAt < leastJourneyMs) return "retry-later";
  try {
    const response = world.respond(message.content, message.hint);
    const attempt = attemptAt(message, channel.name, response, world);
    const steps: Steps = {
      ...storeSteps(attempt, world),
      claim: () => claimUnlessRecent(attempt, world),
      send: () => sendAndRemember(attempt.claim.eventKey, message, channel, response, world),
    };
    const ending = await travel(steps, isExpired(message, world) ? "claiming-expired" : "claiming");
    report(ending, channel.name, world, startedAt);
    return ending;
  } catch (error) {
    world.log({ level: "error", event: "crash", channel: channel.name, code: codeOf(error) });
    return "retry-later";
  }
}

/** Counts a question whose answer is the response itself: the chat page, the generic webhook. */
export async function countAnswered(
  message: Pick<Inbound, "id" | "account" | "sentAtMs">,
  channel: ChannelName,
  response: Response,
  world: World,
): Promise<Ending> {
  const startedAt = world.now();
  const steps: Steps = {
    ...storeSteps(attemptAt(message, channel, response, world), world),
    send: async () => ({ kind: "sent" }),
  };
  const ending = await travel(steps, "claiming-for-response");
  report(ending, channel, world, startedAt);
  return ending;
}

interface Attempt {
  readonly claim: Claim;
  readonly address: CountAddress;
}

function attemptAt(
  message: Pick<Inbound, "id" | "account" | "sentAtMs">,
  channel: ChannelName,
  { counted }: Response,
  { settings, names, now }: World,
): Attempt {
  const atMs = now();
  const atS = Math.floor(atMs / 1000);
  const key = eventKey(settings.pepper, channel, message.account, message.id);
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

/** While the store is down, what this process has just replied to counts as done. */
async function claimUnlessRecent(
  { claim, address }: Attempt,
  { store, recentReplies }: World,
): Promise<ClaimResult> {
  try {
    return await store.claimAndCount(claim, address);
  } catch (error) {
    if (error instanceof StoreUnavailable && recentReplies.has(claim.eventKey)) return "done";
    throw error;
  }
}

/** Remembers before it sends, so that copies that come at once get one reply between them. */
async function sendAndRemember(
  eventKey: string,
  message: Inbound,
  channel: Channel,
  { reply }: Response,
  world: World,
): Promise<SendResult> {
  const calls = channel.reply(message, reply);
  world.recentReplies.add(eventKey);
  const result = await send(calls, channel, world);
  if (result.kind === "transient") world.recentReplies.delete(eventKey);
  return result;
}

/** Makes the first call, and each next one only while tokens are refused. */
async function send(
  calls: readonly Outgoing[],
  channel: Channel,
  world: World,
): Promise<SendResult> {
  for (const call of calls) {
    const deadlineMs = Math.min(sendDeadlineMs, world.endBy - world.now());
    const delivery = await deliver(call, channel, world.fetch, deadlineMs);
    if (delivery.kind === "sent") return delivery;
    world.log({
      level: delivery.kind === "unauthorised" ? "error" : "warn",
      event: "delivery",
      channel: channel.name,
      delivery: delivery.kind,
      code: delivery.code,
    });
    if (delivery.kind !== "unauthorised") return { kind: delivery.kind };
    world.refreshSettings();
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
