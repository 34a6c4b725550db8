// Every weight of a linear model while it is learnt: one for each feature and class.
import { descent, type Learner } from "./descent.ts";

/** The weight of class c for row r stands at r·classes + c. */
export interface DenseWeights extends Learner {
  readonly classes: number;
  readonly weights: Float32Array;
  /** By weight, the sum of its squared gradients so far. */
  readonly squares: Float32Array;
}

export function createDenseWeights(rows: number, classes: number): DenseWeights {
  const weights = new Float32Array(rows * classes);
  const squares = new Float32Array(rows * classes).fill(descent.initialSquares);
  const bias = new Float32Array(classes);
  const active: number[] = [];
  return {
    classes,
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
    step(vector, errors, rate) {
      const { l2 } = descent;
      active.length = 0;
      for (let c = 0; c < classes; c++) if (errors[c] !== 0) active.push(c);
      for (let at = 0; at < vector.rows.length; at++) {
        const base = (vector.rows[at] as number) * classes;
        const value = vector.values[at] as number;
        for (let i = 0; i < active.length; i++) {
          const c = active[i] as number;
          const place = base + c;
          const weight = weights[place] as number;
          const gradient = value * (errors[c] as number) + l2 * weight;
          const sum = (squares[place] as number) + gradient * gradient;
          squares[place] = sum;
          weights[place] = weight - (rate * gradient) / Math.sqrt(sum);
        }
      }
    },
  };
}
