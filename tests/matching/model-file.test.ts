import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureTableOf, listFeatures } from "../../functions/webhook/matching/feature-table.ts";
import type { SparseWeights } from "../../functions/webhook/matching/linear.ts";
import {
  decodeModel,
  encodeModel,
  type Trained,
} from "../../functions/webhook/matching/model-file.ts";
import { phraseTable } from "../../functions/webhook/matching/phrase-table.ts";
import { runsOf } from "../../functions/webhook/matching/runs.ts";
import { vocabularyOf } from "../../functions/webhook/matching/vocabulary.ts";

const weights: fc.Arbitrary<SparseWeights> = fc.record({
  rows: fc.array(fc.integer({ min: 0, max: 0xffff })).map(runsOf),
  columns: fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xff })).map((list) => Uint8Array.from(list)),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((list) => Uint16Array.from(list)),
  ),
  weights: fc.array(fc.integer({ min: -128, max: 127 })).map((list) => Int8Array.from(list)),
  scale: fc.double({ min: 0, max: 10, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
  bias: fc.array(fc.float({ noNaN: true })).map((list) => Float32Array.from(list)),
});
const name = fc.string({ unit: "grapheme" });
const table = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 26 - 1 }))
  .map((list) => featureTableOf(list.sort((a, b) => a - b)));
const word = name.map((text) => text.replace(/\s/g, "")).filter((text) => text !== "");
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const phrases = fc
  .uniqueArray(fc.tuple(phrase, fc.array(phrase)), { selector: ([phrase]) => phrase })
  .map((list) => phraseTable(new Map(list)));

const trained: fc.Arbitrary<Trained> = fc.record({
  model: fc.record({
    languages: fc.constantFrom<[string, ...string[]]>(["id"], ["id", "en"]),
    entries: fc.array(name),
    smalltalk: fc.array(name),
    thresholds: fc.record({ answer: fc.constant(0.7), suggest: fc.constant(0.25) }),
    space: fc.record({
      table,
      sentences: fc.nat(),
      having: fc.array(fc.integer({ min: 0, max: 0xffff })).map((list) => Uint16Array.from(list)),
      unseen: fc.constant(1),
      lengths: fc.constant({ words: 1, bigrams: 0.5, characters: 1, concepts: 0.6, pairs: 0 }),
    }),
    vocabulary: fc.array(word).map(vocabularyOf),
    classifier: weights,
    favour: fc.float32Array({ noNaN: true }),
    language: fc.record({ table, weights }),
  }),
  lexicon: fc.record({ slang: phrases, concepts: phrases }),
});

/** A table's 65,536 buckets take long to compare; its features do not. */
function withFeatures({ space, language, ...model }: Trained["model"]) {
  return {
    ...model,
    space: { ...space, table: listFeatures(space.table) },
    language: { ...language, table: listFeatures(language.table) },
  };
}

const runs = { numRuns: 30 };

function expectSame(read: Trained, made: Trained): void {
  expect(withFeatures(read.model)).toEqual(withFeatures(made.model));
  expect(read.lexicon.slang.list()).toEqual(made.lexicon.slang.list());
  expect(read.lexicon.concepts.list()).toEqual(made.lexicon.concepts.list());
}

describe("a model's file", () => {
  it("reads back as the model it was made of, whatever that holds", () => {
    fc.assert(
      fc.property(trained, (one) => {
        expectSame(decodeModel(encodeModel(one)), one);
      }),
      runs,
    );
  });

  it("reads back from wherever it lies in memory", () => {
    fc.assert(
      fc.property(trained, fc.nat({ max: 20 }), (one, offset) => {
        const bytes = encodeModel(one);
        const larger = Buffer.alloc(offset + bytes.length + 7, 0xff);
        larger.set(bytes, offset);
        const within = larger.subarray(offset, offset + bytes.length);
        expectSame(decodeModel(within), one);
      }),
      runs,
    );
  });

  it("is written again as it was", () => {
    fc.assert(
      fc.property(trained, (one) => {
        const bytes = encodeModel(one);
        expect(Buffer.compare(encodeModel(decodeModel(bytes)), bytes)).toBe(0);
      }),
      runs,
    );
  });

  it("is refused where it is cut short or no model at all", () => {
    const [one] = fc.sample(trained, { numRuns: 1, seed: 2 });
    if (!one) throw new Error("There is no model");
    const bytes = encodeModel(one);
    expect(() => decodeModel(bytes.subarray(0, 100))).toThrow();
    expect(() => decodeModel(new Uint8Array(0))).toThrow();
    expect(() => decodeModel(new TextEncoder().encode("nonsense"))).toThrow();
  });
});
