// Every fault that the bot is made for, at the real handler: duplicates, deaths, outages, clocks.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { publish } from "../../functions/webhook/faq/published.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import { train } from "../../functions/webhook/training/train.ts";
import type { ChannelSample } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { whatsappSample } from "../channels/samples/whatsapp.ts";
import { type Mortal, mortal } from "../counts/mortal.ts";
import type { ReadableStore } from "../counts/readable-store.ts";
import { whatsappApi } from "../fakes/whatsapp.ts";
import { trainBot } from "../fixtures/bot.ts";
import { whatsappDelivery } from "../fixtures/whatsapp.ts";
import { countsIn, type HandlerUnderTest, testNowMs } from "../handler-under-test.ts";
import {
  type Clock,
  createClock,
  createPlatform,
  openStandIn,
  type PlatformInMemory,
  post,
  postUntilAcknowledged,
  settle,
  startProcess,
  totalIn,
} from "./faults-world.ts";

let data: BotData;
let clock: Clock;
let whatsapp: PlatformInMemory;

beforeAll(() => {
  data = trainBot();
});
beforeEach(() => {
  clock = createClock();
  whatsapp = createPlatform(whatsappApi, clock);
});

const question = "how to join the library";
const answered = { "join#en#whatsapp#answer": 1 };

/** A bot on WhatsApp over a store. */
function startOver(store: CountStore, more: { life?: Mortal; data?: BotData } = {}) {
  return startProcess({ data, sample: whatsappSample, store, clock, platform: whatsapp, ...more });
}

const textFor = (message: string | number) => whatsappSample.text(question, `"wamid.${message}"`);
const deliverTo = (process: HandlerUnderTest, body: string) =>
  post(process, "whatsapp", whatsappSample, body);

describe("2 to 50 copies at once, in any order of their steps", () => {
  const races = {
    copies: fc.integer({ min: 2, max: 50 }),
    failures: fc.nat(3),
    order: fc.scheduler(),
  };

  /** A race of copies of a new message, in which the platform fails the first few replies. */
  async function race(store: ReadableStore, copies: number, failures: number, order: fc.Scheduler) {
    whatsapp = createPlatform(whatsappApi, clock);
    whatsapp.faultFor = () => (whatsapp.tried.length <= failures ? 503 : undefined);
    const inTurn = async <Result>(work: () => Promise<Result>) => {
      await order.schedule(Promise.resolve());
      return work();
    };
    // Some copies share a process, others don't.
    const life = { live: inTurn, death: new Promise<"died">(() => {}) };
    const processes = [1, 2, 3].map(() => startOver(store, { life }));
    const before = await totalIn(store);
    const body = textFor(before);
    const deliveries = Array.from({ length: copies }, (_, copy) =>
      deliverTo(processes[copy % processes.length] as HandlerUnderTest, body),
    );
    const answers = await order.waitFor(Promise.all(deliveries));
    const isAcknowledged = answers.some(({ status }) => status === 200);
    for (const { status } of answers) expect([200, 503]).toContain(status);
    expect(whatsapp.taken).toHaveLength(isAcknowledged ? 1 : 0);
    if (failures === 0) expect(isAcknowledged).toBe(true);

    const last = startOver(store);
    await postUntilAcknowledged(() => deliverTo(last, body), clock);
    expect(whatsapp.taken).toHaveLength(1);
    expect(await totalIn(store)).toBe(before + 1);
  }

  it("are one count and one reply, with the embedded store", async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(races), ({ copies, failures, order }) =>
        race(openEmbeddedStore(), copies, failures, order),
      ),
      { numRuns: 20 },
    );
  });

  it("are one count and one reply, with DynamoDB", async () => {
    const { storeOf, close } = await openStandIn();
    const store = storeOf();
    await fc.assert(
      fc.asyncProperty(fc.record(races), ({ copies, failures, order }) =>
        race(store, copies, failures, order),
      ),
      { numRuns: 5 },
    );
    await close();
  });
});

/** The store, and how many messages were marked in it. */
function countingMarks(store: ReadableStore): { store: ReadableStore; marked: () => number } {
  let marked = 0;
  const markDone: ReadableStore["markDone"] = async (eventKey, owner) => {
    await store.markDone(eventKey, owner);
    marked += 1;
  };
  return { store: { ...store, markDone }, marked: () => marked };
}

describe("a process that dies at any await", () => {
  interface Dying {
    readonly name: WebhookName;
    readonly sample: ChannelSample;
    readonly body: string;
    readonly messages: number;
  }

  /** Dies at each await in turn, and is followed by another; returns how many awaits there were. */
  async function dieEverywhere({ name, sample, body, messages }: Dying): Promise<number> {
    for (let moments = 0; ; moments++) {
      const platform = sample.api && createPlatform(sample.api.rules, clock);
      const { store, marked } = countingMarks(openEmbeddedStore());
      const parts = { data, sample, store, clock, platform };
      const life = mortal(moments);
      const doomed = post(startProcess({ ...parts, life }), name, sample, body);
      const isOver = (await Promise.race([doomed, life.death])) !== "died";
      await settle();
      const unmarked = (platform?.taken.length ?? 0) - marked();
      clock.wait(leaseS);
      const next = startProcess(parts);
      const answer = await postUntilAcknowledged(() => post(next, name, sample, body), clock);

      expect(answer.status).toBe(200);
      expect(await totalIn(store)).toBe(messages);
      if (platform) {
        // A second reply only to those whose first one was sent and not marked.
        expect(platform.taken).toHaveLength(messages + unmarked);
        expect(unmarked).toBeLessThanOrEqual(messages);
      }
      if (sample.readTextOf) expect(sample.readTextOf(answer.body)).toMatch(/identity card/);
      if (isOver) {
        expect(unmarked).toBe(0);
        return moments;
      }
    }
  }

  it.each(channelSamples)("%s: the next delivery finishes, counted once", async (name, sample) => {
    const body = sample.text(question);
    const awaits = await dieEverywhere({ name, sample, body, messages: 1 });
    // Before and after settings and claim; and, where it is a call, reply and mark.
    expect(awaits).toBeGreaterThanOrEqual(sample.api ? 8 : 4);
  });

  it("in the middle of a batch: each message is counted once, and none goes unanswered", async () => {
    for (const [name, sample] of channelSamples) {
      const body = sample.batch?.([question, question, question]);
      if (body === undefined) continue;
      const awaits = await dieEverywhere({ name, sample, body, messages: 3 });
      expect(awaits).toBeGreaterThanOrEqual(20);
    }
  });

  it("twice in a row: counted once, and one reply more for each that was sent and not marked", async () => {
    const lastMoment = 12;
    for (let first = 0; first <= lastMoment; first++) {
      for (let second = 0; second <= lastMoment; second++) {
        whatsapp = createPlatform(whatsappApi, clock);
        const { store, marked } = countingMarks(openEmbeddedStore());
        for (const moments of [first, second]) {
          const life = mortal(moments);
          await Promise.race([deliverTo(startOver(store, { life }), textFor("x")), life.death]);
          await settle();
          clock.wait(leaseS);
        }
        const unmarked = whatsapp.taken.length - marked();
        const last = startOver(store);
        await postUntilAcknowledged(() => deliverTo(last, textFor("x")), clock);
        expect(await countsIn(store)).toEqual(answered);
        expect(whatsapp.taken).toHaveLength(1 + unmarked);
      }
    }
  });

  it("at every request to DynamoDB", async () => {
    for (let moments = 0; ; moments++) {
      whatsapp = createPlatform(whatsappApi, clock);
      const { storeOf, close } = await openStandIn();
      const life = mortal(moments);
      const doomed = deliverTo(startOver(storeOf(life)), textFor("x"));
      const isOver = (await Promise.race([doomed, life.death])) !== "died";
      clock.wait(leaseS);
      const next = startOver(storeOf());
      await postUntilAcknowledged(() => deliverTo(next, textFor("x")), clock);
      expect(await countsIn(storeOf())).toEqual(answered);
      // Before and after the claim; before and after the mark.
      expect([moments, whatsapp.taken.length]).toEqual([moments, moments === 2 ? 2 : 1]);
      await close();
      if (isOver) break;
    }
  });
});

describe("clocks up to five minutes apart", () => {
  const days = ["2026-11-20", "2026-11-27"] as const;
  const skewS = fc.integer({ min: -300, max: 300 });
  // Around the end of a day in Jakarta, and far from it.
  const middayMs = testNowMs;
  const midnightMs = Date.UTC(2026, 10, 23, 17);

  it("of ours and of the platform's: counted once, never unanswered", async () => {
    const world = fc.record({
      atMs: fc.constantFrom(middayMs, midnightMs),
      platformAheadS: skewS,
      processesAheadS: fc.array(skewS, { minLength: 2, maxLength: 4 }),
      turns: fc.array(fc.record({ process: fc.nat(), afterS: fc.integer({ min: 0, max: 60 }) }), {
        minLength: 2,
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ atMs, platformAheadS, processesAheadS, turns }) => {
        whatsapp = createPlatform(whatsappApi, clock);
        const store = openEmbeddedStore();
        let nowMs = atMs;
        const processes = processesAheadS.map((aheadS) =>
          startProcess({
            ...{ data, sample: whatsappSample, store, platform: whatsapp },
            clock: { now: () => nowMs + aheadS * 1000 },
          }),
        );
        const timestamp = String(Math.floor(atMs / 1000) + platformAheadS);
        const body = whatsappDelivery([
          { id: "wamid.x", timestamp, text: { body: question } },
        ]).toString();
        for (const { process, afterS } of turns) {
          nowMs += afterS * 1000;
          const answer = await deliverTo(
            processes[process % processes.length] as HandlerUnderTest,
            body,
          );
          expect(answer.status).toBe(200);
        }
        const counts = await store.counts(...days);
        expect(counts.map(({ n }) => n)).toEqual([1]);
        expect(whatsapp.taken).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it("count a message for the day of the platform's clock, whatever ours show", async () => {
    for (const [sentAtMs, day] of [
      [midnightMs - 1000, "2026-11-23"],
      [midnightMs, "2026-11-24"],
    ] as const) {
      const timestamp = String(sentAtMs / 1000);
      for (const aheadS of [-300, 0, 300]) {
        const store = openEmbeddedStore();
        const parts = { data, sample: whatsappSample, store, platform: whatsapp };
        const process = startProcess({ ...parts, clock: { now: () => sentAtMs + aheadS * 1000 } });
        const message = { id: "wamid.x", timestamp, text: { body: question } };
        await deliverTo(process, whatsappDelivery([message]).toString());
        expect(await store.counts(...days)).toMatchObject([{ day, n: 1 }]);
      }
    }
  });
});

describe("an entry that is renamed between two deliveries", () => {
  let renamed: BotData;
  beforeAll(() => {
    const folder = fileURLToPath(new URL("../fixtures/bot", import.meta.url));
    const files = readFaqFolder(folder).map(({ path, text }) => ({
      path: path.replace("join.yaml", "become-a-member.yaml"),
      text: text.replace(/^related: .*/m, (related) => related.replace("join", "become-a-member")),
    }));
    const reading = readFaq(files);
    if (reading.kind !== "faq") throw new Error(JSON.stringify(reading.problems));
    renamed = { ...data, ...train(reading.faq), faq: publish(reading.faq) };
  });

  it("counts under the new name what is new", async () => {
    const store = openEmbeddedStore();
    expect((await deliverTo(startOver(store, { data: renamed }), textFor("x"))).status).toBe(200);
    expect(await countsIn(store)).toEqual({ "become-a-member#en#whatsapp#answer": 1 });
  });

  it("is one count under the old name, wherever the first delivery ended", async () => {
    for (let moments = 0; ; moments++) {
      whatsapp = createPlatform(whatsappApi, clock);
      const store = openEmbeddedStore();
      const life = mortal(moments);
      const doomed = deliverTo(startOver(store, { life }), textFor("x"));
      const isOver = (await Promise.race([doomed, life.death])) !== "died";
      await settle();
      const first = await countsIn(store);
      clock.wait(leaseS);
      const next = startOver(store, { data: renamed });
      await postUntilAcknowledged(() => deliverTo(next, textFor("x")), clock);
      const wasCounted = Object.keys(first).length > 0;
      expect(await countsIn(store)).toEqual(
        wasCounted ? answered : { "become-a-member#en#whatsapp#answer": 1 },
      );
      expect(whatsapp.taken.length).toBeGreaterThanOrEqual(1);
      if (isOver) {
        expect(wasCounted).toBe(true);
        break;
      }
    }
  });
});
