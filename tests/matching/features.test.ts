import { describe, expect, it } from "vitest";
import {
  type FeatureSpace,
  featuresOf,
  type Group,
  gramsOf,
  groups,
  pairsOf,
  type Reading,
  vectorOf,
} from "../../functions/webhook/matching/features.ts";

const reading = (words: string, ...concepts: string[]): Reading => ({
  words: words.split(" ").filter(Boolean),
  concepts,
});

/** A space that knows the features of these readings, all of them equally telling. */
function spaceOf(...readings: readonly Reading[]): FeatureSpace {
  const names = new Set(readings.flatMap((one) => Object.values(featuresOf(one)).flat()));
  return {
    rows: new Map([...names].map((name, row) => [name, row])),
    idf: Array.from(names, () => 1.5),
    unseenIdf: 3,
  };
}

/** The length of each group's part of a vector. */
function lengthsOf(one: Reading, space: FeatureSpace): Record<Group, number> {
  const { rows, values } = vectorOf(one, space);
  const valueFor = new Map(rows.map((row, at) => [row, values[at] ?? 0]));
  const features = featuresOf(one);
  const lengthOf = (group: Group) =>
    Math.hypot(
      ...[...new Set(features[group])].map((name) => valueFor.get(space.rows.get(name) ?? -1) ?? 0),
    );
  return {
    words: lengthOf("words"),
    characters: lengthOf("characters"),
    concepts: lengthOf("concepts"),
    pairs: lengthOf("pairs"),
  };
}

describe("the character n-grams of a word", () => {
  it("are two to five letters long, the word's borders among them", () => {
    expect(gramsOf("ab")).toEqual(["~^a", "~ab", "~b$", "~^ab", "~ab$", "~^ab$"]);
  });

  it("never cut a character in two", () => {
    expect(gramsOf("😀", [2])).toEqual(["~^😀", "~😀$"]);
  });
});

describe("pairs of concepts", () => {
  it("are the same in whatever order the concepts are named", () => {
    expect(pairsOf(["b", "a", "c"])).toEqual(["&a&b", "&a&c", "&b&c"]);
    expect(pairsOf(["c", "b", "a"])).toEqual(pairsOf(["b", "a", "c"]));
  });

  it("are made of different concepts", () => {
    expect(pairsOf(["a", "a"])).toEqual([]);
  });

  it("stay few however many concepts a message names", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `concept-${index}`);
    expect(pairsOf(many)).toHaveLength((32 * 31) / 2);
  });
});

describe("the vector of a message", () => {
  const known = reading("hapus akun saya", "delete", "account");
  const space = spaceOf(known, reading("baca chat", "read"));

  it("gives each group its own length", () => {
    const lengths = lengthsOf(known, space);
    for (const group of Object.keys(groups) as Group[]) {
      expect(lengths[group]).toBeCloseTo(groups[group].weight, 10);
    }
  });

  it("has no part of a group that the message has nothing of", () => {
    expect(lengthsOf(reading("hapus akun"), space)).toMatchObject({ concepts: 0, pairs: 0 });
    expect(vectorOf(reading(""), space)).toEqual({ rows: [], values: [] });
  });

  it("is shorter the more words nobody has seen", () => {
    const lengths = ["hapus akun", "hapus akun xyzzy", "hapus akun xyzzy plugh qwrt"].map(
      (text) => lengthsOf(reading(text), space).words,
    );
    expect(lengths[0]).toBeCloseTo(1, 10);
    expect(lengths[1]).toBeCloseTo(Math.sqrt(4.5 / (4.5 + 9)), 10);
    expect(lengths[2]).toBeLessThan(lengths[1] ?? 0);
  });

  it("is not shorter for concepts nobody has seen", () => {
    const lengths = lengthsOf(reading("hapus", "delete", "unheard-of"), space);
    expect(lengths.concepts).toBeCloseTo(0.6, 10);
  });

  it("grows with the logarithm of how often a word is said", () => {
    const { rows, values } = vectorOf(reading("hapus hapus hapus akun"), space);
    const valueFor = (word: string) => values[rows.indexOf(space.rows.get(`=${word}`) ?? -1)] ?? 0;
    expect(valueFor("hapus") / valueFor("akun")).toBeCloseTo(1 + Math.log(3), 10);
  });

  it("weighs a telling word more", () => {
    const row = space.rows.get("=akun") ?? 0;
    const idf = Array.from(space.idf, (value, at) => (at === row ? 2 * value : value));
    const { rows, values } = vectorOf(reading("hapus akun"), { ...space, idf });
    const valueFor = (word: string) => values[rows.indexOf(space.rows.get(`=${word}`) ?? -1)] ?? 0;
    expect(valueFor("akun")).toBeCloseTo(2 * valueFor("hapus"), 10);
  });
});
