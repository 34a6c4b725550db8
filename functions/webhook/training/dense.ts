// Every weight of a linear model while it is learnt: one for each feature and class.
import { moveWeight } from "./adagrad.ts";
import { descent, type FullLearner } from "./descent.ts";

/** The weight of class c for row r stands at r·classes + c. */
export interface DenseWeights extends FullLearner {
  readonly weights: Float32Array;
  /** By weight, the sum of its squared gradients so far. */
  readonly squares: Float32Array;
}

export function createDenseWeights(rows: number, classes: number): DenseWeights {
  const weights = new Float32Array(rows * classes);
  const squares = new Float32Array(rows * classes).fill(descent.initialSquares);
  const bias = new Float32Array(classes);
  return {
    rows,
    weights,
    squares,
    bias,
    score(vector, scores) {
      scores.set(bias);
      for (let at = 0; at < vector.rows.length; at++) {
        const base = (vector.rows[at] as number) * classes;
        const value = vector.values[at] as number;
        for (let c = 0; c < classes; c++) {
          scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
        }
      }
    },
    step(vector, wrong, errors, rate) {
      for (let at = 0; at < vector.rows.length; at++) {
        const base = (vector.rows[at] as number) * classes;
        const value = vector.values[at] as number;
        for (let i = 0; i < wrong.length; i++) {
          const c = wrong[i] as number;
          moveWeight(weights, squares, base + c, value * (errors[c] as number), rate);
        }
      }
    },
    visitRow(row, visit) {
      const base = row * classes;
      for (let c = 0; c < classes; c++) {
        visit(c, weights[base + c] as number, squares[base + c] as number);
      }
    },
  };
}
