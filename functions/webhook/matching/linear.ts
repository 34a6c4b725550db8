// A linear model with few, small weights: the product of training, and how it is evaluated.
import type { Vector } from "./vector.ts";

/**
 * A matrix of rows (features) by columns (classes), most of it zero:
 *
 *     start    0     2  3        row r owns the places start[r] … start[r+1]−1
 *     columns  4  9  1  …        the class of each weight kept
 *     weights −3 88 17  …        the weight in units of `scale`
 */
export interface SparseWeights {
  readonly start: Uint32Array;
  readonly columns: Uint8Array | Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
  /** What each class scores before any feature is seen. */
  readonly bias: Float32Array;
}

/** The score of each class: bias + Σ value · weight. */
export function scoresOf(vector: Vector, model: SparseWeights): Float64Array {
  const scores = new Float64Array(model.bias.length);
  for (let at = 0; at < vector.rows.length; at++) {
    const row = vector.rows[at] ?? 0;
    const value = vector.values[at] ?? 0;
    const end = model.start[row + 1] ?? 0;
    for (let place = model.start[row] ?? 0; place < end; place++) {
      const column = model.columns[place] ?? 0;
      scores[column] = (scores[column] ?? 0) + value * (model.weights[place] ?? 0);
    }
  }
  for (let column = 0; column < scores.length; column++) {
    scores[column] = (scores[column] ?? 0) * model.scale + (model.bias[column] ?? 0);
  }
  return scores;
}

/** Scores as probabilities: e^score / Σ e^score, shifted by the largest against overflow. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) largest = Math.max(largest, scores[at] ?? 0);
  const result = new Float64Array(scores.length);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? 0) - largest);
    result[at] = power;
    sum += power;
  }
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) / sum;
  return result;
}
