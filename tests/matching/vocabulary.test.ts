import fc from "fast-check";
import { expect, it } from "vitest";
import { hasWord, listWords, vocabularyOf } from "../../functions/webhook/matching/vocabulary.ts";

const word = fc.string({ unit: fc.constantFrom(..."abz"), minLength: 1, maxLength: 4 });

it("a vocabulary has its words and no others, each of them once and sorted", () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (words, others) => {
      const vocabulary = vocabularyOf(words);
      expect(listWords(vocabulary)).toEqual([...new Set(words)].sort());
      for (const one of [...words, ...others]) {
        expect(hasWord(one, vocabulary)).toBe(words.includes(one));
      }
    }),
  );
});
