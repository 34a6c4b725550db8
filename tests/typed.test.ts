import { beforeAll, describe, expect, it } from "vitest";
import type { PublishedFaq } from "../functions/webhook/faq/published.ts";
import { createTypedKeys, type TypedKeys } from "../functions/webhook/typed.ts";
import { published } from "./page/fixture.ts";

describe("what a person types to choose", () => {
  let keys: TypedKeys;
  beforeAll(() => {
    keys = createTypedKeys(published);
  });
  const entry = (id: string, language: string) => ({ kind: "entry", entry: id, language });

  it("the number of an entry, in the language it is probably read in", () => {
    expect(keys.read("4")).toEqual(entry("how-many-books", "id"));
    expect(keys.read("4", "en")).toEqual(entry("how-many-books", "en"));
  });

  it("the number after the word that asks for it", () => {
    for (const text of ["balas 4", "Balas: 4", "no. 4", "nomor 4", "reply 4", "ketik 4."]) {
      expect(keys.read(text)).toEqual(entry("how-many-books", "id"));
    }
    for (const text of ["balas", "balas4", "balas dong", "number", "4 buku", "no"]) {
      expect(keys.read(text)).toBeUndefined();
    }
  });

  it("no smiley, sum or price is a key", () => {
    for (const text of [":D", "=D", ";b", ":3", "<3", "+1", "$5", "4️⃣:D", "😀B", "❤3"]) {
      expect(keys.read(text)).toBeUndefined();
    }
  });

  it("every key names its entry and its language", () => {
    for (const { id, number } of published.entries) {
      for (const language of published.bot.languages) {
        expect(keys.read(keys.ofEntry(number, language))).toEqual(entry(id, language));
      }
    }
  });

  it("the first language shows the entry's own number", () => {
    expect(keys.ofEntry(4, "id")).toBe("4");
    expect(keys.ofEntry(4, "en")).toBe("14");
  });

  it("leaves room for every number: the numbers of two languages never meet", () => {
    const entries = [3, 10, 120].map((number) => ({ ...published.entries[0], number }));
    const { ofEntry } = createTypedKeys({ ...published, entries } as PublishedFaq);
    const shown = ["id", "en"].flatMap((language) => [3, 10, 120].map((n) => ofEntry(n, language)));
    expect(shown).toEqual(["3", "10", "120", "1003", "1010", "1120"]);
  });

  it("the letter of a category, large or small", () => {
    const category = { kind: "category", category: "borrowing", from: 0, language: "en" };
    expect(keys.read(keys.ofCategory(1, "en"))).toEqual(category);
    expect(keys.read("b", "en")).toEqual(category);
  });

  it("a letter that no menu shows is none: somebody's y for yes opens no topic", () => {
    const names = Array.from({ length: 14 }, (_, at) => `topic-${at}`);
    const categories = new Map(names.map((name) => [name, { id: name, en: name }]));
    const many = createTypedKeys({ ...published, bot: { ...published.bot, categories } });
    for (const language of ["id", "en"]) {
      expect(names.map((_, place) => many.ofCategory(place, language)).join("")).toBe(
        "ABCDEFGHIJKLMN",
      );
    }
    for (const letter of ["o", "y", "Z"]) expect(many.read(letter, "en")).toBeUndefined();
    expect(many.read("n", "en")).toMatchObject({ category: "topic-13", language: "en" });
  });

  it("with whatever people put around it", () => {
    const ways = ["4", " 4 ", "4.", "#4", "4)", "(4)", "4️⃣", "４", "\u200e4", "4!!", "«4»"];
    for (const way of ways) expect(keys.read(way)).toEqual(entry("how-many-books", "id"));
    expect(keys.read("A.")).toMatchObject({ category: "membership" });
  });

  it("is nothing else", () => {
    const others = ["", "0", "8", "28", "99999999", "-", "g", "z", "é", "4 5", "4a", "a4", "empat"];
    for (const other of [...others, "4 buku", `${" ".repeat(30)}4`, "ß", "٤", "4\n5"]) {
      expect(keys.read(other)).toBeUndefined();
    }
  });
});
