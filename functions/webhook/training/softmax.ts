// Trains softmax regression (multinomial logistic regression) by stochastic gradient descent.
import { softmax } from "../matching/linear.ts";
import type { Vector } from "../matching/sparse-vector.ts";
import { createDenseWeights } from "./dense.ts";
import { descent, type Learner } from "./descent.ts";
import { createGrowingWeights } from "./growing.ts";
import { shuffled } from "./random.ts";
import { type LooseWeights, sparsify } from "./sparse.ts";

/** What one step learns from. */
export interface TrainingExample {
  readonly class: number;
  /** How much this example's error counts. */
  readonly weight: number;
  /** The example's vector, possibly another one at each visit. */
  vector(): Vector;
}

/** How many weights are kept in all, and after which share of the passes. */
export interface Sparsity {
  readonly keptWeights: number;
  readonly denseShare: number;
}

export interface DescentOptions {
  /** Passes over all examples. */
  readonly epochs?: number;
  readonly onEpoch?: (done: number, of: number) => void;
}

/**
 * Matrices of no more weights are learnt whole, which is faster where most of them are needed; the
 * outcome is the same.
 */
const mostDense = 4_000_000;

/**
 * Minimises Σ weight · −ln p(class | vector) + l2/2 · |W|².
 * The gradient of one example is (p_c − [c = class]) · value, for each class c and each row.
 *
 * Part of the way, only the `keptWeights` that matter most are kept and learnt further, so that
 * they make up for the others (Zhu and Gupta 2017): a tenth of the weights, and of the time.
 */
export function trainSoftmax(
  examples: readonly TrainingExample[],
  classes: number,
  rows: number,
  { keptWeights, denseShare }: Sparsity,
  random: () => number,
  { epochs = epochsFor(examples.length), onEpoch }: DescentOptions = {},
): LooseWeights {
  const full = (rows * classes <= mostDense ? createDenseWeights : createGrowingWeights)(
    rows,
    classes,
  );
  const denseEpochs = Math.ceil(epochs * denseShare);
  const rateAt = (epoch: number) =>
    descent.firstRate + (descent.lastRate - descent.firstRate) * (epoch / Math.max(1, epochs - 1));
  const biasSquares = new Float32Array(classes).fill(descent.initialSquares);
  const pass = (learner: Learner, epoch: number) => {
    learn(shuffled(examples, random), learner, biasSquares, rateAt(epoch));
    onEpoch?.(epoch + 1, epochs);
  };
  for (let epoch = 0; epoch < denseEpochs; epoch++) pass(full, epoch);
  const sparse = sparsify(full, keptWeights);
  for (let epoch = denseEpochs; epoch < epochs; epoch++) pass(sparse, epoch);
  return sparse;
}

/** How often so many examples are passed over. */
export function epochsFor(examples: number): number {
  const wanted = Math.ceil(descent.enoughVisits / Math.max(1, examples));
  return Math.min(descent.mostEpochs, Math.max(descent.fewestEpochs, wanted));
}

/** One pass over the examples, in their order. `biasSquares` sums each bias's squared gradients. */
export function learn(
  examples: readonly TrainingExample[],
  learner: Learner,
  biasSquares: Float32Array,
  rate: number,
): void {
  const { bias } = learner;
  const errors = new Float64Array(bias.length);
  for (const example of examples) {
    const vector = example.vector();
    learner.score(vector, errors);
    const wrong = becomeErrors(errors, example);
    if (wrong.length === 0) continue;
    learner.step(vector, wrong, errors, rate);
    for (const c of wrong) {
      const gradient = errors[c] as number;
      const squares = (biasSquares[c] as number) + gradient * gradient;
      biasSquares[c] = squares;
      bias[c] = (bias[c] as number) - (rate * descent.biasRate * gradient) / Math.sqrt(squares);
    }
  }
}

/**
 * Scores become errors where they lie: weight · (chance − [c = class]), negligible ones 0. Gives the
 * classes whose error isn't.
 */
function becomeErrors(
  scores: Float64Array,
  { class: own, weight }: Pick<TrainingExample, "class" | "weight">,
): number[] {
  const chances = softmax(scores, scores);
  const wrong: number[] = [];
  for (let c = 0; c < chances.length; c++) {
    const error = ((chances[c] as number) - (c === own ? 1 : 0)) * weight;
    const counts = Math.abs(error) > descent.negligibleError;
    scores[c] = counts ? error : 0;
    if (counts) wrong.push(c);
  }
  return wrong;
}
