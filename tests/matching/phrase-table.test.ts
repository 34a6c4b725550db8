import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Phrase,
  type PhraseTable,
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

function find(phrase: string, table: PhraseTable): Phrase | undefined {
  const [first = "", ...others] = phrase.split(" ");
  return others.reduce((found, word) => found?.longer().get(word), table.get(first));
}

describe("a table of phrases", () => {
  it("gives each phrase its meaning, and the words that longer ones go on with", () => {
    fc.assert(
      fc.property(meanings, fc.array(phrase), (known, others) => {
        for (const table of [phraseTable(known), phrasesIn(phraseText(known))]) {
          for (const one of [...known.keys(), ...others]) {
            const longer = [...known.keys()].filter((other) => other.startsWith(`${one} `));
            const next = new Set(longer.map((other) => other.slice(one.length + 1).split(" ")[0]));
            const found = find(one, table);
            expect(found !== undefined).toBe(known.has(one) || longer.length > 0);
            expect(found?.meaning).toEqual(known.get(one));
            expect(new Set(found?.longer().keys())).toEqual(next);
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
