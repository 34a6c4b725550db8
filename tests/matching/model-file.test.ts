import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SparseWeights } from "../../functions/webhook/matching/linear.ts";
import {
  decodeModel,
  encodeModel,
  type Trained,
} from "../../functions/webhook/matching/model-file.ts";

const uint16s = fc.array(fc.integer({ min: 0, max: 0xffff })).map((list) => Uint16Array.from(list));
const weights: fc.Arbitrary<SparseWeights> = fc.record({
  start: fc.array(fc.integer({ min: 0, max: 0xffffffff })).map((list) => Uint32Array.from(list)),
  columns: uint16s,
  weights: fc.array(fc.integer({ min: -128, max: 127 })).map((list) => Int8Array.from(list)),
  scale: fc.double({ min: 0, max: 10, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
  bias: fc.array(fc.float({ noNaN: true })).map((list) => Float32Array.from(list)),
});
const name = fc.string({ unit: "grapheme" });
const rows = fc
  .uniqueArray(name)
  .map((names) => new Map(names.map((one, row) => [one, row] as const)));
const phrases = fc.record({
  maxWords: fc.nat(),
  meanings: fc
    .uniqueArray(fc.tuple(name, fc.array(name)), { selector: ([phrase]) => phrase })
    .map((list) => new Map(list)),
});

const trained: fc.Arbitrary<Trained> = fc.record({
  model: fc.record({
    languages: fc.constantFrom<[string, ...string[]]>(["id"], ["id", "en"]),
    entries: fc.array(name),
    smalltalk: fc.array(name),
    thresholds: fc.record({ answer: fc.constant(0.7), suggest: fc.constant(0.25) }),
    space: fc.record({
      rows,
      idf: fc.array(fc.float({ noNaN: true })).map((list) => Float32Array.from(list)),
      unseenIdf: fc.integer({ min: 1, max: 10 }),
    }),
    classifier: weights,
    language: fc.record({ rows, weights }),
  }),
  lexicon: fc.record({ slang: phrases, concepts: phrases }),
});

describe("a model's file", () => {
  it("reads back as the model it was made of, whatever that holds", () => {
    fc.assert(
      fc.property(trained, (one) => {
        expect(decodeModel(encodeModel(one))).toEqual(one);
      }),
    );
  });

  it("reads back from wherever it lies in memory", () => {
    fc.assert(
      fc.property(trained, fc.nat({ max: 20 }), (one, offset) => {
        const bytes = encodeModel(one);
        const larger = Buffer.alloc(offset + bytes.length + 7, 0xff);
        larger.set(bytes, offset);
        const within = larger.subarray(offset, offset + bytes.length);
        expect(decodeModel(within)).toEqual(one);
      }),
    );
  });

  it("doesn't change with the bytes it was read from", () => {
    const [one] = fc.sample(trained, { numRuns: 1, seed: 1 });
    if (!one) throw new Error("There is no model");
    const bytes = encodeModel(one);
    const read = decodeModel(bytes);
    bytes.fill(0);
    expect(read).toEqual(one);
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
