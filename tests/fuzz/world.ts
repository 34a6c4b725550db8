// One request in a world of its own: a new handler, an empty store, a platform that may misbehave.
import fc from "fast-check";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import {
  type Claim,
  type ClaimResult,
  type CountAddress,
  type CountStore,
  StoreUnavailable,
} from "../../functions/webhook/counts/store.ts";
import type { Fetch } from "../../functions/webhook/deliver.ts";
import { readSettings, type Settings } from "../../functions/webhook/settings.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { trainBot } from "../fixtures/bot.ts";
import {
  type Answer,
  type HandlerUnderTest,
  handlerUnderTest,
  testValues,
} from "../handler-under-test.ts";
import { hostileText, marker } from "./hostile.ts";

/** What goes wrong beside the request. */
export interface Faults {
  readonly store: "none" | "refused" | "applied-but-refused" | "bug";
  readonly platform:
    | "none"
    | "reset"
    | "garbled"
    | { readonly status: number; readonly body: string };
}

export const noFaults: Faults = { store: "none", platform: "none" };

const platformAnswer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 204, 400, 401, 403, 404, 409, 429, 500, 503),
    fc.integer({ min: 200, max: 599 }),
  ),
  body: fc.oneof(
    fc.constantFrom(
      "",
      "{}",
      "null",
      "<html>",
      '{"ok":false}',
      '{"error":{"code":131056}}',
      '{"error":{"code":1e400}}',
    ),
    fc.constantFrom(
      '{"ok":false,"error_code":429,"parameters":{"retry_after":1e9}}',
      '{"message":"Invalid reply token"}',
    ),
    hostileText,
  ),
});

/** Mostly none. */
export const faults: fc.Arbitrary<Faults> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(noFaults) },
  {
    weight: 1,
    arbitrary: fc.record({
      store: fc.constantFrom("none", "refused", "applied-but-refused", "bug"),
      platform: fc.oneof(
        fc.constantFrom("none" as const, "reset" as const, "garbled" as const),
        platformAnswer,
      ),
    }),
  },
);

export interface Send {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Observed {
  readonly answer: Answer;
  readonly claims: readonly {
    claim: Claim;
    address: CountAddress;
    result: ClaimResult | "failed";
  }[];
  /** Event keys and owners of what was marked or given back. */
  readonly updates: readonly { eventKey: string; owner: string }[];
  readonly sends: readonly Send[];
  readonly lines: readonly string[];
  /** Nothing is waited for, so that this is the time that the request took of the CPU. */
  readonly ms: number;
}

/** Each channel's own address of its platform, so that a call to another shows. */
export const apiUrls: ReadonlyMap<string, string> = new Map(
  channelSamples.flatMap(([name, { api }]) =>
    api ? [[name, `https://${name}.platform.example${api.rules.basePath}`] as const] : [],
  ),
);

let opened: { data: BotData; settings: Settings } | undefined;

/** The bot of all fuzzing, every channel on; made once. */
export function theBot(): { readonly data: BotData; readonly settings: Settings } {
  opened ??= { data: trainBot(), settings: readSettings(allValues()) };
  return opened;
}

function allValues(): Record<string, string> {
  const values: Record<string, string> = { PEPPER: testValues.PEPPER };
  for (const [name, sample] of channelSamples) {
    Object.assign(values, sample.values);
    if (sample.api) values[sample.api.urlName] = apiUrls.get(name) ?? "";
  }
  return values;
}

/** What comes of a request, and all that the bot does about it. */
export async function observe(
  request: (bot: HandlerUnderTest) => Promise<Answer>,
  { store, platform }: Faults,
): Promise<Observed> {
  const { data, settings } = theBot();
  const claims: Observed["claims"][number][] = [];
  const updates: Observed["updates"][number][] = [];
  const sends: Send[] = [];
  const fetch: Fetch = async (url, init) => {
    sends.push({
      url: String(url),
      headers: init?.headers as Send["headers"],
      body: String(init?.body),
    });
    return platformAnswerTo(platform);
  };
  const bot = handlerUnderTest({
    data,
    settings: { current: async () => settings, refresh() {} },
    store: recording(store, claims, updates),
    fetch,
  });
  const startedAt = performance.now();
  const answer = await request(bot);
  const ms = performance.now() - startedAt;
  return { answer, claims, updates, sends, lines: bot.lines, ms };
}

function platformAnswerTo(platform: Faults["platform"]): Response {
  if (platform === "none") return new Response('{"ok":true}');
  if (platform === "reset") throw new TypeError(`fetch failed ${marker}`);
  if (platform === "garbled") {
    const stream = new ReadableStream({
      pull: (controller) => controller.error(new TypeError(`terminated ${marker}`)),
    });
    return new Response(stream);
  }
  const mayHaveBody = ![204, 205, 304].includes(platform.status);
  return new Response(mayHaveBody ? platform.body : null, { status: platform.status });
}

function recording(
  fault: Faults["store"],
  claims: Observed["claims"][number][],
  updates: Observed["updates"][number][],
): CountStore {
  const store = openEmbeddedStore();
  const faulty = async <Result>(operate: () => Promise<Result>): Promise<Result> => {
    if (fault === "bug") throw new TypeError(`Cannot read ${marker}`);
    if (fault === "refused") throw new StoreUnavailable("TimeoutError");
    const result = await operate();
    if (fault === "applied-but-refused") throw new StoreUnavailable(marker);
    return result;
  };
  const update = (eventKey: string, owner: string, operate: () => Promise<void>) => {
    updates.push({ eventKey, owner });
    return faulty(operate);
  };
  return {
    async claimAndCount(claim, address) {
      const kept: { claim: Claim; address: CountAddress; result: ClaimResult | "failed" } = {
        claim,
        address,
        result: "failed",
      };
      claims.push(kept);
      kept.result = await faulty(() => store.claimAndCount(claim, address));
      return kept.result;
    },
    markDone: (key, owner) => update(key, owner, () => store.markDone(key, owner)),
    release: (key, owner) => update(key, owner, () => store.release(key, owner)),
  };
}
