import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bigramFeature,
  characterFeatures,
  conceptFeature,
  featuresOf,
  groups,
  pairFeature,
  pairsOf,
  wordFeature,
} from "../../functions/webhook/matching/features.ts";

describe("features", () => {
  it("are the same for the same text, and whole numbers of 26 bits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const feature of [wordFeature(text), conceptFeature(text)]) {
          expect(Number.isInteger(feature)).toBe(true);
          expect(feature).toBeGreaterThanOrEqual(0);
          expect(feature).toBeLessThan(2 ** 26);
        }
        expect(wordFeature(text)).toBe(wordFeature(text));
      }),
    );
  });

  it("differ from kind to kind", () => {
    const [a, b] = [wordFeature("akun"), wordFeature("hapus")];
    const kinds = [
      a,
      conceptFeature("akun"),
      ...characterFeatures("akun"),
      bigramFeature(a, b),
      pairFeature(a, b),
    ];
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it("hardly ever collide", () => {
    const count = 20_000;
    const features = new Set(Array.from({ length: count }, (_, index) => wordFeature(`w${index}`)));
    // Of n values among 2²⁶, about n²/2²⁷ = 3 meet by chance.
    expect(features.size).toBeGreaterThan(count - 15);
  });
});

describe("the character n-grams of a word", () => {
  it("are three to five letters long, the word's borders among them", () => {
    // ^ab ab$ ^ab$
    expect(new Set(characterFeatures("ab")).size).toBe(3);
    // ^ab abc ^abc and abc, bc… no further: what ends with the fourth letter differs.
    const other = characterFeatures("abce");
    expect(characterFeatures("abcd").filter((one) => other.includes(one))).toHaveLength(3);
  });

  it("are as long as asked", () => {
    expect(characterFeatures("ab", 2, 2)).toHaveLength(3);
    expect(characterFeatures("abcd", 6, 6)).toHaveLength(1);
    expect(characterFeatures("a")).toHaveLength(1);
  });

  it("tell a word's border from its inside", () => {
    const [start = 0] = characterFeatures("abc");
    expect(characterFeatures("babc")).not.toContain(start);
  });
});

describe("neighbouring words", () => {
  it("are told apart from the same words the other way round", () => {
    const [a, b] = [wordFeature("belum"), wordFeature("setuju")];
    expect(bigramFeature(a, b)).not.toBe(bigramFeature(b, a));
  });
});

describe("pairs of concepts", () => {
  const concepts = ["a", "b", "c"].map(conceptFeature);

  it("are the same in whatever order the concepts are named", () => {
    expect(pairsOf(concepts)).toHaveLength(3);
    expect(new Set(pairsOf(concepts.toReversed()))).toEqual(new Set(pairsOf(concepts)));
  });

  it("are made of different concepts", () => {
    expect(pairsOf(["a", "a"].map(conceptFeature))).toEqual([]);
  });

  it("stay few however many concepts a message names", () => {
    const many = Array.from({ length: 1000 }, (_, index) => conceptFeature(`concept-${index}`));
    expect(pairsOf(many)).toHaveLength((32 * 31) / 2);
  });
});

it("a reading without words has no features", () => {
  const features = featuresOf({ words: [], concepts: [] });
  for (const group of groups) expect(features[group]).toEqual([]);
});
