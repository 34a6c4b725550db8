import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { decodeModel, encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { tinyFaq } from "../training/tiny-faq.ts";

const trained = train(tinyFaq);
const matcher = createMatcher(trained.model, trained.lexicon);
const best = (text: string) => matcher.match(text).candidates[0]?.entry;

describe("a matcher", () => {
  it.each([
    ["a phrasing of the bank", "jam berapa buka", "opening-hours"],
    ["slang", "jam brp buka", "opening-hours"],
    ["another form of a word", "loan a book", "borrow-books"],
    ["both languages at once", "card saya hilang", "lost-card"],
    ["a misspelt word", "kehilngan kartu perpstakaan", "lost-card"],
  ])("ranks the right entry first for %s", (_, text, entry) => {
    expect(best(text)).toBe(entry);
  });

  it("is surer of a question on the subject than of one off it", () => {
    const on = matcher.match("boleh pinjam berapa buku");
    const off = matcher.match("resep soto betawi");
    expect(on.confidence).toBeGreaterThan(off.confidence);
    expect(on.subject).toBeGreaterThan(off.subject);
  });

  it("tells small talk from questions", () => {
    expect(matcher.match("halo").smalltalk?.score).toBeGreaterThan(0.5);
    expect(matcher.match("halo").smalltalk?.kind).toBe("greeting");
    expect(matcher.match("jam berapa buka").smalltalk?.score).toBeLessThan(0.5);
  });

  it("tells the language, and takes the hint where the text doesn't", () => {
    expect(matcher.match("kapan buka").language).toBe("id");
    expect(matcher.match("when do you close").language).toBe("en");
    expect(matcher.match("???", "en").language).toBe("en");
    expect(matcher.match("???").language).toBe("id");
    expect(matcher.match("???", "xx").language).toBe("id");
  });

  it("knows a message without words", () => {
    expect(matcher.match("😂😂").hasWords).toBe(false);
    expect(matcher.match("").hasWords).toBe(false);
  });

  it("gives the same match for the same text, and scores that are probabilities, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const match = matcher.match(text);
        expect(matcher.match(text)).toEqual(match);
        for (const share of [match.subject, match.reach, match.confidence]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1.000001);
        }
        const scores = match.candidates.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it("may miss a text with look-alike letters, but answers no other entry than the plain one", () => {
    const plain = ["jam berapa buka", "I lost my card", "pinjam buku berapa lama"];
    const alike: Record<string, string> = { a: "а", e: "е", o: "о", p: "р", c: "с", k: "κ" };
    for (const text of plain) {
      for (const [latin, other] of Object.entries(alike)) {
        const match = matcher.match(text.replaceAll(latin, other));
        if (match.confidence >= trained.model.thresholds.answer) {
          expect(match.candidates[0]?.entry).toBe(best(text));
        }
      }
    }
  });

  it("answers alike from a model that was written and read back", () => {
    const copy = decodeModel(encodeModel(trained));
    const again = createMatcher(copy.model, copy.lexicon);
    for (const text of ["jam brp buka", "my card is gone", "halo", "resep rendang", "loan priod"]) {
      expect(again.match(text)).toEqual(matcher.match(text));
    }
  });
});
