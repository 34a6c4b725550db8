// A hasty lesson: what was added is found at once, and what was known is not lost.
import { describe, expect, it } from "vitest";
import type { Entry, Faq } from "../../functions/webhook/faq/faq.ts";
import { decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { readBank } from "../../functions/webhook/training/bank.ts";
import { revise } from "../../functions/webhook/training/revise.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { tinyFaq } from "./tiny-faq.ts";

const trained = train(tinyFaq);
const lesson = (faq: Faq) =>
  revise({
    trained,
    taught: readBank(tinyFaq),
    bank: readBank(faq),
    words: faq.words,
    languages: faq.bot.languages,
  });

/** The best entry for a text, after a hasty lesson. */
function bestAfter(faq: Faq, text: string): string | undefined {
  const revised = lesson(faq);
  if (!revised) throw new Error("too large");
  return createMatcher(revised.model, revised.lexicon).match(text).candidates[0]?.entry;
}

const [hours] = tinyFaq.entries as [Entry, ...Entry[]];
const dogs: Entry = {
  ...hours,
  id: "dogs",
  number: 4,
  phrasings: [
    { text: "may I bring my dog", language: "en" },
    { text: "are dogs allowed inside", language: "en" },
    { text: "boleh bawa anjing ke sini", language: "id" },
  ],
};
const withDogs: Faq = { ...tinyFaq, entries: [...tinyFaq.entries, dogs] };

describe("a hasty lesson", () => {
  it("finds a new entry by its phrasings, and by others like them", () => {
    expect(bestAfter(withDogs, "may I bring my dog")).toBe("dogs");
    expect(bestAfter(withDogs, "can dogs come inside")).toBe("dogs");
    expect(bestAfter(withDogs, "anjing boleh dibawa?")).toBe("dogs");
  });

  it("still gives every phrasing that was known to its entry", () => {
    for (const { id, phrasings } of tinyFaq.entries) {
      for (const { text } of phrasings) expect(bestAfter(withDogs, text)).toBe(id);
    }
  });

  it("takes a new phrasing of an entry that was there, in words that nobody had used", () => {
    const phrasing = { text: "kerani jaga sampai larut", language: "id" };
    const entries = tinyFaq.entries.map((entry) =>
      entry === hours ? { ...entry, phrasings: [...entry.phrasings, phrasing] } : entry,
    );
    expect(bestAfter({ ...tinyFaq, entries }, "kerani larut?")).toBe(hours.id);
  });

  it("forgets an entry that is gone, and knows the others under their places", () => {
    const entries = tinyFaq.entries.filter((entry) => entry !== hours);
    const revised = lesson({ ...tinyFaq, entries });
    expect(revised?.model.entries).toEqual(entries.map(({ id }) => id));
    for (const { id, phrasings } of entries) {
      expect(bestAfter({ ...tinyFaq, entries }, phrasings[0]?.text ?? "")).toBe(id);
    }
  });

  it("reads slang by the words as they are now", () => {
    const slang = new Map([...tinyFaq.words.slang, ["bukanye", "buka"]]);
    const words = { ...tinyFaq.words, slang };
    expect(bestAfter({ ...tinyFaq, words }, "jam berapa bukanye")).toBe(hours.id);
  });

  it("keeps greetings and what is off the subject where they were", () => {
    const revised = lesson(withDogs);
    if (!revised) throw new Error("too large");
    const matcher = createMatcher(revised.model, revised.lexicon);
    const { thresholds } = revised.model;
    expect(decide(matcher.match("selamat pagi"), thresholds).kind).toBe("smalltalk");
    const [offtopic = ""] = [...tinyFaq.offtopic.values()].flat();
    expect(decide(matcher.match(offtopic), thresholds).kind).not.toBe("answer");
  });

  it("is not given where a FAQ is another one, or speaks another language", () => {
    const phrasings = Array.from({ length: 600 }, (_, at) => ({
      text: `saya bertanya hal ${at}`,
      language: "id",
    }));
    expect(lesson({ ...tinyFaq, entries: [{ ...hours, phrasings }] })).toBeUndefined();
    expect(lesson({ ...tinyFaq, bot: { ...tinyFaq.bot, languages: ["en"] } })).toBeUndefined();
  });
});
