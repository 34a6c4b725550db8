import { describe, expect, it } from "vitest";
import { maxChatBytes } from "../../functions/webhook/chat.ts";
import { readChatReply } from "../../functions/webhook/page/client/chat-reply.ts";
import { excessCharacters } from "../../functions/webhook/page/client/limit.ts";
import { createFindSimilar } from "../../functions/webhook/page/client/similar.ts";
import { published } from "./fixture.ts";

describe("similar questions", () => {
  const find = createFindSimilar(
    published.entries.map(({ id, question }) => ({
      entry: id,
      text: question.id ?? "",
    })),
  );
  const entries = (typed: string) => find(typed).map(({ entry }) => entry);

  it("are found by their words in any order, the rarer word deciding", () => {
    expect(entries("keanggotaan biaya")[0]).toBe("membership-fee");
    expect(entries("buka perpustakaan kapan")[0]).toBe("opening-hours");
  });

  it("are found while a word is still being typed, and with a slip in it", () => {
    expect(entries("makan")[0]).toBe("bring-food");
    expect(entries("keanggotan")[0]).toBe("membership-fee");
  });

  it("are few, and none where nothing is alike", () => {
    expect(entries("apa yang berapa bolehkah buku anggota").length).toBeLessThanOrEqual(4);
    expect(entries("xyzzy")).toEqual([]);
    expect(entries("a b c")).toEqual([]);
    expect(entries("")).toEqual([]);
  });

  it("stay away from a long story", () => {
    expect(entries("biaya keanggotaan ".repeat(10))).toEqual([]);
  });
});

describe("the limit of a question", () => {
  it("is 1000 characters of plain text", () => {
    expect(excessCharacters("")).toBe(0);
    expect(excessCharacters("a".repeat(1000))).toBe(0);
    expect(excessCharacters("a".repeat(1007))).toBe(7);
  });

  it("is lower for letters of several bytes: removing the excess makes the question fit", () => {
    expect(excessCharacters("語".repeat(1000))).toBe(0);
    for (const letter of ["🙂", "\u0000"]) {
      const text = letter.repeat(1000);
      const excess = excessCharacters(text);
      expect(excess).toBeGreaterThan(0);
      const shortened = letter.repeat(1000 - excess);
      expect(excessCharacters(shortened)).toBe(0);
      const body = { text: shortened, language: "id", id: crypto.randomUUID() };
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(maxChatBytes);
    }
  });
});

describe("a reply of the server", () => {
  const reply = {
    outcome: "fallback",
    entry: null,
    language: "en",
    text: "Sorry.",
  };

  it("is read with only the fields that the page shows", () => {
    const options = [{ entry: "join", title: "Join" }, { entry: 3 }, null];
    expect(readChatReply({ ...reply, options, confidence: 0.1 })).toEqual({
      outcome: "fallback",
      language: "en",
      entry: undefined,
      text: "Sorry.",
      answer: undefined,
      sources: [],
      options: [{ entry: "join", title: "Join" }],
    });
  });

  it.each([
    undefined,
    null,
    "text",
    [],
    {},
    { ...reply, outcome: "other" },
    { ...reply, text: 1 },
    { ...reply, language: undefined },
  ])("is refused when it has another shape: %j", (value) => {
    expect(readChatReply(value)).toBeUndefined();
  });
});
