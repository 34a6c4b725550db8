// `POST /chat`, as the page and any program may use it.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { type EmbeddedStore, openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { trainBot, unsure } from "../fixtures/bot.ts";
import {
  ask,
  countsIn,
  type HandlerUnderTest,
  handlerUnderTest,
  testValues,
} from "../handler-under-test.ts";

let data: BotData;
let store: EmbeddedStore;
let bot: HandlerUnderTest;

beforeAll(() => {
  data = trainBot();
});
beforeEach(() => {
  store = openEmbeddedStore();
  bot = handlerUnderTest({ data, store, values: { PEPPER: testValues.PEPPER } });
});

const chat = (question: unknown, headers: Record<string, string> = {}, to = bot) =>
  ask(to, "POST", "/chat", {
    body: typeof question === "string" ? question : JSON.stringify(question),
    headers: { "content-type": "application/json", ...headers },
  });

const answerTo = async (question: unknown, to = bot) => {
  const { status, body } = await chat(question, {}, to);
  expect(status).toBe(200);
  return JSON.parse(body);
};

describe("the answer", () => {
  it("names its sources in the language that it is in", async () => {
    const { language, sources } = await answerTo({ entry: "join", language: "id" });
    expect(language).toBe("id");
    expect(sources[1]).toEqual({ title: "Papan pengumuman, November 2026" });
  });

  it("to a question: the entry, its sources apart, and what to ask next", async () => {
    const answer = await answerTo({ text: "how to join the library" });
    expect(answer).toEqual({
      outcome: "answer",
      entry: "join",
      language: "en",
      confidence: expect.any(Number),
      suggestions: [],
      text: expect.stringContaining("Source:\nPeraturan perpustakaan, pasal 3"),
      answer:
        "Bring an identity card to the front desk and fill in one form. Your card is made at once.",
      sources: [
        { title: "Peraturan perpustakaan, pasal 3", url: "https://example.org/peraturan#3" },
        { title: "Notice board, November 2026" },
      ],
      options: [
        { entry: "membership-fee", title: "How much does membership cost?" },
        { entry: "renew-card", title: "Does my card need renewing?" },
      ],
      feedback: {
        title: "Did this help?",
        options: [
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
  });

  it("to feedback: thanks, counted once for each answer", async () => {
    const { feedback } = await answerTo({ text: "how to join the library", id: "question-1" });
    const [helpful, unhelpful] = feedback.options;
    expect(await answerTo({ choice: helpful.choice })).toMatchObject({
      outcome: "smalltalk",
      text: "Thank you.",
    });
    await answerTo({ choice: unhelpful.choice });
    expect(await countsIn(store)).toEqual({
      "join#en#web#answer": 1,
      "join#en#web#helpful": 1,
    });
    const { status } = await chat({ choice: "entry/en/join" });
    expect(status).toBe(422);
  });

  it("to a question that it is not sure of: up to three entries to choose from", async () => {
    const answer = await answerTo(
      { text: "how to join the library" },
      handlerUnderTest({ data: unsure(data) }),
    );
    expect(answer).toMatchObject({ outcome: "suggest", entry: null, language: "en" });
    expect(answer.suggestions[0]).toBe("join");
    expect(answer.options[0]).toEqual({ entry: "join", title: "How do I become a member?" });
    expect(answer.options).toHaveLength(answer.suggestions.length);
    expect(answer).not.toHaveProperty("sources");
  });

  it("to anything else: no entry, and the topics to choose from", async () => {
    expect(await answerTo({ text: "when does the tennis final start" })).toEqual({
      outcome: "fallback",
      entry: null,
      language: "en",
      confidence: expect.any(Number),
      suggestions: [],
      text: "Sorry, I don't have an answer to that.\n\nPlease ask the staff.",
      options: [],
      topics: [
        { choice: "category/en/membership/0", title: "Membership" },
        { choice: "category/en/borrowing/0", title: "Borrowing" },
        { choice: "category/en/visiting/0", title: "Visiting" },
      ],
    });
    expect(await answerTo({ text: "hello" })).toMatchObject({ outcome: "smalltalk", options: [] });
  });

  it("to a topic that was picked from the menu: its questions", async () => {
    const { topics } = await answerTo({ text: "when does the tennis final start" });
    const [membership] = topics;
    const { options, ...topic } = await answerTo({ choice: membership.choice });
    expect(topic).not.toHaveProperty("topics");
    expect(options.map(({ entry }: { entry: string }) => entry)).toContain("join");
  });

  it("in the language of a page that writes its tag otherwise", async () => {
    for (const language of ["en-GB", "en_GB"]) {
      expect((await answerTo({ entry: "opening-hours", language })).language).toBe("en");
    }
  });

  it("to an entry that was tapped: that entry, in the language of the page", async () => {
    const inEnglish = await answerTo({ entry: "opening-hours", language: "en" });
    expect(inEnglish).toMatchObject({
      outcome: "answer",
      entry: "opening-hours",
      language: "en",
      confidence: 1,
      answer: "Every day from 9 to 20.",
    });
    expect((await answerTo({ entry: "opening-hours" })).language).toBe("id");
    for (const language of ["fr", "e/n", "", "constructor"]) {
      const answer = await answerTo({ entry: "opening-hours", language });
      expect(answer).toMatchObject({ entry: "opening-hours", language: "id" });
    }
  });

  it("to a text without a language of its own: in the language of the page", async () => {
    expect((await answerTo({ text: "👍", language: "en" })).text).toBe(
      "Sorry, I can only read text.",
    );
    expect((await answerTo({ text: "👍", language: "id" })).language).toBe("id");
  });

  it("is JSON that no browser takes for a page and nobody keeps", async () => {
    const { headers } = await chat({ text: "hello" });
    expect(headers).toEqual({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
  });

  it("never repeats the question", async () => {
    for (const text of ["<script>canary</script>", "how to join canary", "canary kenari"]) {
      const { body } = await chat({ text, language: "canary", id: "canary" });
      expect(body).not.toContain("canary");
    }
  });
});

describe("what is no question", () => {
  it.each(["", "{", "null", "[]", '["text"]', '"text"', "7"])("%s: 400", async (body) => {
    const { status, body: answer } = await chat(body);
    expect(status).toBe(400);
    expect(JSON.parse(answer)).toEqual({ error: 'Send a JSON object such as {"text": "…"}.' });
  });

  it.each([
    {},
    { text: 7 },
    { text: null },
    { text: ["canary"] },
    { entry: "canary" },
    { entry: 7 },
    { entry: ["join"] },
    { entry: "__proto__" },
    { text: "hello", entry: "canary" },
    { Text: "canary" },
  ])("%j: 422", async (question) => {
    const { status, body } = await chat(question);
    expect(status).toBe(422);
    expect(body).not.toContain("canary");
  });

  it("is not counted", async () => {
    await chat("{");
    await chat({ entry: "canary" });
    expect(await countsIn(store)).toEqual({});
  });
});

describe("who may ask", () => {
  const question = { text: "hello" };

  it("the page itself, and programs that name no origin", async () => {
    expect((await chat(question)).status).toBe(200);
    expect((await chat(question, { origin: "https://bot.example.org" })).status).toBe(200);
    const local = { host: "localhost:3000", origin: "http://localhost:3000" };
    expect((await chat(question, local)).status).toBe(200);
  });

  it.each([
    "https://other.example.org",
    "https://bot.example.org.evil.example",
    "https://bot.example.org:8443",
    "null",
    "",
    "bot.example.org",
    "https://bot.example.org, https://other.example.org",
  ])("not a page of another origin: %s", async (origin) => {
    const { status, body } = await chat(question, { origin });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({ error: "Ask from the chat page itself." });
    expect(await countsIn(store)).toEqual({});
  });
});

describe("counting", () => {
  it("counts a question once however often the page tries", async () => {
    for (let n = 0; n < 3; n++) await chat({ id: "page-1", text: "how to join the library" });
    expect(await countsIn(store)).toEqual({ "join#en#web#answer": 1 });
  });

  it("counts each question of a program that gives them no id", async () => {
    for (let n = 0; n < 3; n++) await chat({ text: "how to join the library" });
    expect(await countsIn(store)).toEqual({ "join#en#web#answer": 3 });
  });

  it("tells a tap from a question", async () => {
    await chat({ entry: "join", language: "en" });
    await chat({ text: "👍", language: "en" });
    expect(await countsIn(store)).toEqual({
      "-#en#web#nontext": 1,
      "join#en#web#chosen": 1,
    });
  });

  it("gives the answer also while the store is down, and logs that it is not counted", async () => {
    const claimAndCount = async () => {
      throw new StoreUnavailable("Deadline");
    };
    const down = handlerUnderTest({ data, store: { ...store, claimAndCount } });
    for (let n = 0; n < 5; n++) {
      expect(await answerTo({ text: "how to join the library" }, down)).toMatchObject({
        entry: "join",
      });
    }
    expect(down.logged("uncounted")).toHaveLength(5);
    // After three failures the store is left alone for a while.
    expect(down.logged("store").map(({ code }) => code)).toEqual([
      "Deadline",
      "Deadline",
      "Deadline",
    ]);
  });
});
