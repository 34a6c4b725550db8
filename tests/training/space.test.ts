import { describe, expect, it } from "vitest";
import { listFeatures, rowOf } from "../../functions/webhook/matching/feature-table.ts";
import {
  conceptFeature,
  featuresOf,
  pairFeature,
  wordFeature,
} from "../../functions/webhook/matching/features.ts";
import { layOutSpace } from "../../functions/webhook/training/space.ts";
import { reading } from "../fixtures/reading.ts";

const readings = [
  reading("hapus akun", "delete", "account"),
  reading("hapus akun saya", "delete", "account"),
  reading("hapus hapus chat", "delete", "chat"),
];
const lengths = { words: 1, bigrams: 1, characters: 1, concepts: 1, pairs: 1 };
const space = layOutSpace(readings, { minShare: 2 / 3, unseen: 1, lengths });
const has = (feature: number, of = space) => rowOf(feature, of.table) >= 0;
const havingOf = (feature: number) => space.having[rowOf(feature, space.table)];

describe("the feature space of a bank", () => {
  it("has a row for every word, and for what else stands in enough sentences", () => {
    for (const word of ["hapus", "akun", "saya", "chat"]) expect(has(wordFeature(word))).toBe(true);
    expect(has(conceptFeature("account"))).toBe(true);
    expect(has(conceptFeature("chat"))).toBe(false);
    const [remove, account, chat] = ["delete", "account", "chat"].map(conceptFeature) as [
      number,
      number,
      number,
    ];
    expect(has(pairFeature(account, remove))).toBe(true);
    expect(has(pairFeature(chat, remove))).toBe(false);
    const [first = 0] = featuresOf(reading("akun")).characters;
    const [rare = 0] = featuresOf(reading("saya")).characters;
    expect([has(first), has(rare)]).toEqual([true, false]);
  });

  it("has its features in ascending order, each once", () => {
    const features = listFeatures(space.table);
    expect(features).toEqual(Uint32Array.from(new Set(features)).sort());
    expect(space.having).toHaveLength(space.table.length);
  });

  it("counts the sentences that have a feature, not how often they say it", () => {
    expect(havingOf(wordFeature("hapus"))).toBe(3);
    expect(havingOf(wordFeature("akun"))).toBe(2);
    expect(havingOf(wordFeature("saya"))).toBe(1);
    expect(space.sentences).toBe(3);
  });

  it("has no rows for a group that has no length", () => {
    const without = layOutSpace(readings, {
      minShare: 2 / 3,
      unseen: 1,
      lengths: { ...lengths, concepts: 0 },
    });
    expect(has(conceptFeature("account"), without)).toBe(false);
  });
});
