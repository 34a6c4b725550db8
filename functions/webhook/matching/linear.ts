// A linear model with few, small weights: the product of training, and how it is evaluated.
import { type Runs, startOf } from "./runs.ts";
import type { Vector } from "./sparse-vector.ts";

/**
 * A matrix of rows (features) by columns (classes), most of it zero:
 *
 *     rows     2     1  …        how many places each row owns, one row after the other
 *     columns  4  9  1  …        the class of each weight kept
 *     weights −3 88 17  …        the weight in units of `scale`
 */
export interface SparseWeights {
  readonly rows: Runs;
  readonly columns: Uint8Array | Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
  /** What each class scores before any feature is seen. */
  readonly bias: Float32Array;
}

/** The score of each class: bias + Σ value · weight. */
export function scoresOf({ rows, values }: Vector, model: SparseWeights): Float64Array {
  const sums = new Float64Array(model.bias.length);
  for (let at = 0; at < rows.length; at++) {
    addRow(rows[at] as number, values[at] as number, model, sums);
  }
  return scaled(sums, model);
}

/** Adds value · weight to each class's sum, for the weights of one row. */
export function addRow(
  row: number,
  value: number,
  { rows, columns, weights }: SparseWeights,
  sums: Float64Array,
): void {
  let place = startOf(row, rows);
  for (const end = place + (rows.lengths[row] as number); place < end; place++) {
    const column = columns[place] as number;
    sums[column] = (sums[column] as number) + value * (weights[place] as number);
  }
}

/** Sums in units of the weights' scale become scores, where they lie. */
export function scaled(sums: Float64Array, { scale, bias }: SparseWeights): Float64Array {
  for (let column = 0; column < sums.length; column++) {
    sums[column] = (sums[column] as number) * scale + (bias[column] as number);
  }
  return sums;
}

/**
 * Scores as probabilities: e^score / Σ e^score, shifted by the largest against overflow.
 * @param result where they go, which may be where the scores are
 */
export function softmax(
  scores: ArrayLike<number>,
  result: Float64Array = new Float64Array(scores.length),
): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) largest = Math.max(largest, scores[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? 0) - largest);
    result[at] = power;
    sum += power;
  }
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) / sum;
  return result;
}
