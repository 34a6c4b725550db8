// A vector of which only few rows are not zero.

/** Rows, each of them once, and their values. A message is one: rows of the feature space. */
export interface Vector {
  readonly rows: number[];
  readonly values: number[];
}

export interface RowSums {
  add(row: number, value: number): void;
  /** The sums times a factor; the next ones begin at nothing. */
  take(factor: number): Vector;
}

/**
 * Adds values up by row. Its lists stay for the next message, so that each leaves little to collect.
 *
 * @param rowCount how many rows there are; at most 65,535 of them are added to at once
 */
export function createRowSums(rowCount: number): RowSums {
  /** By row, its place in the lists, counted from 1; 0 where it has none. */
  const places = new Uint16Array(rowCount);
  const rows: number[] = [];
  const values: number[] = [];
  let length = 0;
  return {
    add(row, value) {
      const place = places[row] as number;
      if (place > 0) {
        values[place - 1] = (values[place - 1] as number) + value;
        return;
      }
      rows[length] = row;
      values[length] = value;
      length += 1;
      places[row] = length;
    },
    take(factor) {
      for (let at = 0; at < length; at++) {
        places[rows[at] as number] = 0;
        values[at] = (values[at] as number) * factor;
      }
      const vector = { rows: rows.slice(0, length), values: values.slice(0, length) };
      length = 0;
      return vector;
    },
  };
}
