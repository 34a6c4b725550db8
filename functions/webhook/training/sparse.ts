// The few weights of a linear model that are worth keeping, while they are learnt further.
import type { SparseWeights } from "../matching/linear.ts";
import type { DenseWeights } from "./dense.ts";
import { descent, type Learner } from "./descent.ts";

/** Laid out as SparseWeights, but not yet rounded. */
export interface LooseWeights extends Learner, Omit<SparseWeights, "weights" | "scale"> {
  readonly weights: Float32Array;
}

/**
 * Keeps so many weights, those that would cost most to lose; rows keep their order.
 *
 * Losing a weight w costs about ½·h·w², h the curvature there (optimal brain damage, LeCun,
 * Denker and Solla 1990); for h stands what AdaGrad takes for it, the root of the squared gradients.
 */
export function sparsify(dense: DenseWeights, count: number): LooseWeights {
  const { classes, bias } = dense;
  const rows = dense.weights.length / classes;
  const costs = dense.weights.map(
    (weight, place) => weight ** 2 * Math.sqrt(dense.squares[place] as number),
  );
  const smallest = costs.toSorted()[Math.max(0, costs.length - count)] ?? 0;
  const start = new Uint32Array(rows + 1);
  const columns: number[] = [];
  const places: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < classes; column++) {
      const place = row * classes + column;
      const weight = dense.weights[place] as number;
      if (weight === 0 || (costs[place] as number) < smallest) continue;
      columns.push(column);
      places.push(place);
    }
    start[row + 1] = columns.length;
  }
  const weights = Float32Array.from(places, (place) => dense.weights[place] as number);
  const squares = Float32Array.from(places, (place) => dense.squares[place] as number);
  return learnerOf(start, Uint16Array.from(columns), weights, squares, bias);
}

/** Weights at the given places, ready to be learnt further. */
export function learnerOf(
  start: Uint32Array,
  columns: Uint16Array,
  weights: Float32Array,
  squares: Float32Array,
  bias: Float32Array,
): LooseWeights {
  return {
    start,
    columns,
    weights,
    bias,
    score(vector, scores) {
      scores.set(bias);
      for (let at = 0; at < vector.rows.length; at++) {
        const row = vector.rows[at] as number;
        const value = vector.values[at] as number;
        const end = start[row + 1] as number;
        for (let place = start[row] as number; place < end; place++) {
          const c = columns[place] as number;
          scores[c] = (scores[c] as number) + value * (weights[place] as number);
        }
      }
    },
    step(vector, errors, rate) {
      const { l2 } = descent;
      for (let at = 0; at < vector.rows.length; at++) {
        const row = vector.rows[at] as number;
        const value = vector.values[at] as number;
        const end = start[row + 1] as number;
        for (let place = start[row] as number; place < end; place++) {
          const error = errors[columns[place] as number] as number;
          if (error === 0) continue;
          const weight = weights[place] as number;
          const gradient = value * error + l2 * weight;
          const sum = (squares[place] as number) + gradient * gradient;
          squares[place] = sum;
          weights[place] = weight - (rate * gradient) / Math.sqrt(sum);
        }
      }
    },
  };
}

/** The weights in one byte each: rounded to 127 steps of the largest; what rounds to 0 is dropped. */
export function quantize({ start, columns, weights, bias }: LooseWeights): SparseWeights {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest > 0 ? largest / 127 : 1;
  const keptStart = new Uint32Array(start.length);
  const keptColumns: number[] = [];
  const steps: number[] = [];
  for (let row = 0; row + 1 < start.length; row++) {
    for (let place = start[row] as number; place < (start[row + 1] as number); place++) {
      const step = Math.round((weights[place] as number) / scale);
      if (step === 0) continue;
      keptColumns.push(columns[place] as number);
      steps.push(step);
    }
    keptStart[row + 1] = steps.length;
  }
  return {
    start: keptStart,
    columns: (bias.length > 256 ? Uint16Array : Uint8Array).from(keptColumns),
    weights: Int8Array.from(steps),
    scale,
    bias,
  };
}
