import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSpeltAlike } from "../../functions/webhook/matching/spelt-alike.ts";

const vocabulary = "apakah kebijakan kebijaksanaan pesan pesanan privasi private".split(" ");
/** So many letters may be wrong that sharing one pair is enough. */
const any = 9;

/** The fewest letters to put in, leave out or replace: slow, obvious. */
function errorsBetween(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const [first, second] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return errorsBetween(first, second);
  const ways = [errorsBetween(first, other), errorsBetween(one, second)];
  return 1 + Math.min(...ways, errorsBetween(first, second));
}

describe("words that are spelt alike", () => {
  it("are those that share most pairs of letters, best first", () => {
    expect(createSpeltAlike(vocabulary, 2)("pesanann", any)).toEqual(["pesanan", "kebijakan"]);
    expect(createSpeltAlike(vocabulary, 3)("privat", any)).toEqual(["private", "privasi", "pesan"]);
  });

  it("differ in length by two letters at most", () => {
    expect(createSpeltAlike(vocabulary, 9)("kebijakan", any)).not.toContain("kebijaksanaan");
  });

  it("could be the word, with so many of its letters wrong", () => {
    expect(createSpeltAlike(vocabulary, 9)("pesanaq", 3)).toEqual(["pesanan", "pesan"]);
    expect(createSpeltAlike(vocabulary, 9)("pesanaq", 1)).toEqual(["pesanan"]);
  });

  it("are none where no pair is shared, or where there are no words", () => {
    expect(createSpeltAlike(vocabulary, 9)("qqqqqq", any)).toEqual([]);
    expect(createSpeltAlike([], 9)("pesan", any)).toEqual([]);
  });

  it("are all that are so near, whatever was asked before", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcz"), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.array(fc.tuple(word, fc.nat({ max: 2 })), { maxLength: 5 }),
        (known, asked) => {
          const speltAlike = createSpeltAlike(known, known.length);
          for (const [one, most] of asked) {
            const errors = Math.min(most, Math.floor(one.length / 2));
            const alike = speltAlike(one, errors);
            expect(new Set(alike).size).toBe(alike.length);
            expect(alike).toEqual(
              expect.arrayContaining(known.filter((other) => errorsBetween(one, other) <= errors)),
            );
          }
        },
      ),
    );
  });

  it("may be one letter over and over", () => {
    const known = ["a".repeat(24), "a".repeat(22)];
    expect(createSpeltAlike(known, 9)("a".repeat(23), 1)).toEqual(known);
  });
});
