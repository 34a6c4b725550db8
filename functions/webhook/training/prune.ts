// Makes a trained model small: few weights, one byte each.
import type { SparseWeights } from "../matching/linear.ts";
import type { DenseWeights } from "./softmax.ts";

/**
 * Keeps the share of weights that are largest in size, rounded to 127 steps of the largest one.
 * Rows keep their order; a row may end up empty.
 */
export function prune(model: DenseWeights, keepShare: number): SparseWeights {
  const { weights, classes, bias } = model;
  const rows = weights.length / classes;
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const largest = sizes[sizes.length - 1] ?? 0;
  const smallest = sizes[Math.floor(sizes.length * (1 - keepShare))] ?? 0;
  const scale = largest > 0 ? largest / 127 : 1;

  const start = new Uint32Array(rows + 1);
  const columns: number[] = [];
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < classes; column++) {
      const weight = weights[row * classes + column] ?? 0;
      const steps = Math.round(weight / scale);
      if (steps === 0 || Math.abs(weight) < smallest) continue;
      columns.push(column);
      kept.push(steps);
    }
    start[row + 1] = columns.length;
  }
  return { start, columns: Uint16Array.from(columns), weights: Int8Array.from(kept), scale, bias };
}
