import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSlipMender } from "../../functions/webhook/matching/one-slip.ts";
import { vocabularyOf } from "../../functions/webhook/matching/vocabulary.ts";
import { spaceOfWords } from "./space-of-words.ts";

/** Whether one letter left out, put in, mistaken or swapped makes one word the other: slow, obvious. */
function isOneSlip(one: string, other: string): boolean {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const places = Array.from({ length: one.length + 1 }, (_, at) => at);
  return places.some((at) => {
    const [before, here, after] = [one.slice(0, at), one.slice(at), one.slice(at + 1)];
    return [
      ...(here === "" ? [] : [before + after]),
      ...(here.length < 2 ? [] : [before + here.charAt(1) + here.charAt(0) + here.slice(2)]),
      ...letters.flatMap((letter) => [before + letter + here, before + letter + after]),
    ].includes(other);
  });
}

// Few letters, so that words are near one another.
const word = fc.string({ unit: fc.constantFrom(..."abz"), minLength: 4, maxLength: 7 });

describe("mending a slip", () => {
  it("finds the commonest word that is one slip away, the first of several, or none", () => {
    const words = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 3 })), {
      selector: ([word]) => word,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, word, (known, typed) => {
        const vocabulary = known.map(([word]) => word).sort();
        const space = spaceOfWords(vocabulary, Object.fromEntries(known));
        const near = known
          .filter(([word]) => word !== typed && isOneSlip(typed, word))
          .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
        fc.pre(!vocabulary.includes(typed));
        expect(createSlipMender(vocabularyOf(vocabulary), space)(typed)).toBe(near[0]?.[0]);
      }),
      { numRuns: 500 },
    );
  });

  it("knows each kind of slip at the beginning, the middle and the end of a word", () => {
    const mend = createSlipMender(vocabularyOf(["pesan"]), spaceOfWords(["pesan"]));
    const slips = ["esan", "pean", "pesa", "xpesan", "pexsan", "pesanx", "xesan", "pexan", "pesax"];
    for (const typed of [...slips, "epsan", "psean", "pesna"]) expect(mend(typed)).toBe("pesan");
    for (const typed of ["san", "epsna", "peasn2".slice(0, 4)]) expect(mend(typed)).toBeUndefined();
  });

  it("is not misled by a feature that is no word", () => {
    const space = spaceOfWords(["pesan", "pesat"]);
    expect(createSlipMender(vocabularyOf(["pesat"]), space)("pesaq")).toBe("pesat");
  });
});
