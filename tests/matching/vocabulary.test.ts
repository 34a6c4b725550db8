import fc from "fast-check";
import { expect, it } from "vitest";
import {
  vocabularyIn,
  vocabularyOf,
  vocabularyText,
} from "../../functions/webhook/matching/vocabulary.ts";

const word = fc.string({ unit: fc.constantFrom(..."abz"), minLength: 1, maxLength: 4 });

it("a vocabulary has its words and no others, as a list and as a text", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word), fc.array(word), (words, others) => {
      const made = vocabularyOf(words.sort());
      for (const vocabulary of [made, vocabularyIn(vocabularyText(made))]) {
        expect(vocabulary.list()).toEqual(words);
        for (const one of [...words, ...others]) {
          expect(vocabulary.has(one)).toBe(words.includes(one));
        }
      }
    }),
  );
});
