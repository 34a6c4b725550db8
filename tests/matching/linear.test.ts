import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SparseWeights, scoresOf, softmax } from "../../functions/webhook/matching/linear.ts";
import { runsOf } from "../../functions/webhook/matching/runs.ts";

// Row 0: class 0 weighs 2·0.5; row 1: nothing; row 2: class 1 weighs −4·0.5, class 2 weighs 6·0.5.
const model: SparseWeights = {
  rows: runsOf([1, 0, 2]),
  columns: Uint16Array.of(0, 1, 2),
  weights: Int8Array.of(2, -4, 6),
  scale: 0.5,
  bias: Float32Array.of(0, 1, -1),
};

describe("the scores of a vector", () => {
  it("are the bias where nothing is seen", () => {
    expect([...scoresOf({ rows: [], values: [] }, model)]).toEqual([0, 1, -1]);
  });

  it("add up value times weight over the rows", () => {
    expect([...scoresOf({ rows: [0, 2], values: [3, 0.5] }, model)]).toEqual([3, 0, 0.5]);
  });

  it("are the bias for a row that was pruned to nothing", () => {
    expect([...scoresOf({ rows: [1], values: [10] }, model)]).toEqual([0, 1, -1]);
  });
});

describe("softmax", () => {
  it("gives chances that add up to one, in the order of the scores", () => {
    const [a = 0, b = 0, c = 0] = softmax([1, 2, 4]);
    expect(a + b + c).toBeCloseTo(1, 12);
    expect(b / a).toBeCloseTo(Math.E, 10);
    expect(c).toBeGreaterThan(b);
  });

  it("gives the highest score the highest chance, however large the scores are", () => {
    expect([...softmax([1e6, 1e6, -1e6])]).toEqual([0.5, 0.5, 0]);
    const scores = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, (list) => {
        const chances = softmax(list);
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
        expect(chances[list.indexOf(Math.max(...list))]).toBe(Math.max(...chances));
      }),
    );
  });
});
