// Trains softmax regression (multinomial logistic regression) by stochastic gradient descent.
import type { Vector } from "../matching/features.ts";
import { softmax } from "../matching/linear.ts";
import { shuffled } from "./random.ts";

/** What one step learns from. */
export interface TrainingExample {
  readonly class: number;
  /** How much this example's error counts. */
  readonly weight: number;
  /** The example's vector, possibly another one at each visit. */
  vector(): Vector;
}

/** Dense weights: the weight of class c for row r stands at r·classes + c. */
export interface DenseWeights {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** AdaGrad (Duchi, Hazan and Singer 2011): a step shrinks with the gradients a weight has seen. */
export const descent = {
  /** Passes over a small bank; a large one says the same more often and needs fewer. */
  mostEpochs: 20,
  fewestEpochs: 8,
  enoughVisits: 120_000,
  firstRate: 0.3,
  lastRate: 0.03,
  biasRate: 0.1,
  initialSquares: 0.01,
  l2: 1e-5,
  /** Classes whose error is smaller than this are left out of a step: nearly all, nearly always. */
  negligibleError: 5e-3,
};

export interface DescentOptions {
  /** Passes over all examples. */
  readonly epochs?: number;
  readonly onEpoch?: (done: number, of: number) => void;
}

/**
 * Minimises Σ weight · −ln p(class | vector) + l2/2 · |W|².
 * The gradient of one example is (p_c − [c = class]) · value, for each class c and each row.
 */
export function trainSoftmax(
  examples: readonly TrainingExample[],
  classes: number,
  rows: number,
  random: () => number,
  { epochs = epochsFor(examples.length), onEpoch }: DescentOptions = {},
): DenseWeights {
  const model = {
    classes,
    weights: new Float32Array(rows * classes),
    bias: new Float32Array(classes),
  };
  const squares = new Float32Array(rows * classes).fill(descent.initialSquares);
  const biasSquares = new Float32Array(classes).fill(descent.initialSquares);
  const scores = new Float64Array(classes);
  const active: number[] = [];

  for (let epoch = 0; epoch < epochs; epoch++) {
    const progress = epoch / Math.max(1, epochs - 1);
    const rate = descent.firstRate + (descent.lastRate - descent.firstRate) * progress;
    for (const example of shuffled(examples, random)) {
      const vector = example.vector();
      scoreDense(vector, model, scores);
      const errors = softmax(scores);
      errors[example.class] = (errors[example.class] ?? 0) - 1;
      active.length = 0;
      for (let c = 0; c < classes; c++) {
        const error = (errors[c] ?? 0) * example.weight;
        errors[c] = error;
        if (Math.abs(error) > descent.negligibleError) active.push(c);
      }
      step(vector, model, squares, errors, active, rate);
      for (const c of active) {
        const gradient = errors[c] ?? 0;
        biasSquares[c] = (biasSquares[c] ?? 0) + gradient * gradient;
        model.bias[c] =
          (model.bias[c] ?? 0) -
          (rate * descent.biasRate * gradient) / Math.sqrt(biasSquares[c] ?? 1);
      }
    }
    onEpoch?.(epoch + 1, epochs);
  }
  return model;
}

function epochsFor(examples: number): number {
  const wanted = Math.ceil(descent.enoughVisits / Math.max(1, examples));
  return Math.min(descent.mostEpochs, Math.max(descent.fewestEpochs, wanted));
}

function step(
  vector: Vector,
  { weights, classes }: DenseWeights,
  squares: Float32Array,
  errors: Float64Array,
  active: readonly number[],
  rate: number,
): void {
  for (let at = 0; at < vector.rows.length; at++) {
    const base = (vector.rows[at] as number) * classes;
    const value = vector.values[at] as number;
    for (let i = 0; i < active.length; i++) {
      const place = base + (active[i] as number);
      const weight = weights[place] as number;
      const gradient = value * (errors[active[i] as number] as number) + descent.l2 * weight;
      const sum = (squares[place] as number) + gradient * gradient;
      squares[place] = sum;
      weights[place] = weight - (rate * gradient) / Math.sqrt(sum);
    }
  }
}

/** Fills `scores` with bias + Σ value · weight for each class. */
export function scoreDense(
  vector: Vector,
  { weights, bias, classes }: DenseWeights,
  scores: Float64Array,
): void {
  scores.set(bias);
  for (let at = 0; at < vector.rows.length; at++) {
    const base = (vector.rows[at] as number) * classes;
    const value = vector.values[at] as number;
    for (let c = 0; c < classes; c++) {
      scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
    }
  }
}
