// The few weights of a linear model that are worth keeping, while they are learnt further.
import { moveWeight } from "./adagrad.ts";
import type { FullLearner, Learner } from "./descent.ts";

/** Row r owns the places start[r] … start[r+1]−1, each with its class and its weight. */
export interface LooseWeights extends Learner {
  readonly start: Uint32Array;
  readonly columns: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Keeps so many weights, those that would cost most to lose; rows keep their order.
 *
 * Losing a weight w costs about ½·h·w², h the curvature there (optimal brain damage, LeCun,
 * Denker and Solla 1990); for h stands what AdaGrad takes for it, the root of the squared gradients.
 */
export function sparsify(full: FullLearner, count: number): LooseWeights {
  const least = leastCostKept(full, count);
  const start = new Uint32Array(full.rows + 1);
  const columns: number[] = [];
  const weights: number[] = [];
  const squares: number[] = [];
  for (let row = 0; row < full.rows; row++) {
    full.visitRow(row, (column, weight, sum) => {
      if (weight === 0 || costOf(weight, sum) < least) return;
      columns.push(column);
      weights.push(weight);
      squares.push(sum);
    });
    start[row + 1] = columns.length;
  }
  return learnerOf(
    start,
    Uint16Array.from(columns),
    Float32Array.from(weights),
    Float32Array.from(squares),
    full.bias,
  );
}

function costOf(weight: number, squares: number): number {
  return Math.fround(weight ** 2 * Math.sqrt(squares));
}

/** What the cheapest of so many weights costs; 0 where there are no more. */
function leastCostKept(full: FullLearner, count: number): number {
  const costs: number[] = [];
  for (let row = 0; row < full.rows; row++) {
    full.visitRow(row, (_, weight, squares) => {
      if (weight !== 0) costs.push(costOf(weight, squares));
    });
  }
  if (costs.length <= count) return 0;
  return Float32Array.from(costs).sort()[costs.length - count] ?? Number.POSITIVE_INFINITY;
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
    step(vector, _, errors, rate) {
      for (let at = 0; at < vector.rows.length; at++) {
        const row = vector.rows[at] as number;
        const value = vector.values[at] as number;
        const end = start[row + 1] as number;
        for (let place = start[row] as number; place < end; place++) {
          const error = errors[columns[place] as number] as number;
          if (error !== 0) moveWeight(weights, squares, place, value * error, rate);
        }
      }
    },
  };
}
