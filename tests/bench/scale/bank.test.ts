// Generated banks: the same each time, of words that are used as a language's are.
import { expect, it } from "vitest";
import { type Bank, generateBank } from "./bank.ts";

const phrasings = 20;
const small = generateBank(20, phrasings);
const large = generateBank(200, phrasings);
const textsOf = ({ faq }: Bank) =>
  faq.entries.map((entry) => entry.phrasings.map(({ text }) => text));
const wordsOf = (bank: Bank) =>
  textsOf(bank).flatMap((texts) => texts.flatMap((t) => t.split(" ")));

it("begins a larger bank with the entries of a smaller one", () => {
  expect(large.faq.entries).toHaveLength(200);
  expect(large.faq.entries.slice(0, 20)).toEqual(small.faq.entries);
});

it("gives every entry as many phrasings as were ordered, half of them in each language", () => {
  for (const entry of large.faq.entries) {
    expect(entry.phrasings).toHaveLength(phrasings);
    expect(entry.phrasings.filter(({ language }) => language === "id")).toHaveLength(10);
    expect(entry.phrasings.filter(({ language }) => language === "en")).toHaveLength(10);
  }
});

it("asks questions that no entry has for a phrasing, the same ones each time", () => {
  const known = new Set(textsOf(large).flat());
  const asked = large.ask(300);
  expect(asked).toHaveLength(300);
  expect(asked.filter(({ text }) => known.has(text))).toEqual([]);
  expect(large.ask(300)).toEqual(asked);
  expect(new Set(asked.map(({ entry }) => entry)).size).toBeGreaterThan(100);
});

it("names in every question something that its entry's phrasings name", () => {
  const words = new Map(
    large.faq.entries.map(({ id, phrasings }) => [
      id,
      new Set(phrasings.flatMap(({ text }) => text.split(" "))),
    ]),
  );
  const strange = large
    .ask(500)
    .filter(({ text, entry }) => !text.split(" ").some((word) => words.get(entry)?.has(word)));
  // One in a hundred draws an own word that none of ten phrasings happened to draw.
  expect(strange.length).toBeLessThan(15);
});

it("uses few words often and many rarely, so that words grow slower than the bank", () => {
  const counts = new Map<string, number>();
  for (const word of wordsOf(large)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const descending = [...counts.values()].sort((a, b) => b - a);
  const all = descending.reduce((sum, count) => sum + count, 0);
  const tenth = descending.slice(0, descending.length / 10).reduce((sum, count) => sum + count, 0);
  expect(tenth / all).toBeGreaterThan(0.4);
  const [few, many] = [new Set(wordsOf(small)).size, counts.size];
  expect(many).toBeGreaterThan(few * 2);
  expect(many).toBeLessThan(few * 8);
});
