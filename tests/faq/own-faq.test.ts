// The FAQ that comes with the bot keeps the rules that its own shape is promised to have.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFaq } from "../../bin/check/check.ts";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import { withoutLookAlikes } from "../../functions/webhook/matching/look-alikes.ts";
import { normalise } from "../../functions/webhook/matching/normalise.ts";

const files = readFaqFolder(join(import.meta.dirname, "../../faq"));
const reading = readFaq(files);
if (reading.kind === "problems") throw new Error("The FAQ has problems: run `faq check`.");
const { faq } = reading;
const { entries, bot, words, offtopic } = faq;
/** An answer that nobody has looked at for months is not a fault of the code. */
const lastVerified =
  entries
    .map(({ verified }) => verified)
    .sort()
    .at(-1) ?? "";

describe("the bot's own FAQ", () => {
  it("has nothing to warn of that isn't explained", () => {
    const { problems } = checkFaq(files, { today: lastVerified });
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it("speaks Indonesian first, and then English", () => {
    expect(bot.languages.slice(0, 2)).toEqual(["id", "en"]);
  });

  it("has fifty entries at least, each with a number of its own", () => {
    expect(entries.length).toBeGreaterThanOrEqual(50);
    expect(new Set(entries.map(({ number }) => number)).size).toBe(entries.length);
  });

  it("has a title for every folder, and an entry in every folder", () => {
    expect(new Set(entries.map(({ category }) => category))).toEqual(
      new Set(bot.categories.keys()),
    );
  });

  it("has slang in the form in which messages are read: foto2 is read as foto", () => {
    const plain = (form: string) =>
      form
        .toLowerCase()
        .replace(/['’]/g, "")
        .split(/[^\p{L}\p{N}]+/u);
    for (const form of words.slang.keys()) {
      expect(normalise(form)).toEqual(plain(withoutLookAlikes(form)).filter((word) => word !== ""));
    }
  });

  it("has enough small talk and off-topic sentences to learn from", () => {
    expect(bot.smalltalk.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["greeting", "thanks", "menu"]),
    );
    expect([...offtopic.values()].flat().length).toBeGreaterThanOrEqual(600);
    expect(words.slang.size).toBeGreaterThan(1000);
    expect(words.concepts.size).toBeGreaterThan(100);
  });

  it("never teaches a sentence both as off-topic and as a question", () => {
    const asked = new Set(entries.flatMap(({ phrasings }) => phrasings.map(({ text }) => text)));
    expect([...offtopic.values()].flat().filter((text) => asked.has(text))).toEqual([]);
  });

  describe.each(entries)("$id", (entry) => {
    const phrasingsIn = (language: string) =>
      entry.phrasings.filter((phrasing) => phrasing.language === language).length;

    it("can be asked for in enough ways", () => {
      for (const language of bot.languages) {
        expect(phrasingsIn(language)).toBeGreaterThanOrEqual(5);
      }
    });

    it("has texts in both languages that fit where they are shown", () => {
      for (const language of bot.languages) {
        expect(entry.question[language]).toMatch(/\?$/);
        expect(entry.answer[language]).toMatch(/\p{L}/u);
        expect([...(entry.answer[language] ?? "")].length).toBeLessThanOrEqual(1000);
        expect(entry.short[language]).toMatch(/\p{L}/u);
        expect([...(entry.short[language] ?? "")].length).toBeLessThanOrEqual(24);
      }
    });

    it("says where its answer comes from, and when that was checked", () => {
      expect(entry.sources.length).toBeGreaterThanOrEqual(1);
      expect(entry.verified).toMatch(/^20\d\d-\d\d-\d\d$/);
    });

    it("leads on to entries that exist", () => {
      const ids = entries.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([...entry.related]));
    });
  });
});
