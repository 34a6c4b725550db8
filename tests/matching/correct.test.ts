import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctWords, createCorrector } from "../../functions/webhook/matching/correct.ts";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise } from "../../functions/webhook/matching/normalise.ts";
import { vocabularyOf } from "../../functions/webhook/matching/vocabulary.ts";
import { spaceOfWords } from "./space-of-words.ts";

const vocabulary = [
  ..."apakah pesan pribadi dibaca kebijakan privasi berlaku whatsapp akun dihapus hapus".split(" "),
  ..."message private policy account deleted terms business encryption facebook".split(" "),
].sort();
const corrector = createCorrector({
  vocabulary: vocabularyOf(vocabulary),
  space: spaceOfWords(vocabulary),
});
const correct = (text: string) =>
  correctWords(text.split(" "), (word) => vocabulary.includes(word), corrector)?.join(" ");

describe("correcting words", () => {
  it.each([
    ["apakahh", "apakah"],
    ["pribdi", "pribadi"],
    ["kebijkan", "kebijakan"],
    ["kebijakkan", "kebijakan"],
    ["privassi", "privasi"],
    ["whatsap", "whatsapp"],
    ["whastapp", "whatsapp"],
    ["acount", "account"],
    ["encrpytion", "encryption"],
    ["bussines", "business"],
    ["pribdai", "pribadi"],
    ["enkripsion", "encryption"],
  ])("mends %s", (typo, meant) => {
    expect(correct(typo)).toBe(meant);
  });

  it("leaves known words as they are, and mends the others beside them", () => {
    expect(correct("apakah pesna dihapus")).toBe("apakah pesan dihapus");
  });

  it("says so where there is nothing to mend", () => {
    expect(correct("apakah pesan pribadi dihapus")).toBeUndefined();
    expect(correctWords([], () => true, corrector)).toBeUndefined();
  });

  it("leaves short words alone", () => {
    expect(correct("aku wq mau")).toBeUndefined();
  });

  it("leaves alone what is near to nothing", () => {
    expect(correct("xylophone qwrtzpsd")).toBeUndefined();
  });

  it("leaves alone what is no plain word", () => {
    expect(correct("<number> h4pus 你好世界 пesan приват hapüs")).toBeUndefined();
  });

  it("leaves short words alone that no one slip explains", () => {
    expect(correct("aukn")).toBe("akun");
    expect(correct("aukkn pexxan")).toBeUndefined();
  });

  it("leaves very long words alone", () => {
    expect(correct("kebijakan".repeat(3))).toBeUndefined();
  });

  it("mends at most the first eight unknown words", () => {
    expect(correct(Array(20).fill("kebijkan").join(" "))).toBe(
      [...Array(8).fill("kebijakan"), ...Array(12).fill("kebijkan")].join(" "),
    );
  });

  it("gives each word one known word, or leaves it, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const words = normalise(guard(text));
        const corrected = correctWords(words, () => false, corrector) ?? words;
        expect(corrected).toHaveLength(words.length);
        corrected.forEach((word, index) => {
          expect([words[index], ...vocabulary]).toContain(word);
        });
      }),
    );
  });

  it("mends nothing toward an empty vocabulary", () => {
    const empty = createCorrector({ vocabulary: vocabularyOf([]), space: spaceOfWords([]) });
    expect(correctWords(["kebijkan"], () => false, empty)).toBeUndefined();
  });
});
