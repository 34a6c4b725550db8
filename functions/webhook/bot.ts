// A message's whole journey, readable top to bottom.
import { randomUUID } from "node:crypto";
import type { Channel, Inbound } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import { type CountableNames, countKey } from "./counts/cell.ts";
import { dayOf, expiryOf } from "./counts/day.ts";
import { eventKey, shardOf } from "./counts/event-key.ts";
import { type Ending, type Start, type Steps, travel } from "./counts/journey.ts";
import { leaseS } from "./counts/limits.ts";
import { partitionKey } from "./counts/partition.ts";
import type { Claim, CountStore } from "./counts/store.ts";
import { deliver, type Fetch, sendDeadlineMs } from "./deliver.ts";
import { codeOf, type Log } from "./log.ts";
import type { Responder, Response } from "./respond.ts";
import type { Settings } from "./settings.ts";

/** What a journey needs of the world. */
export interface World {
  readonly respond: Responder;
  readonly store: CountStore;
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
  try {
    const response = world.respond(message.content, message.hint);
    const steps: Steps = {
      ...claimSteps(message, channel.name, response, world),
      send: () => send(message, channel, response, world),
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
  const start: Start = "claiming-for-response";
  const steps: Steps = {
    ...claimSteps(message, channel, response, world),
    send: async () => ({ kind: "sent" }),
  };
  const ending = await travel(steps, start);
  report(ending, channel, world, startedAt);
  return ending;
}

function claimSteps(
  message: Pick<Inbound, "id" | "account" | "sentAtMs">,
  channel: ChannelName,
  { counted }: Response,
  { settings, store, names, now }: World,
): Omit<Steps, "send"> {
  const atMs = now();
  const key = eventKey(settings.pepper, channel, message.account, message.id);
  const countedAtMs = countingTime(message, atMs);
  const claim: Claim = {
    eventKey: key,
    owner: randomUUID(),
    now: Math.floor(atMs / 1000),
    leaseUntil: Math.floor(atMs / 1000) + leaseS,
    expiresAt: expiryOf(Math.max(countedAtMs, atMs)),
  };
  const address = {
    pk: partitionKey(dayOf(countedAtMs), shardOf(key)),
    sk: countKey({ ...counted, channel }, names),
  };
  return {
    claim: () => store.claimAndCount(claim, address),
    mark: () => store.markDone(key, claim.owner),
    release: () => store.release(key, claim.owner),
  };
}

async function send(message: Inbound, channel: Channel, { reply }: Response, world: World) {
  const outgoing = channel.reply(message, reply);
  const deadlineMs = Math.min(sendDeadlineMs, world.endBy - world.now());
  const delivery = await deliver(outgoing, channel, world.fetch, deadlineMs);
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
  return { kind: "permanent" as const };
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

function countingTime({ sentAtMs }: Pick<Inbound, "sentAtMs">, atMs: number): number {
  return sentAtMs === undefined || sentAtMs > atMs + maxAheadMs ? atMs : sentAtMs;
}

function isStale({ sentAtMs }: Inbound, { now, settings }: World): boolean {
  return settings.messageMaxAgeS > 0 && sentAtMs !== undefined && now() - sentAtMs > staleAfterMs;
}

function isExpired({ sentAtMs }: Inbound, { now, settings }: World): boolean {
  const maxAgeMs = settings.messageMaxAgeS * 1000;
  return maxAgeMs > 0 && sentAtMs !== undefined && now() - sentAtMs > maxAgeMs;
}
