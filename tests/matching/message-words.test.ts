import { describe, expect, it } from "vitest";
import { createWordReader, isKnownWord } from "../../functions/webhook/matching/message-words.ts";
import { vocabularyOf } from "../../functions/webhook/matching/vocabulary.ts";
import { compileLexicon } from "../../functions/webhook/matching/words.ts";
import { spaceOfWords } from "./space-of-words.ts";

const vocabulary = ["akun", "hapus", "tidak", "whatsapp"];
const space = spaceOfWords(vocabulary);
const lexicon = compileLexicon({ slang: new Map([["wa", "whatsapp"]]), concepts: new Map() });
const readWords = createWordReader({ space, vocabulary: vocabularyOf(vocabulary) }, lexicon);

describe("the words of a message", () => {
  it("are plain, then standard", () => {
    expect(readWords("Hapus\u200b akun WA!!")).toEqual({
      typed: ["hapus", "akun", "wa"],
      standard: ["hapus", "akun", "whatsapp"],
      corrected: undefined,
    });
  });

  it("are read a second time where some were misspelt", () => {
    expect(readWords("hapsu akun wa").corrected).toEqual(["hapus", "akun", "whatsapp"]);
  });

  it("are none where there are none", () => {
    expect(readWords("😂 …")).toEqual({ typed: [], standard: [], corrected: undefined });
  });
});

it("knows the words of the bank and no others", () => {
  expect(isKnownWord("akun", space.table)).toBe(true);
  expect(isKnownWord("rendang", space.table)).toBe(false);
});
