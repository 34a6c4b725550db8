import { beforeAll, describe, expect, it } from "vitest";
import type { BotData } from "../functions/webhook/bot-data.ts";
import { encodeChoice } from "../functions/webhook/choice.ts";
import { outcomes } from "../functions/webhook/counts/cell.ts";
import { createMatcher } from "../functions/webhook/matching/matcher.ts";
import { createResponder, type Responder } from "../functions/webhook/respond.ts";
import { entryOf, trainBot, unsure } from "./fixtures/bot.ts";

let data: BotData;
let respond: Responder;

const responderOf = ({ faq, model, lexicon }: BotData) =>
  createResponder(faq, createMatcher(model, lexicon));

beforeAll(() => {
  data = trainBot();
  respond = responderOf(data);
});

const ask = (text: string, hint?: string) => respond({ kind: "text", text }, hint);
const choose = (payload: string, hint?: string) => respond({ kind: "choice", payload }, hint);

describe("a question", () => {
  it("is answered in its language, and counted as answered", () => {
    const { result, counted, reply } = ask("how to join the library");
    expect(result).toMatchObject({ outcome: "answer", entry: "join", language: "en" });
    expect(result.text).toBe(reply.text);
    expect(result.confidence).toBeGreaterThan(0.4);
    expect(result.confidence).toBeLessThanOrEqual(1);
    expect(counted).toEqual({ entry: "join", language: "en", outcome: "answer" });
    expect(ask("cara daftar anggota perpustakaan").counted).toEqual({
      entry: "join",
      language: "id",
      outcome: "answer",
    });
  });

  it("that the bot is not sure of gets suggestions, and the nearest is counted", () => {
    const { result, counted, reply } = responderOf(unsure(data))({
      kind: "text",
      text: "how to join the library",
    });
    expect(result).toMatchObject({ outcome: "suggest", entry: null });
    expect(result.suggestions[0]).toBe("join");
    expect(result.suggestions.length).toBeLessThanOrEqual(3);
    expect(reply.options.map(({ choice }) => choice)).toEqual(
      result.suggestions.map((entry) => ({ kind: "entry", entry, language: "en" })),
    );
    expect(counted).toEqual({ entry: "join", language: "en", outcome: "suggest" });
  });

  it("about something else gets the fallback, and no entry is counted", () => {
    const { result, counted } = ask("siapa yang menang pertandingan sepak bola semalam");
    expect(result).toMatchObject({ outcome: "fallback", entry: null, suggestions: [] });
    expect(counted).toEqual({ entry: "-", language: "id", outcome: "fallback-far" });
  });

  it("that is small talk is answered as such", () => {
    expect(ask("good morning")).toMatchObject({
      result: { outcome: "smalltalk", entry: null, text: "Hello, how can I help?" },
      counted: { entry: "-", language: "en", outcome: "smalltalk" },
    });
  });

  it("without a word is no text to read", () => {
    for (const text of ["", "   ", "👍👍", "...?!", "\u200b\u202e", "\ud800"]) {
      expect(ask(text).counted).toMatchObject({ entry: "-", outcome: "nontext" });
    }
  });

  it("gets the same answer however often it comes", () => {
    expect(ask("is membership free")).toEqual(ask("is membership free"));
  });
});

describe("a choice", () => {
  it("of somebody else's making is a question in the words on the button", () => {
    const content = { kind: "choice", payload: "HOURS", title: "when are you open" } as const;
    expect(respond(content).result.entry).toBe("opening-hours");
  });

  it("is answered at once, in the language it was offered in", () => {
    const { result, counted } = choose("entry/en/opening-hours", "id");
    expect(result).toMatchObject({
      outcome: "answer",
      entry: "opening-hours",
      language: "en",
      confidence: 1,
      text: "Every day from 9 to 20.",
    });
    expect(counted).toEqual({ entry: "opening-hours", language: "en", outcome: "chosen" });
  });

  it("may be typed: a number, or a topic's letter", () => {
    const { number } = entryOf(data.faq, "opening-hours");
    expect(ask(String(number), "en").counted).toEqual({
      entry: "opening-hours",
      language: "en",
      outcome: "chosen",
    });
    const { reply, counted } = ask("c");
    expect(reply.options.map(({ title }) => title)).toEqual(["Jam buka"]);
    expect(counted).toEqual({ entry: "-", language: "id", outcome: "smalltalk" });
  });

  it("offered as a number in an English reply is answered in English", () => {
    const { reply } = ask("how do I renew my card");
    const [first] = reply.options;
    expect(ask(first?.key ?? "").result).toMatchObject({ entry: "join", language: "en" });
  });

  it("of what is gone, or of nothing that we made, shows the menu", () => {
    for (const payload of ["entry/en/gone", "category/en/gone/0", "nonsense", "__proto__"]) {
      const { result, reply } = choose(payload, "en");
      expect(result).toMatchObject({ outcome: "smalltalk", entry: null });
      expect(reply.options).toHaveLength(3);
    }
  });

  it("in a language that the bot doesn't speak is answered in the first one it does", () => {
    expect(choose("entry/fr/join").result.language).toBe("id");
    expect(choose("entry/constructor/join", "fr").result.language).toBe("id");
  });
});

describe("whatever is sent", () => {
  it("only words of the FAQ come back, and only countable cells are counted", () => {
    const names = new Set(["-", ...data.faq.entries.map(({ id }) => id)]);
    const odd = ["canary-kenari", "<b>canary</b>", "{{canary}}", "canary\u0000join", "c a n a r y"];
    for (const text of odd.flatMap((each) => [each, `how to join ${each}`, `buka jam ${each}?`])) {
      const { result, counted, reply } = ask(text, "canary");
      expect(JSON.stringify([result, reply])).not.toMatch(/canary/);
      expect(names).toContain(counted.entry);
      expect(data.faq.bot.languages).toContain(counted.language);
      expect(outcomes).toContain(counted.outcome);
    }
  });
});

describe("who opens a conversation", () => {
  it("is welcomed and shown the topics, in every language unless one is known", () => {
    const { reply, counted } = respond({ kind: "welcome" });
    expect(reply.text).toBe("Halo! Silakan bertanya.\n\nHello! Ask me a question.");
    expect(reply.options.map(({ title }) => title)).toEqual([
      "Keanggotaan",
      "Peminjaman",
      "Berkunjung",
    ]);
    expect(counted).toEqual({ entry: "-", language: "id", outcome: "smalltalk" });
    expect(respond({ kind: "welcome" }, "en").reply.text).toBe("Hello! Ask me a question.");
  });
});

describe("feedback on an answer", () => {
  it("is counted for its entry, once for the answered message", () => {
    const { reply, counted, onceFor } = choose("unhelpful/en/join/abcdefghij");
    expect(reply.text).toBe("Thank you. Try asking in other words.");
    expect(counted).toEqual({ entry: "join", language: "en", outcome: "unhelpful" });
    expect(onceFor).toBe("feedback abcdefghij");
    expect(choose("helpful/id/join/abcdefghij").onceFor).toBe(onceFor);
    expect(choose("helpful/id/join/0123456789").onceFor).not.toBe(onceFor);
  });

  it("on an entry that is gone is still thanked for", () => {
    const { reply, counted } = choose("helpful/en/gone/abcdefghij");
    expect(reply.text).toBe("Thank you.");
    expect(counted).toEqual({ entry: "-", language: "en", outcome: "helpful" });
  });

  it("is offered beneath answers, and beneath nothing else", () => {
    expect(ask("how to join the library").reply.feedback).toHaveLength(2);
    expect(choose("entry/en/join").reply.feedback).toHaveLength(2);
    for (const { reply } of [ask("good morning"), choose("category/en/visiting/0")]) {
      expect(reply.feedback).toEqual([]);
    }
  });
});

it("an entry with a long name is found by what its button carries of it", () => {
  const long = "what-a-very-long-name-of-an-entry-this-is";
  const { faq, model, lexicon } = data;
  const entries = faq.entries.map((entry) =>
    entry.id === "join" ? { ...entry, id: long } : entry,
  );
  const respondTo = createResponder({ ...faq, entries }, createMatcher(model, lexicon));
  const payload = encodeChoice({ kind: "entry", entry: long, language: "en" });
  expect(payload).not.toContain(long);
  expect(respondTo({ kind: "choice", payload }).counted.entry).toBe(long);
});
