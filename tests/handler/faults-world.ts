// What a bot's processes share while things go wrong around them: a clock, a platform in memory.
import { setImmediate } from "node:timers/promises";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { aroundStore } from "../../functions/webhook/counts/around-store.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import type { Fetch } from "../../functions/webhook/deliver.ts";
import type { SettingsSource } from "../../functions/webhook/settings-source.ts";
import type { ChannelSample } from "../channels/channel-sample.ts";
import { type StandIn, startStandIn } from "../counts/dynamo-stand-in.ts";
import { clientFor, createTables, wrapClient } from "../counts/dynamo-tables.ts";
import type { Mortal } from "../counts/mortal.ts";
import { type ReadableStore, readableDynamoStore } from "../counts/readable-store.ts";
import type { PlatformCall, PlatformRules } from "../fakes/platform.ts";
import {
  type Answer,
  ask,
  countsIn,
  type HandlerUnderTest,
  handlerUnderTest,
  settingsOf,
  testNowMs,
  testValues,
} from "../handler-under-test.ts";

/** A clock that moves when it is told to, in epoch milliseconds. */
export interface Clock {
  now(): number;
  wait(seconds: number): void;
}

export function createClock(): Clock {
  let nowMs = testNowMs;
  return {
    now: () => nowMs,
    wait(seconds) {
      nowMs += seconds * 1000;
    },
  };
}

/** A status without a word, or nothing before the deadline. */
export type SendFault = number | "silent";

export interface PlatformInMemory {
  readonly fetch: Fetch;
  /** The messages that were tried, and those that were taken. */
  readonly tried: PlatformCall[];
  readonly taken: PlatformCall[];
  /** Asked before each message; may be replaced. */
  faultFor: (call: PlatformCall) => SendFault | undefined;
}

export function createPlatform(rules: PlatformRules, clock: Clock): PlatformInMemory {
  const platform: PlatformInMemory = {
    tried: [],
    taken: [],
    faultFor: () => undefined,
    async fetch(url, { method, headers, body }) {
      const { pathname, search } = new URL(String(url));
      const call: PlatformCall = {
        method,
        path: pathname + search,
        headers: Object.fromEntries(new Headers(headers)),
        body: JSON.parse(String(body)),
      };
      if (rules.isMessage(call)) {
        platform.tried.push(call);
        const fault = platform.faultFor(call);
        if (fault === "silent") {
          clock.wait(2.5);
          throw new DOMException("Nobody answers", "TimeoutError");
        }
        if (fault !== undefined) return new Response("", { status: fault });
        platform.taken.push(call);
      }
      const accepted = rules.accept(call);
      return new Response(JSON.stringify(accepted.body), { status: accepted.status });
    },
  };
  return platform;
}

export interface ProcessOptions {
  readonly data: BotData;
  readonly sample: ChannelSample;
  readonly store: CountStore;
  readonly clock: Pick<Clock, "now">;
  readonly platform?: PlatformInMemory | undefined;
  readonly settings?: SettingsSource;
  /** Everything that the process waits for may be its last. */
  readonly life?: Mortal;
}

export function settingsFor(sample: ChannelSample): SettingsSource {
  return settingsOf({ PEPPER: testValues.PEPPER, ...sample.values });
}

export function startProcess(options: ProcessOptions): HandlerUnderTest {
  const { data, sample, store, clock, platform, life } = options;
  const settings = options.settings ?? settingsFor(sample);
  const live = life?.live ?? (async <Result>(work: () => Promise<Result>) => work());
  return handlerUnderTest({
    data,
    store: aroundStore(store, live),
    settings: { current: () => live(() => settings.current()), refresh: settings.refresh },
    ...(platform ? { fetch: (...call) => live(() => platform.fetch(...call)) } : {}),
    now: clock.now,
  });
}

/** Delivers a body, signed, to a channel's route. */
export function post(
  process: HandlerUnderTest,
  name: WebhookName,
  sample: ChannelSample,
  unsigned: string,
): Promise<Answer> {
  const { body, headers, rawQuery = "" } = sample.sign(Buffer.from(unsigned));
  return ask(process, "POST", `/webhooks/${name}${rawQuery && `?${rawQuery}`}`, { headers, body });
}

/** Delivers again, once a lease, until it is acknowledged. */
export async function postUntilAcknowledged(
  deliver: () => Promise<Answer>,
  clock: Clock,
): Promise<Answer> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await deliver();
    if (answer.status !== 503) return answer;
    clock.wait(leaseS);
  }
  throw new Error("It was never acknowledged");
}

export interface StandInBackend {
  readonly standIn: StandIn;
  /** A store of its own for each process, over the same tables. */
  storeOf(life?: Mortal): ReadableStore;
  close(): Promise<void>;
}

/** DynamoDB on the stand-in, through the real SDK; nobody pauses after a conflict. */
export async function openStandIn(): Promise<StandInBackend> {
  const standIn = await startStandIn();
  const client = clientFor(standIn.endpoint, { maxAttempts: 2 });
  const tables = await createTables(client);
  return {
    standIn,
    storeOf: (life) =>
      readableDynamoStore({
        client: life ? wrapClient(client, life.live) : client,
        ...tables,
        deadlineMs: 30_000,
        sleep: async () => {},
      }),
    async close() {
      client.destroy();
      await standIn.stop();
    },
  };
}

/** Lets what was begun before a death come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
}

export async function totalIn(store: ReadableStore): Promise<number> {
  return Object.values(await countsIn(store)).reduce((sum, n) => sum + n, 0);
}
