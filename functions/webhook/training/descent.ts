// How weights are learnt: the numbers of gradient descent, and what it asks of weights.
import type { Vector } from "../matching/sparse-vector.ts";

/** Weights being learnt: few of them or all. */
export interface Learner {
  readonly bias: Float32Array;
  /** Fills `scores` with bias + Σ value · weight for each class. */
  score(vector: Vector, scores: Float64Array): void;
  /**
   * Moves the weights of the vector's rows against the errors. `wrong` lists the classes whose error
   * isn't 0, in ascending order.
   */
  step(vector: Vector, wrong: readonly number[], errors: Float64Array, rate: number): void;
}

/** A learner that may give any class a weight for any of its rows. */
export interface FullLearner extends Learner {
  /** How many rows there are. */
  readonly rows: number;
  /** Shows a row's weights in ascending order of their classes; some that are zero may be left out. */
  visitRow(row: number, visit: (column: number, weight: number, squares: number) => void): void;
}

/** The numbers of AdaGrad (see adagrad.ts) and of the passes. */
export const descent = {
  /** Passes over a small bank; a large one says the same more often and needs fewer. */
  mostEpochs: 20,
  fewestEpochs: 4,
  enoughVisits: 120_000,
  firstRate: 0.3,
  lastRate: 0.03,
  biasRate: 0.1,
  initialSquares: 0.01,
  l2: 1e-5,
  /** A class's error that is no larger counts as none: nearly all do, nearly always. */
  negligibleError: 5e-3,
};
