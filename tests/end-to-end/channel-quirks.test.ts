// What only some platforms ask of the bot: haste, patience, a second way to the person.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { channelWith } from "../channels/channel-contract.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { invalidReplyToken } from "../fakes/line.ts";
import type { FakePlatform } from "../fakes/platform.ts";
import { trainBot } from "../fixtures/bot.ts";
import { countsIn } from "../handler-under-test.ts";
import { type Backend, openEmbedded } from "./backends.ts";
import { type RunningBot, runBot } from "./running-bot.ts";

let data: BotData;
let backend: Backend;
let bot: RunningBot;
beforeAll(() => {
  data = trainBot();
});
beforeEach(async () => {
  backend = await openEmbedded();
  bot = await runBot({ data, store: backend.store });
});
afterEach(async () => {
  await bot.close();
  await backend.close();
});

const samples = new Map(channelSamples);
const sampleOf = (name: WebhookName) => {
  const sample = samples.get(name);
  if (!sample) throw new Error(`${name} has no sample`);
  return sample;
};
const deliver = (name: WebhookName, body: string) =>
  bot.post(name, sampleOf(name).sign(Buffer.from(body)));
const platformOf = (name: WebhookName): FakePlatform => {
  const platform = bot.platforms.get(name);
  if (!platform) throw new Error(`${name} has no stand-in`);
  return platform;
};
const question = "how to join the library";

describe("LINE", () => {
  it("a reply token that ran out is made up for by a push, once", async () => {
    const platform = platformOf("line");
    platform.faultFor = ({ path }) =>
      path.endsWith("/reply") ? { answer: invalidReplyToken } : undefined;
    const body = sampleOf("line").text(question);
    expect((await deliver("line", body)).status).toBe(200);
    expect((await deliver("line", body)).status).toBe(200);
    expect(platform.calls.map(({ path }) => path)).toEqual([
      "/v2/bot/message/reply",
      "/v2/bot/message/push",
    ]);
    expect(bot.logged("delivery")).toMatchObject([{ level: "warn", delivery: "lapsed" }]);
    expect(await countsIn(backend.store)).toEqual({ "join#en#line#answer": 1 });
  });

  it("is answered within its two seconds, even where its own API is silent", async () => {
    expect(channelWith("line", sampleOf("line")).respondWithinMs).toBeLessThan(2000);
    platformOf("line").faultFor = () => "silent";
    expect((await deliver("line", sampleOf("line").text(question))).status).toBe(503);
    expect(bot.logged("delivery")).toMatchObject([{ delivery: "transient", code: "timeout" }]);
  });
});

describe("a platform that says when to come again", () => {
  it("is told the same in our own Retry-After", async () => {
    platformOf("telegram").faultFor = () => ({
      answer: {
        status: 429,
        body: {
          ok: false,
          error_code: 429,
          description: "Too Many Requests: retry after 37",
          parameters: { retry_after: 37 },
        },
      },
    });
    const response = await deliver("telegram", sampleOf("telegram").text(question));
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "37"]);
  });
});

describe("a reply that fails again and again", () => {
  it.each(["messenger", "telegram"] as const)(
    "is given up on %s before the platform stops delivering",
    async (name) => {
      platformOf(name).faultFor = () => "broken";
      const body = sampleOf(name).text(question);
      expect((await deliver(name, body)).status).toBe(503);
      bot.wait(70 * 60);
      expect((await deliver(name, body)).status).toBe(200);
      platformOf(name).faultFor = () => undefined;
      expect((await deliver(name, body)).status).toBe(200);
      expect(bot.logged("message").map(({ ending }) => ending)).toEqual([
        "retry-later",
        "refused",
        "duplicate",
      ]);
      expect(await countsIn(backend.store)).toEqual({ [`join#en#${name}#answer`]: 1 });
    },
  );
});

describe("a platform that has had enough of us for now", () => {
  it("gets an old message all the same, when it takes calls again", async () => {
    platformOf("telegram").faultFor = () => "limited";
    const body = sampleOf("telegram").text(question);
    bot.wait(5 * 3600);
    expect((await deliver("telegram", body)).status).toBe(503);
    platformOf("telegram").faultFor = () => undefined;
    expect((await deliver("telegram", body)).status).toBe(200);
    expect(platformOf("telegram").messages()).toHaveLength(2);
  });
});

describe("what goes beside a reply", () => {
  const paths = (name: WebhookName) => platformOf(name).calls.map(({ path }) => path);

  it("Telegram hears of every tap, and feedback that was given is not asked for again", async () => {
    const sample = sampleOf("telegram");
    await deliver("telegram", sample.choice("helpful/en/join/abcdefghij", 1));
    await deliver("telegram", sample.choice("helpful/en/join/abcdefghij", 2));
    const methods = paths("telegram").map((path) => path.split("/").at(-1));
    expect(methods.filter((method) => method === "answerCallbackQuery")).toHaveLength(2);
    expect(methods.filter((method) => method === "sendMessage")).toHaveLength(1);
    expect(methods).toContain("editMessageReplyMarkup");
    expect(platformOf("telegram").problems).toEqual([]);
  });

  it("a keyboard of any depth costs nobody anything", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const tap = sampleOf("telegram").choice("helpful/en/join/abcdefghij");
    const body = tap.replace(/"inline_keyboard":\[.*?\]\]/, () => `"inline_keyboard":${deep}`);
    expect(body).toContain(deep);
    expect((await deliver("telegram", body)).status).toBe(200);
    expect(bot.logged("crash")).toEqual([]);
  });

  it("WhatsApp gets one read mark for a message, however often it comes", async () => {
    const body = sampleOf("whatsapp").text(question);
    await deliver("whatsapp", body);
    await deliver("whatsapp", body);
    const marks = platformOf("whatsapp").calls.filter(({ body }) => body.status === "read");
    expect(marks).toHaveLength(1);
  });

  it("a read mark that fails or hangs costs nobody the reply", async () => {
    platformOf("whatsapp").faultFor = ({ body }) => (body.status ? "silent" : undefined);
    expect((await deliver("whatsapp", sampleOf("whatsapp").text(question))).status).toBe(200);
    expect(platformOf("whatsapp").messages()).toHaveLength(1);
  });
});
