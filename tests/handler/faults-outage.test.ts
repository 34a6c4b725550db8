// What the real handler does while its store, a platform or its settings are out of reach.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { aroundStore } from "../../functions/webhook/counts/around-store.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { type CountStore, StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import type { LogRecord } from "../../functions/webhook/log-record.ts";
import { settingsFromParameter } from "../../functions/webhook/settings-source.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { whatsappSample } from "../channels/samples/whatsapp.ts";
import type { Fault } from "../counts/dynamo-stand-in.ts";
import type { ReadableStore } from "../counts/readable-store.ts";
import { whatsappApi } from "../fakes/whatsapp.ts";
import { trainBot } from "../fixtures/bot.ts";
import { countsIn, type HandlerUnderTest, testValues } from "../handler-under-test.ts";
import {
  type Clock,
  createClock,
  createPlatform,
  openStandIn,
  type PlatformInMemory,
  post,
  postUntilAcknowledged,
  type SendFault,
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
const startOver = (store: CountStore) =>
  startProcess({ data, sample: whatsappSample, store, clock, platform: whatsapp });
const textFor = (message: number) => whatsappSample.text(question, `"wamid.${message}"`);
const deliverTo = (process: HandlerUnderTest, message: number) =>
  post(process, "whatsapp", whatsappSample, textFor(message));
const uncountedIn = (process: HandlerUnderTest) => process.logged("uncounted").length;

describe("transactions that collide", () => {
  it.each([5, 20, 50])(
    "in %i of 100 requests: every message is answered, and is counted or owned up to",
    async (percent) => {
      const messages = 100;
      const { standIn, storeOf, close } = await openStandIn();
      const random = seededRandom(percent);
      standIn.faultFor = () => (random() < percent / 100 ? "conflict" : undefined);
      const process = startOver(storeOf());
      for (let message = 0; message < messages; message++) {
        const { status } = await postUntilAcknowledged(() => deliverTo(process, message), clock);
        expect(status).toBe(200);
        clock.wait(1);
      }
      standIn.faultFor = () => undefined;
      const counted = await totalIn(storeOf());
      expect(whatsapp.taken).toHaveLength(messages);
      expect(counted + uncountedIn(process)).toBe(messages);
      // Five collisions in a row are rare enough, unless every other request collides.
      if (percent < 50) expect(counted).toBe(messages);
      else expect(uncountedIn(process)).toBeGreaterThan(0);
      await close();
    },
  );
});

describe("a minute without the store, five questions a second, each delivered twice", () => {
  interface Minute {
    /** Brings the trouble, and takes it away. */
    begin(): void;
    end(): void;
    readonly store: ReadableStore;
    close(): Promise<void>;
  }

  async function onStandIn(fault: Fault): Promise<Minute> {
    const { standIn, storeOf, close } = await openStandIn();
    return {
      begin() {
        standIn.faultFor = () => fault;
      },
      end() {
        standIn.faultFor = () => undefined;
      },
      store: storeOf(),
      close,
    };
  }

  /** It takes all of its time, and may do what it was asked all the same. */
  async function inVain({ isDone }: { isDone: boolean }): Promise<Minute> {
    const store = openEmbeddedStore();
    let isOut = false;
    const operate = async <Result>(work: () => Promise<Result>) => {
      if (!isOut) return work();
      clock.wait(0.6);
      if (isDone) await work();
      throw new StoreUnavailable("Deadline");
    };
    return {
      begin() {
        isOut = true;
      },
      end() {
        isOut = false;
      },
      store: { ...aroundStore(store, operate), counts: store.counts },
      close: async () => store.close(),
    };
  }

  const calmS = 6;
  const outageS = 60;
  const perSecond = 5;

  it.each<[string, () => Promise<Minute>, "exact" | "bounded"]>([
    ["fails", () => onStandIn("failed"), "exact"],
    ["is throttled", () => onStandIn("throttled"), "exact"],
    ["keeps silent", () => inVain({ isDone: false }), "exact"],
    ["does what it is asked, but too late to say so", () => inVain({ isDone: true }), "bounded"],
  ])("that %s: all are answered once, and counted or owned up to", async (_, open, bounds) => {
    const minute = await open();
    const process = startOver(minute.store);
    let messages = 0;
    const ask = async (seconds: number) => {
      for (let at = 0; at < seconds * perSecond; at++) {
        messages += 1;
        for (let copy = 0; copy < 2; copy++) {
          expect((await deliverTo(process, messages)).status).toBe(200);
        }
        clock.wait(1 / perSecond);
      }
    };
    await ask(calmS);
    expect(uncountedIn(process)).toBe(0);
    minute.begin();
    await ask(outageS);
    minute.end();
    const uncountedSoFar = uncountedIn(process);
    expect(uncountedSoFar).toBe(outageS * perSecond);
    await ask(calmS);

    expect(whatsapp.taken).toHaveLength(messages);
    const counted = await totalIn(minute.store);
    const uncounted = uncountedIn(process);
    expect(counted).toBeLessThanOrEqual(messages);
    expect(counted + uncounted).toBeGreaterThanOrEqual(messages);
    // Five seconds after the trouble the store is asked again.
    expect(uncounted - uncountedSoFar).toBeLessThanOrEqual(5 * perSecond);
    if (bounds === "exact") expect(counted + uncounted).toBe(messages);
    else expect(counted + uncounted).toBeGreaterThan(messages);
    await minute.close();
  });
});

for (const [name, sample] of channelSamples) {
  const { api } = sample;
  if (!api) continue;
  describe(`when ${name}'s API answers`, () => {
    let platform: PlatformInMemory;
    let store: ReadableStore;
    let process: HandlerUnderTest;
    beforeEach(() => {
      platform = createPlatform(api.rules, clock);
      store = openEmbeddedStore();
      process = startProcess({ data, sample, store, clock, platform });
    });
    const deliver = () => post(process, name, sample, sample.text(question));

    it.each<SendFault>([429, 500, 502, 503, "silent"])(
      "%s: 503, the claim is given back, and the next delivery replies at once",
      async (fault) => {
        platform.faultFor = () => fault;
        const answer = await deliver();
        expect(answer.status).toBe(503);
        expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
        platform.faultFor = () => undefined;
        expect((await deliver()).status).toBe(200);
        expect(platform.taken).toHaveLength(1);
        expect(await totalIn(store)).toBe(1);
      },
    );

    it.each([400, 401, 403])("%i: 200, told in the log, and not tried again", async (status) => {
      platform.faultFor = () => status;
      expect((await deliver()).status).toBe(200);
      const tried = platform.tried.length;
      for (let copy = 0; copy < 5; copy++) expect((await deliver()).status).toBe(200);
      expect(platform.tried).toHaveLength(tried);
      expect(await totalIn(store)).toBe(1);
      const told = process.logged("delivery");
      expect(told.length).toBe(tried);
      const [{ level, delivery }] = told as [LogRecord];
      expect(["permanent", "unauthorised"]).toContain(delivery);
      expect(level).toBe(delivery === "unauthorised" ? "error" : "warn");
      if (status === 401) expect(delivery).toBe("unauthorised");
    });
  });
}

describe("while the secret store is down", () => {
  /** A parameter store that is there as long as it is told so. */
  function settingsWhile(isUp: () => boolean) {
    const values = { PEPPER: testValues.PEPPER, ...whatsappSample.values };
    const client = {
      async send() {
        if (!isUp()) throw new Error("canary: the parameter store is down");
        return { Parameter: { Value: JSON.stringify(values) } };
      },
    };
    return settingsFromParameter("/jelas/settings", client as never, clock.now);
  }
  const startWith = (store: CountStore, isUp: () => boolean) =>
    startProcess({
      ...{ data, sample: whatsappSample, store, clock, platform: whatsapp },
      settings: settingsWhile(isUp),
    });

  it("a process that just started asks for every delivery again, and loses none", async () => {
    let isUp = false;
    const store = openEmbeddedStore();
    const process = startWith(store, () => isUp);
    for (let message = 0; message < 3; message++) {
      expect((await deliverTo(process, message)).status).toBe(503);
    }
    expect(await countsIn(store)).toEqual({});
    expect(process.lines.join()).not.toContain("canary");
    isUp = true;
    for (let message = 0; message < 3; message++) {
      expect((await deliverTo(process, message)).status).toBe(200);
    }
    expect(await countsIn(store)).toEqual({ "join#en#whatsapp#answer": 3 });
    expect(whatsapp.taken).toHaveLength(3);
  });

  it("a process that has read its settings goes on with them, for hours", async () => {
    let isUp = true;
    const store = openEmbeddedStore();
    const process = startWith(store, () => isUp);
    expect((await deliverTo(process, 0)).status).toBe(200);
    isUp = false;
    for (let message = 1; message <= 12; message++) {
      clock.wait(600);
      expect((await deliverTo(process, message)).status).toBe(200);
    }
    expect(whatsapp.taken).toHaveLength(13);
    expect(await totalIn(store)).toBe(13);
    expect(process.logged("crash")).toEqual([]);
  });
});
