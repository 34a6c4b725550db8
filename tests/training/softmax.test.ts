import { describe, expect, it } from "vitest";
import type { Vector } from "../../functions/webhook/matching/features.ts";
import { softmax } from "../../functions/webhook/matching/linear.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import {
  type DenseWeights,
  descent,
  scoreDense,
  type TrainingExample,
  trainSoftmax,
} from "../../functions/webhook/training/softmax.ts";

const example = (of: number, rows: number[], weight = 1): TrainingExample => {
  const vector: Vector = { rows, values: rows.map(() => 1) };
  return { class: of, weight, vector: () => vector };
};

function chancesFor(rows: number[], model: ReturnType<typeof trainSoftmax>): Float64Array {
  const scores = new Float64Array(model.classes);
  scoreDense({ rows, values: rows.map(() => 1) }, model, scores);
  return softmax(scores);
}

describe("trainSoftmax", () => {
  it("learns classes that can be told apart", () => {
    const examples = [example(0, [0]), example(0, [0, 3]), example(1, [1]), example(2, [2, 3])];
    const model = trainSoftmax(examples, 3, 4, seededRandom(1));
    for (const one of examples) {
      const chances = chancesFor(one.vector().rows, model);
      expect(chances.indexOf(Math.max(...chances))).toBe(one.class);
    }
  });

  it("takes its first step along the gradient of −ln p(class)", () => {
    const rows = [0, 2];
    const one = example(1, rows);
    const model = trainSoftmax([one], 3, 3, seededRandom(1), { epochs: 1 });
    // At zero weights every class has a third: the gradient is 1/3 for the others, −2/3 for its own.
    const stepFor = (gradient: number) =>
      (-descent.firstRate * gradient) / Math.sqrt(descent.initialSquares + gradient ** 2);
    for (const row of rows) {
      expect(model.weights[row * 3 + 0]).toBeCloseTo(stepFor(1 / 3), 5);
      expect(model.weights[row * 3 + 1]).toBeCloseTo(stepFor(-2 / 3), 5);
    }
    expect([...model.weights.subarray(3, 6)]).toEqual([0, 0, 0]);
  });

  it("takes its next step along the gradient where it then stands", () => {
    const vector: Vector = { rows: [0, 2], values: [0.8, -0.5] };
    const one: TrainingExample = { class: 1, weight: 1.5, vector: () => vector };
    const train = (epochs: number) => trainSoftmax([one], 3, 3, seededRandom(1), { epochs });
    const first = train(1);
    const second = train(2);

    /** weight · −ln p(class) + l2/2 · |W|², where one weight is moved by so much. */
    const loss = (model: DenseWeights, place: number, by: number) => {
      const weights = Float64Array.from(model.weights);
      weights[place] = (weights[place] ?? 0) + by;
      const scores = [0, 1, 2].map((c) =>
        vector.rows.reduce(
          (sum, row, at) => sum + (vector.values[at] ?? 0) * (weights[row * 3 + c] ?? 0),
          model.bias[c] ?? 0,
        ),
      );
      const norm = weights.reduce((sum, weight) => sum + weight ** 2, 0);
      return -one.weight * Math.log(softmax(scores)[one.class] ?? 0) + (descent.l2 / 2) * norm;
    };
    const numericGradient = (model: DenseWeights, place: number) =>
      (loss(model, place, 1e-4) - loss(model, place, -1e-4)) / 2e-4;
    const atZero = {
      classes: 3,
      weights: new Float32Array(9),
      bias: new Float32Array(3),
    };
    for (const row of vector.rows) {
      for (let c = 0; c < 3; c++) {
        const place = row * 3 + c;
        const gradients = [numericGradient(atZero, place), numericGradient(first, place)];
        // AdaGrad: a step is the gradient over the root of all squares so far.
        const squares = gradients.reduce((sum, g) => sum + g ** 2, descent.initialSquares);
        const expected = (-descent.lastRate * (gradients[1] ?? 0)) / Math.sqrt(squares);
        const step = (second.weights[place] ?? 0) - (first.weights[place] ?? 0);
        expect(step).toBeCloseTo(expected, 5);
      }
    }
  });

  it("leans to the class whose examples weigh more", () => {
    const examples = [example(0, [0], 1), example(1, [0], 5)];
    const chances = chancesFor([0], trainSoftmax(examples, 2, 1, seededRandom(1)));
    expect(chances[1]).toBeGreaterThan(chances[0] ?? 1);
  });

  it("gives the same weights for the same seed", () => {
    const examples = Array.from({ length: 20 }, (_, index) => example(index % 3, [index % 5]));
    const once = trainSoftmax(examples, 3, 5, seededRandom(7));
    const again = trainSoftmax(examples, 3, 5, seededRandom(7));
    expect(again.weights).toEqual(once.weights);
  });
});
