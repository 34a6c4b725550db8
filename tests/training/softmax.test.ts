import { describe, expect, it } from "vitest";
import { softmax } from "../../functions/webhook/matching/linear.ts";
import type { Vector } from "../../functions/webhook/matching/sparse-vector.ts";
import { descent } from "../../functions/webhook/training/descent.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import {
  type DescentOptions,
  epochsFor,
  type TrainingExample,
  trainSoftmax,
} from "../../functions/webhook/training/softmax.ts";
import type { LooseWeights } from "../../functions/webhook/training/sparse.ts";

const example = (of: number, rows: number[], weight = 1): TrainingExample => {
  const vector: Vector = { rows, values: rows.map(() => 1) };
  return { class: of, weight, vector: () => vector };
};

const train = (
  examples: readonly TrainingExample[],
  classes: number,
  rows: number,
  options?: DescentOptions,
) =>
  trainSoftmax(
    examples,
    classes,
    rows,
    { keptWeights: 1000, denseShare: 0.4 },
    seededRandom(1),
    options,
  );

function chancesFor(rows: number[], model: LooseWeights): Float64Array {
  const scores = new Float64Array(model.bias.length);
  model.score({ rows, values: rows.map(() => 1) }, scores);
  return softmax(scores);
}

/** The weights of a row by class. */
function weightsOf(row: number, { start, columns, weights, bias }: LooseWeights): number[] {
  const all = [...bias].map(() => 0);
  for (let place = start[row] ?? 0; place < (start[row + 1] ?? 0); place++) {
    all[columns[place] ?? 0] = weights[place] ?? 0;
  }
  return all;
}

describe("trainSoftmax", () => {
  it("learns classes that can be told apart", () => {
    const examples = [example(0, [0]), example(0, [0, 3]), example(1, [1]), example(2, [2, 3])];
    const model = train(examples, 3, 4);
    for (const one of examples) {
      const chances = chancesFor(one.vector().rows, model);
      expect(chances.indexOf(Math.max(...chances))).toBe(one.class);
    }
  });

  it("takes its first step along the gradient of −ln p(class)", () => {
    const rows = [0, 2];
    const one = example(1, rows);
    const model = train([one], 3, 3, { epochs: 1 });
    // At zero weights every class has a third: the gradient is 1/3 for the others, −2/3 for its own.
    const stepFor = (gradient: number) =>
      (-descent.firstRate * gradient) / Math.sqrt(descent.initialSquares + gradient ** 2);
    for (const row of rows) {
      const [other, own] = weightsOf(row, model);
      expect(other).toBeCloseTo(stepFor(1 / 3), 5);
      expect(own).toBeCloseTo(stepFor(-2 / 3), 5);
    }
    expect(weightsOf(1, model)).toEqual([0, 0, 0]);
  });

  it("takes its next step along the gradient where it then stands", () => {
    const vector: Vector = { rows: [0, 2], values: [0.8, -0.5] };
    const one: TrainingExample = { class: 1, weight: 1.5, vector: () => vector };
    const [first, second] = [1, 2].map((epochs) => train([one], 3, 3, { epochs }));
    if (!first || !second) throw new Error("Nothing was learnt");

    type Rows = readonly (readonly number[])[];
    const rowsOf = (model: LooseWeights): Rows => [0, 1, 2].map((row) => weightsOf(row, model));
    /** weight · −ln p(class) + l2/2 · |W|². */
    const loss = (weights: Rows, bias: ArrayLike<number>) => {
      const scores = [0, 1, 2].map((c) =>
        vector.rows.reduce(
          (sum, row, at) => sum + (vector.values[at] ?? 0) * (weights[row]?.[c] ?? 0),
          bias[c] ?? 0,
        ),
      );
      const norm = weights.flat().reduce((sum, weight) => sum + weight ** 2, 0);
      return -one.weight * Math.log(softmax(scores)[one.class] ?? 0) + (descent.l2 / 2) * norm;
    };
    const moved = (weights: Rows, row: number, c: number, by: number) =>
      weights.map((own, r) =>
        own.map((weight, k) => (r === row && k === c ? weight + by : weight)),
      );
    const gradient = (weights: Rows, bias: ArrayLike<number>, row: number, c: number) =>
      (loss(moved(weights, row, c, 1e-4), bias) - loss(moved(weights, row, c, -1e-4), bias)) / 2e-4;
    const zero = [0, 1, 2].map(() => [0, 0, 0]);
    for (const row of vector.rows) {
      for (let c = 0; c < 3; c++) {
        const gradients = [
          gradient(zero, [0, 0, 0], row, c),
          gradient(rowsOf(first), first.bias, row, c),
        ];
        // AdaGrad: a step is the gradient over the root of all squares so far.
        const squares = gradients.reduce((sum, g) => sum + g ** 2, descent.initialSquares);
        const expected = (-descent.lastRate * (gradients[1] ?? 0)) / Math.sqrt(squares);
        const step = (weightsOf(row, second)[c] ?? 0) - (weightsOf(row, first)[c] ?? 0);
        expect(step).toBeCloseTo(expected, 5);
      }
    }
  });

  it("learns on with no more weights than it may keep", () => {
    const examples = [example(0, [0]), example(0, [0, 3]), example(1, [1]), example(2, [2, 3])];
    const model = trainSoftmax(
      examples,
      3,
      4,
      { keptWeights: 5, denseShare: 0.4 },
      seededRandom(1),
    );
    expect(model.weights.length).toBeLessThanOrEqual(5);
    for (const one of examples) {
      const chances = chancesFor(one.vector().rows, model);
      expect(chances.indexOf(Math.max(...chances))).toBe(one.class);
    }
  });

  it("leans to the class whose examples weigh more", () => {
    const examples = [example(0, [0], 1), example(1, [0], 5)];
    const chances = chancesFor([0], train(examples, 2, 1));
    expect(chances[1]).toBeGreaterThan(chances[0] ?? 1);
  });

  it("passes less often over what is large, up to an end either way", () => {
    const { fewestEpochs, mostEpochs, enoughVisits } = descent;
    expect([1, enoughVisits / 10, enoughVisits].map(epochsFor)).toEqual([
      mostEpochs,
      10,
      fewestEpochs,
    ]);
  });

  it("gives the same weights for the same seed", () => {
    const examples = Array.from({ length: 20 }, (_, index) => example(index % 3, [index % 5]));
    const [once, again] = [train(examples, 3, 5), train(examples, 3, 5)];
    expect(again.weights).toEqual(once.weights);
  });
});
