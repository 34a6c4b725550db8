import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctWords, createCorrector } from "../../functions/webhook/matching/correct.ts";

const vocabulary = [
  "pesan",
  "pribadi",
  "facebook",
  "whatsapp",
  "menghapus",
  "panggilan",
  "kontak",
  "privasi",
  "account",
  "baca",
];
const corrector = createCorrector(vocabulary);
const known = new Set(vocabulary);
const correct = (...words: string[]) => correctWords(words, (word) => known.has(word), corrector);

describe("correctWords", () => {
  it.each([
    ["a letter left out", "pribdi", "pribadi"],
    ["a letter too many", "facebbook", "facebook"],
    ["a wrong letter", "kontok", "kontak"],
    ["two letters swapped", "whatsapp".replace("ts", "st"), "whatsapp"],
    ["letters cut off the end", "panggil", "panggilan"],
  ])("corrects %s", (_, word, expected) => {
    expect(correct(word)).toEqual([expected]);
  });

  it("leaves known words, short words and words like nothing known alone", () => {
    expect(correct("pesan", "baca")).toBeUndefined();
    expect(correct("psn")).toBeUndefined();
    expect(correct("xylophone")).toBeUndefined();
  });

  it("leaves anything that isn't a plain word alone", () => {
    expect(correct("pes4n", "пesan", "<number>", "a".repeat(100))).toBeUndefined();
  });

  it("keeps the other words where they are", () => {
    expect(correct("isi", "pesann", "saya")).toEqual(["isi", "pesan", "saya"]);
  });

  it("corrects only the first few unknown words, however many there are", () => {
    const corrected = correct(...Array.from({ length: 100 }, () => "pesann")) ?? [];
    expect(corrected.filter((word) => word === "pesan").length).toBeLessThanOrEqual(12);
    expect(corrected).toHaveLength(100);
  });

  it("only ever puts in words of the vocabulary, for any words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 40 })), (words) => {
        const corrected = correct(...words);
        corrected?.forEach((word, at) => {
          if (word !== words[at]) expect(vocabulary).toContain(word);
        });
      }),
    );
  });

  it("corrects nothing with an empty vocabulary", () => {
    expect(correctWords(["pesann"], () => false, createCorrector([]))).toBeUndefined();
  });
});
