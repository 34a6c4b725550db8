// How weights are learnt: the numbers of gradient descent, and what it asks of weights.
import type { Vector } from "../matching/vector.ts";

/** Weights being learnt: few of them or all. */
export interface Learner {
  readonly bias: Float32Array;
  /** Fills `scores` with bias + Σ value · weight for each class. */
  score(vector: Vector, scores: Float64Array): void;
  /** Moves the weights of the vector's rows against the errors, for classes whose error isn't 0. */
  step(vector: Vector, errors: Float64Array, rate: number): void;
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
  /** A class's error that is no larger counts as none: nearly all do, nearly always. */
  negligibleError: 5e-3,
};
