import { describe, expect, it } from "vitest";
import { gramsOf, type Reading } from "../../functions/webhook/matching/features.ts";
import { layOutSpace } from "../../functions/webhook/training/space.ts";

const reading = (words: string, ...concepts: string[]): Reading => ({
  words: words.split(" "),
  concepts,
});
const readings = [
  reading("hapus akun", "delete", "account"),
  reading("hapus akun saya", "delete", "account"),
  reading("hapus hapus chat", "delete", "chat"),
];
const space = layOutSpace(readings, gramsOf, 2);
const idfOf = (feature: string) => space.idf[space.rows.get(feature) ?? -1];

describe("the feature space of a bank", () => {
  it("has a row for every word, and for what else stands in at least two sentences", () => {
    expect([...space.rows.keys()].filter((feature) => !feature.startsWith("~"))).toEqual([
      "=hapus",
      "=akun",
      "@delete",
      "@account",
      "&account&delete",
      "=saya",
      "=chat",
    ]);
    expect(space.rows.has("~^ak")).toBe(true);
    expect(space.rows.has("~^sa")).toBe(false);
  });

  it("numbers its rows from 0 without a gap", () => {
    expect([...space.rows.values()]).toEqual([...space.rows.keys()].map((_, row) => row));
    expect(space.idf).toHaveLength(space.rows.size);
  });

  it("holds a feature the more telling the fewer sentences it stands in", () => {
    expect(idfOf("=hapus")).toBeCloseTo(1, 5);
    expect(idfOf("=akun")).toBeCloseTo(Math.log(4 / 3) + 1, 5);
    expect(idfOf("=saya")).toBeCloseTo(Math.log(2) + 1, 5);
    expect(space.unseenIdf).toBeCloseTo(Math.log(4) + 1, 5);
  });
});
