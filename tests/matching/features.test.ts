import { describe, expect, it } from "vitest";
import {
  type FeatureSpace,
  gramsOf,
  groups,
  pairsOf,
  vectorOf,
} from "../../functions/webhook/matching/features.ts";

/** A space that knows these features, all equally telling. */
function spaceOf(...features: string[]): FeatureSpace {
  const rows = new Map(features.map((feature, row) => [feature, row]));
  return { rows, idf: features.map(() => 2), unseenIdf: 5 };
}

const lengthOf = (values: readonly number[]) => Math.hypot(...values);
const noGrams = () => [];

describe("gramsOf", () => {
  it("cuts a word into letters in a row, with its borders", () => {
    expect(gramsOf("wa", [2, 3])).toEqual(["~^w", "~wa", "~a$", "~^wa", "~wa$"]);
  });

  it("counts letters, not UTF-16 units", () => {
    expect(gramsOf("𝒜b", [2])).toEqual(["~^𝒜", "~𝒜b", "~b$"]);
  });
});

describe("pairsOf", () => {
  it("doesn't mind the order, nor how often a concept stands there", () => {
    expect(pairsOf(["read", "delete", "read"])).toEqual(["&delete&read"]);
    expect(pairsOf(["delete", "read"])).toEqual(["&delete&read"]);
    expect(pairsOf(["read", "read"])).toEqual([]);
  });
});

describe("vectorOf", () => {
  it("gives each group the length of its weight when the bank knows everything", () => {
    const space = spaceOf("=baca", "=chat", "@read", "@chat", "&chat&read");
    const reading = { words: ["baca", "chat"], concepts: ["read", "chat"] };
    const { rows, values } = vectorOf(reading, space, noGrams);
    const ofGroup = (first: number, last: number) =>
      lengthOf(values.filter((_, at) => (rows[at] ?? -1) >= first && (rows[at] ?? -1) <= last));
    expect(ofGroup(0, 1)).toBeCloseTo(groups.words.weight);
    expect(ofGroup(2, 3)).toBeCloseTo(groups.concepts.weight);
    expect(ofGroup(4, 4)).toBeCloseTo(groups.pairs.weight);
  });

  it("gets shorter with every word that the bank has never seen", () => {
    const space = spaceOf("=baca");
    const length = (...words: string[]) =>
      lengthOf(vectorOf({ words, concepts: [] }, space, noGrams).values);
    expect(length("baca")).toBeCloseTo(1);
    expect(length("baca", "resep")).toBeCloseTo(2 / Math.hypot(2, 5));
    expect(length("baca", "resep", "rendang")).toBeLessThan(length("baca", "resep"));
  });

  it("doesn't count unknown concepts, which say nothing about the bank", () => {
    const space = spaceOf("@read");
    const { values } = vectorOf({ words: [], concepts: ["read", "cook"] }, space, noGrams);
    expect(lengthOf(values)).toBeCloseTo(groups.concepts.weight);
  });

  it("lets a repeated word count less each time: 1 + ln tf", () => {
    const space = spaceOf("=a", "=b");
    const { values } = vectorOf({ words: ["a", "a", "b"], concepts: [] }, space, noGrams);
    expect((values[0] ?? 0) / (values[1] ?? 1)).toBeCloseTo(1 + Math.log(2));
  });

  it("is empty for a message that the bank knows nothing of", () => {
    expect(vectorOf({ words: ["x"], concepts: [] }, spaceOf("=a")).rows).toEqual([]);
    expect(vectorOf({ words: [], concepts: [] }, spaceOf("=a")).values).toEqual([]);
  });
});
