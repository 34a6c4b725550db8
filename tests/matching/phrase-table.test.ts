import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  phrasesIn,
  phraseTable,
  phraseText,
} from "../../functions/webhook/matching/phrase-table.ts";

// Few letters, so that phrases begin one another.
const word = fc.string({
  unit: fc.constantFrom("a", "b", "<", "字", "𐐀"),
  minLength: 1,
  maxLength: 3,
});
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const meanings = fc
  .uniqueArray(fc.tuple(phrase, fc.array(phrase)), {
    selector: ([phrase]) => phrase,
    maxLength: 40,
  })
  .map((list) => new Map(list));

describe("a table of phrases", () => {
  it("gives each phrase its meaning, and says which begin longer ones", () => {
    fc.assert(
      fc.property(meanings, fc.array(phrase), (known, others) => {
        for (const table of [phraseTable(known), phrasesIn(phraseText(known))]) {
          for (const one of [...known.keys(), ...others]) {
            const isBeginning = [...known.keys()].some((other) => other.startsWith(`${one} `));
            expect(table.get(one)).toEqual(
              known.has(one) || isBeginning ? { meaning: known.get(one), isBeginning } : undefined,
            );
          }
        }
      }),
    );
  });

  it("lists what it was made of", () => {
    fc.assert(
      fc.property(meanings, (known) => {
        expect(phraseTable(known).list()).toEqual(known);
        expect(phrasesIn(phraseText(known)).list()).toEqual(known);
      }),
    );
  });

  it("may be empty", () => {
    expect(phrasesIn("").get("akun")).toBeUndefined();
    expect(phraseTable(new Map()).get("akun")).toBeUndefined();
  });
});
