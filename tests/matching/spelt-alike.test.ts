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

/** Gives the words that it visits. */
function listing(known: readonly string[], count: number) {
  const speltAlike = createSpeltAlike(known, count);
  return (word: string, errors: number): string[] => {
    const alike: string[] = [];
    speltAlike(word, errors, (one) => alike.push(one));
    return alike;
  };
}

describe("words that are spelt alike", () => {
  it("share some pairs of letters", () => {
    const alike = listing(vocabulary, 9);
    const near = ["private", "privasi", "pesan", "pesanan"];
    expect(new Set(alike("privat", any))).toEqual(new Set(near));
    expect(alike("qqqqqq", any)).toEqual([]);
  });

  it("are at most as many as are wanted", () => {
    expect(listing(vocabulary, 2)("privat", any)).toHaveLength(2);
  });

  it("are none of no words", () => {
    expect(listing([], 9)("pesan", any)).toEqual([]);
  });

  it("differ in length by two letters at most", () => {
    expect(listing(vocabulary, 9)("kebijakan", any)).not.toContain("kebijaksanaan");
  });

  it("could be the word, with so many of its letters wrong", () => {
    expect(listing(vocabulary, 9)("pesanaq", 3)).toEqual(["pesanan", "pesan"]);
    expect(listing(vocabulary, 9)("pesanaq", 1)).toEqual(["pesanan"]);
  });

  it("are all that are so near, whatever was asked before", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcz"), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.array(fc.tuple(word, fc.nat({ max: 2 })), { maxLength: 5 }),
        (known, asked) => {
          const speltAlike = listing(known, known.length);
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
    expect(listing(known, 9)("a".repeat(23), 1)).toHaveLength(2);
  });
});
