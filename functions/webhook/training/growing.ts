// The weights of a linear model while it is learnt: none but those that an error has asked for.
import { moveWeight } from "./adagrad.ts";
import { placeOf } from "./columns.ts";
import { descent, type FullLearner } from "./descent.ts";

/** The weights of one feature, in ascending order of their classes. */
interface Row {
  /** How many there are; the arrays have room for more. */
  count: number;
  columns: Uint16Array;
  weights: Float32Array;
  squares: Float32Array;
}

const firstRoom = 4;

/**
 * Learns to the last bit what `createDenseWeights` does. There too a weight stays at zero until its
 * class is wrong about an example with its feature, and among thousands of classes few ever are:
 * at first each has so small a chance that only the example's own class is moved.
 */
export function createGrowingWeights(rowCount: number, classes: number): FullLearner {
  const rows = new Array<Row | undefined>(rowCount).fill(undefined);
  const bias = new Float32Array(classes);
  return {
    rows: rowCount,
    bias,
    score(vector, scores) {
      scores.set(bias);
      for (let at = 0; at < vector.rows.length; at++) {
        const row = rows[vector.rows[at] as number];
        if (!row) continue;
        const value = vector.values[at] as number;
        const { count, columns, weights } = row;
        for (let place = 0; place < count; place++) {
          const c = columns[place] as number;
          scores[c] = (scores[c] as number) + value * (weights[place] as number);
        }
      }
    },
    step(vector, wrong, errors, rate) {
      for (let at = 0; at < vector.rows.length; at++) {
        const row = rowAt(vector.rows[at] as number);
        const value = vector.values[at] as number;
        let place = 0;
        for (let i = 0; i < wrong.length; i++) {
          const c = wrong[i] as number;
          place = placeOf(c, row.columns, place, row.count);
          if (place === row.count || row.columns[place] !== c) insert(row, place, c);
          moveWeight(row.weights, row.squares, place, value * (errors[c] as number), rate);
        }
      }
    },
    visitRow(index, visit) {
      const row = rows[index];
      if (!row) return;
      for (let place = 0; place < row.count; place++) {
        const { columns, weights, squares } = row;
        visit(columns[place] as number, weights[place] as number, squares[place] as number);
      }
    },
  };

  function rowAt(index: number): Row {
    const row = rows[index] ?? createRow();
    rows[index] = row;
    return row;
  }
}

function createRow(): Row {
  return {
    count: 0,
    columns: new Uint16Array(firstRoom),
    weights: new Float32Array(firstRoom),
    squares: new Float32Array(firstRoom),
  };
}

/** Makes room at a place for a weight that has not moved yet. */
function insert(row: Row, place: number, column: number): void {
  if (row.count === row.columns.length) {
    row.columns = copied(row.columns, new Uint16Array(2 * row.count));
    row.weights = copied(row.weights, new Float32Array(2 * row.count));
    row.squares = copied(row.squares, new Float32Array(2 * row.count));
  }
  for (const numbers of [row.columns, row.weights, row.squares]) {
    numbers.copyWithin(place + 1, place, row.count);
  }
  row.columns[place] = column;
  row.weights[place] = 0;
  row.squares[place] = descent.initialSquares;
  row.count += 1;
}

function copied<T extends Uint16Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
