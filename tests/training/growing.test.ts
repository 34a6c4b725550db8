// Weights that grow as errors ask for them are those of the whole matrix, in less room.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDenseWeights } from "../../functions/webhook/training/dense.ts";
import { descent, type FullLearner } from "../../functions/webhook/training/descent.ts";
import { createGrowingWeights } from "../../functions/webhook/training/growing.ts";
import { learn, type TrainingExample } from "../../functions/webhook/training/softmax.ts";
import { sparsify } from "../../functions/webhook/training/sparse.ts";

const [rows, classes] = [12, 40];

const example: fc.Arbitrary<TrainingExample> = fc
  .record({
    class: fc.nat(classes - 1),
    weight: fc.constantFrom(0.5, 1, 2),
    rows: fc.uniqueArray(fc.nat(rows - 1), { minLength: 1, maxLength: 6 }),
    value: fc.constantFrom(-0.7, 0.2, 1),
  })
  .map(({ rows, value, ...rest }) => ({
    ...rest,
    vector: () => ({ rows, values: rows.map((_, at) => value / (1 + at)) }),
  }));
const examples = fc.array(example, { minLength: 1, maxLength: 60 });

function taught<T extends FullLearner>(learner: T, lessons: readonly TrainingExample[]): T {
  const squares = new Float32Array(classes).fill(descent.initialSquares);
  for (const rate of [0.3, 0.1]) learn(lessons, learner, squares, rate);
  return learner;
}

interface Shown {
  readonly column: number;
  readonly weight: number;
  readonly squares: number;
}

function shownBy(learner: FullLearner): Shown[][] {
  return Array.from({ length: learner.rows }, (_, row) => {
    const shown: Shown[] = [];
    learner.visitRow(
      row,
      (column, weight, squares) => void shown.push({ column, weight, squares }),
    );
    return shown;
  });
}

describe("weights that grow", () => {
  it("are to the last bit what the whole matrix learns", () => {
    fc.assert(
      fc.property(examples, (lessons) => {
        const dense = taught(createDenseWeights(rows, classes), lessons);
        const growing = taught(createGrowingWeights(rows, classes), lessons);
        const moved = (row: Shown[]) => row.filter(({ weight }) => weight !== 0);
        expect(shownBy(growing).map(moved)).toEqual(shownBy(dense).map(moved));
        expect(growing.bias).toEqual(dense.bias);
      }),
    );
  });

  it("score as the whole matrix does", () => {
    fc.assert(
      fc.property(examples, example, (lessons, asked) => {
        const [whole, grown] = [new Float64Array(classes), new Float64Array(classes)];
        taught(createDenseWeights(rows, classes), lessons).score(asked.vector(), whole);
        taught(createGrowingWeights(rows, classes), lessons).score(asked.vector(), grown);
        expect(grown).toEqual(whole);
      }),
    );
  });

  it("leave the same few worth keeping", () => {
    fc.assert(
      fc.property(examples, fc.nat(200), (lessons, count) => {
        const dense = taught(createDenseWeights(rows, classes), lessons);
        const growing = taught(createGrowingWeights(rows, classes), lessons);
        const [whole, grown] = [sparsify(dense, count), sparsify(growing, count)];
        expect(grown.start).toEqual(whole.start);
        expect(grown.columns).toEqual(whole.columns);
        expect(grown.weights).toEqual(whole.weights);
      }),
    );
  });

  it("are only those of classes that were wrong about the feature", () => {
    const one: TrainingExample = {
      class: 3,
      weight: 1,
      vector: () => ({ rows: [5], values: [1] }),
    };
    const growing = createGrowingWeights(rows, 1000);
    learn([one], growing, new Float32Array(1000).fill(descent.initialSquares), 0.3);
    // A thousandth is the chance of every other class at first, and negligible.
    expect(shownBy(growing).flat()).toMatchObject([{ column: 3 }]);
  });
});
