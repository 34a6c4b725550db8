import { describe, expect, it } from "vitest";
import { featureTableOf, rowOf } from "../../functions/webhook/matching/feature-table.ts";
import {
  featuresOf,
  type Group,
  groups,
  type Reading,
  wordFeature,
} from "../../functions/webhook/matching/features.ts";
import type { Vector } from "../../functions/webhook/matching/sparse-vector.ts";
import {
  createVectorizer,
  type FeatureSpace,
  inverseFrequency,
} from "../../functions/webhook/matching/vector.ts";
import { reading } from "../fixtures/reading.ts";

const lengths = { words: 1, bigrams: 0.5, characters: 1, concepts: 0.6, pairs: 0.4 };
const sentences = 99;
const usual = 9;

/** A space that knows the features of these readings, all of them equally telling. */
function spaceOf(...readings: readonly Reading[]): FeatureSpace {
  const features = new Set(readings.flatMap((one) => Object.values(featuresOf(one)).flat()));
  const table = featureTableOf(Uint32Array.from(features).sort());
  return {
    table,
    sentences,
    having: new Uint16Array(table.length).fill(usual),
    lengths,
    unseen: 1,
  };
}

/** The values of a group's features in a reading's vector, each feature once. */
function valuesOf(group: Group, one: Reading, space: FeatureSpace): number[] {
  const { rows, values } = createVectorizer(space)(one);
  return [...new Set(featuresOf(one)[group])].map(
    (feature) => values[rows.indexOf(rowOf(feature, space.table))] ?? 0,
  );
}
const lengthOf = (group: Group, one: Reading, space: FeatureSpace) =>
  Math.hypot(...valuesOf(group, one, space));

describe("the vector of a message", () => {
  const known = reading("hapus akun saya", "delete", "account");
  const space = spaceOf(known, reading("baca chat", "read"));

  it("gives each group its own length", () => {
    for (const group of groups) {
      expect(lengthOf(group, known, space)).toBeCloseTo(lengths[group], 6);
    }
  });

  it("has no part of a group that the message has nothing of, or that has no length", () => {
    expect(lengthOf("concepts", reading("hapus akun"), space)).toBe(0);
    expect(createVectorizer(space)(reading(""))).toEqual({ rows: [], values: [] });
    const wordsOnly = { ...lengths, bigrams: 0, characters: 0, concepts: 0, pairs: 0 };
    const vector = createVectorizer({ ...space, lengths: wordsOnly })(known);
    expect(vector.rows).toHaveLength(3);
  });

  it("is shorter the more words nobody has seen", () => {
    const unseen = inverseFrequency(sentences, 0) / inverseFrequency(sentences, usual);
    const found = ["hapus akun", "hapus akun xyzzy", "hapus akun xyzzy plugh"].map((text) =>
      lengthOf("words", reading(text), space),
    );
    expect(found[0]).toBeCloseTo(1, 6);
    expect(found[1]).toBeCloseTo(Math.sqrt(2 / (2 + unseen ** 2)), 6);
    expect(found[2]).toBeCloseTo(Math.sqrt(2 / (2 + 2 * unseen ** 2)), 6);
  });

  it("is not shorter for neighbours or concepts nobody has seen", () => {
    expect(lengthOf("bigrams", reading("hapus akun hapus"), space)).toBeCloseTo(0.5, 6);
    expect(lengthOf("concepts", reading("hapus", "delete", "new"), space)).toBeCloseTo(0.6, 6);
  });

  it("grows with the logarithm of how often a word is said", () => {
    const [often = 0, once = 0] = valuesOf("words", reading("hapus hapus hapus akun"), space);
    expect(often / once).toBeCloseTo(1 + Math.log(3), 6);
  });

  it("weighs a telling word more", () => {
    const having = space.having.slice();
    having[rowOf(wordFeature("akun"), space.table)] = 0;
    const [usualValue = 0, telling = 0] = valuesOf("words", reading("hapus akun"), {
      ...space,
      having,
    });
    const expected = inverseFrequency(sentences, 0) / inverseFrequency(sentences, usual);
    expect(telling / usualValue).toBeCloseTo(expected, 6);
  });

  it("is as much shorter for a new word as often as it is said", () => {
    const unseen = inverseFrequency(sentences, 0) / inverseFrequency(sentences, usual);
    const twice = lengthOf("words", reading("hapus akun xyzzy xyzzy"), space);
    expect(twice).toBeCloseTo(Math.sqrt(2 / (2 + 2 * unseen ** 2)), 6);
  });

  it("of several readings is the mean of theirs", () => {
    const others = [reading("hapus chat saya", "read"), reading("xyzzy")];
    const vectorize = createVectorizer(space);
    const valueIn = ({ rows, values }: Vector, row: number) => values[rows.indexOf(row)] ?? 0;
    const mean = vectorize(known, ...others);
    const each = [known, ...others].map((one) => vectorize(one));
    expect(new Set(mean.rows)).toEqual(new Set(each.flatMap(({ rows }) => rows)));
    for (const row of mean.rows) {
      const sum = each.reduce((total, vector) => total + valueIn(vector, row), 0);
      expect(valueIn(mean, row)).toBeCloseTo(sum / 3, 10);
    }
  });

  it("is the same again, whatever came between", () => {
    const vectorize = createVectorizer(space);
    const first = vectorize(known);
    vectorize(reading("baca baca xyzzy", "read"));
    expect(vectorize(known)).toEqual(first);
  });
});
