// The generic channel through HTTP: a signed question in, the answer in the response.
import { Webhook } from "standardwebhooks";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { trainBot, unsure } from "../fixtures/bot.ts";
import { type GenericDelivery, signedGeneric } from "../fixtures/generic.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { countsIn, genericKey, testNowMs } from "../handler-under-test.ts";
import { type Backend, openEmbedded, openOnStandIn } from "./backends.ts";
import { type RunningBot, runBot } from "./running-bot.ts";

let data: BotData;
beforeAll(() => {
  data = trainBot();
});

let backend: Backend;
let bot: RunningBot;

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${bot.url}/webhooks/generic`, { method: "POST", headers, body });

const send = (content: object | string, delivery?: GenericDelivery) => {
  const { body, headers } = signedGeneric(content, delivery);
  return post(body, headers);
};

/** What the answer holds, beside its type. */
const dataOf = async (response: Response | Promise<Response>) =>
  JSON.parse(await (await response).text()).data;

const question = { text: "how to join the library" };
const answered = { "join#en#generic#answer": 1 };

describe.each([
  ["the embedded store", openEmbedded],
  ["DynamoDB, on the stand-in", openOnStandIn],
])("with %s", (_, open) => {
  beforeEach(async () => {
    backend = await open();
    bot = await runBot({ data, store: backend.store });
  });
  afterEach(async () => {
    expectOnlyKnownFields(bot.lines);
    for (const { calls } of bot.platforms.values()) expect(calls).toEqual([]);
    await bot.close();
    await backend.close();
  });

  it("answers a question in the response, and counts it", async () => {
    const response = await send(question);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual({
      type: "message.reply",
      data: {
        text: expect.stringMatching(/^Bring an identity card(.|\n)*Source:\nPeraturan/),
        language: "en",
        outcome: "answer",
        answer_id: "join",
        confidence: expect.any(Number),
        options: [
          {
            choice: "entry/en/membership-fee",
            key: "12",
            title: "How much does membership cost?",
          },
          { choice: "entry/en/renew-card", key: "13", title: "Does my card need renewing?" },
        ],
        feedback: [
          {
            choice: expect.stringMatching(/^helpful\/en\/join\/[\w-]{10}$/),
            title: "👍 It helped",
          },
          {
            choice: expect.stringMatching(/^unhelpful\/en\/join\/[\w-]{10}$/),
            title: "👎 Not really",
          },
        ],
      },
    });
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("a redelivery gets the same answer and no second count", async () => {
    const first = await (await send(question)).text();
    // A sender that tries again signs anew, with the time of the new attempt.
    const later = { timestamp: testNowMs / 1000 + 120 };
    for (const delivery of [{}, later]) {
      expect(await (await send(question, delivery)).text()).toBe(first);
    }
    expect(await countsIn(backend.store)).toEqual(answered);
    expect(bot.logged("message").map(({ ending }) => ending)).toEqual([
      "replied",
      "duplicate",
      "duplicate",
    ]);
  });

  it("20 copies at once all get the answer, and one is counted", async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, () => send(question)));
    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("another id is another question", async () => {
    await send(question, { id: "msg_1" });
    await send(question, { id: "msg_2" });
    expect(await countsIn(backend.store)).toEqual({ "join#en#generic#answer": 2 });
  });

  it("a request that was tampered with is refused: nothing written, nothing answered", async () => {
    const { body, headers } = signedGeneric(question);
    const response = await post(body.replace("join", "leave"), headers);
    expect([response.status, await response.text()]).toEqual([401, ""]);
    expect(await backend.stored()).toEqual([]);
  });

  it("what is kept names nobody and quotes nobody", async () => {
    await send({ ...question, conversation: "conversation-kenari" }, { id: "msg_kenari" });
    const items = await backend.stored();
    expect(items.length).toBeGreaterThan(0);
    expect(items.join()).not.toMatch(/kenari|library/);
  });
});

describe("what it takes", () => {
  beforeEach(async () => {
    backend = await openEmbedded();
    bot = await runBot({ data, store: backend.store });
  });
  afterEach(async () => {
    await bot.close();
    await backend.close();
  });

  it("whatever the reference library signs", async () => {
    const { body } = signedGeneric({ text: "buka jam berapa 👍" });
    const time = new Date(testNowMs);
    const signature = new Webhook(genericKey.toString("base64")).sign("msg_lib", time, body);
    const response = await post(body, {
      "content-type": "application/json",
      "webhook-id": "msg_lib",
      "webhook-timestamp": String(testNowMs / 1000),
      "webhook-signature": signature,
    });
    expect((await dataOf(response)).answer_id).toBe("opening-hours");
  });

  it("either of two keys, while one replaces the other", async () => {
    const oldKey = Buffer.alloc(24, 3);
    const both = [oldKey, genericKey].map((key) => `whsec_${key.toString("base64")}`).join(" ");
    await bot.close();
    bot = await runBot({ data, store: backend.store, values: { GENERIC_SECRET: both } });
    for (const [id, key, status] of [
      ["msg_old", oldKey, 200],
      ["msg_new", genericKey, 200],
      ["msg_none", Buffer.alloc(24, 4), 401],
    ] as const) {
      expect((await send(question, { id, key })).status).toBe(status);
    }
  });

  it("nothing that was signed more than five minutes ago, or will be", async () => {
    for (const seconds of [-301, 301]) {
      const timestamp = testNowMs / 1000 + seconds;
      expect((await send(question, { timestamp })).status).toBe(401);
    }
    expect(await backend.stored()).toEqual([]);
  });

  it("a choice that it offered", async () => {
    const answer = await dataOf(send(question));
    const { choice } = answer.options[0];
    const response = await send({ choice }, { id: "msg_2" });
    expect(await dataOf(response)).toMatchObject({
      outcome: "answer",
      answer_id: "membership-fee",
      language: "en",
      confidence: 1,
    });
    expect(await countsIn(backend.store)).toMatchObject({
      "membership-fee#en#generic#chosen": 1,
    });
  });

  it("a suggestion's key, typed", async () => {
    await bot.close();
    bot = await runBot({ data: unsure(data), store: backend.store });
    const answer = await dataOf(send(question));
    expect(answer).toMatchObject({ outcome: "suggest", answer_id: null });
    const { key } = answer.options[0];
    const chosen = await dataOf(send({ text: key }, { id: "msg_2" }));
    expect(chosen).toMatchObject({ answer_id: "join", language: "en" });
  });

  it("a locale, for a text that has no language of its own", async () => {
    const replyIn = async (locale: string, id: string) => {
      const reply = await dataOf(send({ text: "👍", locale }, { id }));
      return reply.text;
    };
    expect(await replyIn("en-GB", "msg_1")).toBe("Sorry, I can only read text.");
    expect(await replyIn("id-ID", "msg_2")).toBe("Maaf, saya hanya bisa membaca teks.");
    expect(await replyIn("fr", "msg_3")).toBe(
      "Maaf, saya hanya bisa membaca teks.\n\nSorry, I can only read text.",
    );
  });

  it.each([
    ["another type of event", { body: '{"type":"message.deleted","data":{}}' }, 204],
    ["a message of another form", { body: '{"type":"message.received","data":{}}' }, 422],
    ["a list", { body: "[]" }, 422],
    ["no JSON", { body: "canary" }, 415],
    ["nothing at all", { body: "" }, 415],
    ["a form", { type: "application/x-www-form-urlencoded" }, 415],
    ["JSON by another name", { type: "application/vnd.example.v1+json; charset=utf-8" }, 200],
  ])(
    "%s gets its own status",
    async (_, { body, type }: { body?: string; type?: string }, status) => {
      const signed = signedGeneric(body ?? question);
      const headers =
        type === undefined ? signed.headers : { ...signed.headers, "content-type": type };
      const response = await post(signed.body, headers);
      expect(response.status).toBe(status);
      expect(await response.text()).not.toContain("canary");
      expect((await backend.stored()).length > 0).toBe(status === 200);
    },
  );

  it("the question also while the store is down", async () => {
    const down = async () => {
      throw new StoreUnavailable("Deadline");
    };
    await bot.close();
    bot = await runBot({ data, store: { ...backend.store, claimAndCount: down } });
    const response = await send(question);
    expect((await dataOf(response)).answer_id).toBe("join");
    expect(bot.logged("uncounted")).toHaveLength(1);
  });
});
