import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoresOf } from "../../functions/webhook/matching/linear.ts";
import { createDenseWeights } from "../../functions/webhook/training/dense.ts";
import { quantize } from "../../functions/webhook/training/quantize.ts";
import { sparsify } from "../../functions/webhook/training/sparse.ts";

const [rows, classes] = [5, 3];
const value = fc.float({ min: -1, max: 1, noNaN: true });
const vector = fc
  .array(value, { minLength: rows, maxLength: rows })
  .map((values) => ({ rows: [...values.keys()], values }));

function denseOf(weights: readonly number[]) {
  const dense = createDenseWeights(rows, classes);
  dense.weights.set(weights);
  dense.bias.set([0.5, 0, -0.5]);
  return dense;
}
const weights = (weight: fc.Arbitrary<number>) =>
  fc.array(weight, { minLength: rows * classes, maxLength: rows * classes }).map(denseOf);

describe("the weights worth keeping", () => {
  it("score as all weights do where all are kept", () => {
    fc.assert(
      fc.property(weights(value), vector, (dense, one) => {
        const [all, kept] = [new Float64Array(classes), new Float64Array(classes)];
        dense.score(one, all);
        sparsify(dense, rows * classes).score(one, kept);
        expect(kept).toEqual(all);
      }),
    );
  });

  it("are the largest, where all have moved alike", () => {
    const sparse = sparsify(denseOf([1, -8, 2, 3, 9, -4, 5, 0, 7, 6, 0, 0, 0, 0, -0.5]), 3);
    expect([...sparse.weights]).toEqual([-8, 9, 7]);
    expect([...sparse.start]).toEqual([0, 1, 2, 3, 3, 3]);
    expect([...sparse.columns]).toEqual([1, 1, 2]);
  });

  it("are rather those that many sentences have moved", () => {
    const dense = denseOf([1, 0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    dense.squares[1] = 100;
    expect([...sparsify(dense, 1).columns]).toEqual([1]);
  });

  it("take the same step as all weights do", () => {
    fc.assert(
      fc.property(weights(value), vector, (dense, one) => {
        const sparse = sparsify(dense, rows * classes);
        const errors = Float64Array.of(0.4, -0.6, 0.2);
        dense.step(one, [0, 1, 2], errors, 0.3);
        sparse.step(one, [0, 1, 2], errors, 0.3);
        const [all, kept] = [new Float64Array(classes), new Float64Array(classes)];
        dense.score(one, all);
        sparse.score(one, kept);
        // A weight of exactly zero is never kept and so never moves.
        fc.pre(dense.weights.every((weight) => weight !== 0) && sparse.weights.length === 15);
        kept.forEach((score, c) => void expect(score).toBeCloseTo(all[c] ?? 0, 5));
      }),
    );
  });
});

describe("weights in one byte", () => {
  it("score as before where they are whole steps of the largest", () => {
    const step = fc.integer({ min: -31, max: 31 });
    const whole = fc
      .array(step, { minLength: rows * classes, maxLength: rows * classes })
      .map((steps) => denseOf([31, ...steps.slice(1)]));
    fc.assert(
      fc.property(whole, vector, (dense, one) => {
        const scores = scoresOf(one, quantize(sparsify(dense, rows * classes)));
        const expected = new Float64Array(classes);
        dense.score(one, expected);
        scores.forEach((score, c) => void expect(score).toBeCloseTo(expected[c] ?? 0, 3));
      }),
    );
  });

  it("drop what rounds to nothing", () => {
    const small = quantize(sparsify(denseOf([31, 0.4, -0.6, ...Array(12).fill(0)]), 15));
    expect([...small.weights]).toEqual([31, -1]);
    expect([...small.columns]).toEqual([0, 2]);
  });

  it("take a byte for the class too, where there are few", () => {
    expect(quantize(sparsify(denseOf(Array(15).fill(1)), 15)).columns).toBeInstanceOf(Uint8Array);
    const many = createDenseWeights(1, 300);
    many.weights[299] = 1;
    expect(quantize(sparsify(many, 300)).columns).toEqual(Uint16Array.of(299));
  });
});
