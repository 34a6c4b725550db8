// What each entry's phrasings add up to, feature by feature, and how a vector fares beside that.
import type { Vector } from "../../functions/webhook/matching/sparse-vector.ts";

/** Only what isn't 0, by row (feature): row r owns the places start[r] … start[r+1]−1. */
export interface ClassSums {
  readonly classes: number;
  readonly start: Uint32Array;
  readonly classOf: Uint32Array;
  /** The sum of the values that the class's vectors have in the row. */
  readonly sums: Float64Array;
  /** ln(1 + sum / smoothing): by how much likelier the feature is than one never met. */
  readonly logs: Float64Array;
  /** By class, the sum of all its values, and the squared length of its sum. */
  readonly mass: Float64Array;
  readonly squares: Float64Array;
}

/** What an entry was never asked with still counts for this; chosen on planted mistakes. */
const smoothing = 0.01;

export function sumUp(
  vectors: readonly Vector[],
  classes: readonly number[],
  count: number,
): ClassSums {
  // Class by class, so that a row's last place is the class's own or there is none yet.
  const order = vectors.map((_, at) => at);
  order.sort((a, b) => (classes[a] as number) - (classes[b] as number));
  const start = placesByRow(vectors, classes, order);
  const places = start[start.length - 1] as number;
  const classOf = new Uint32Array(places);
  const sums = new Float64Array(places);
  const mass = new Float64Array(count);
  const squares = new Float64Array(count);
  const next = start.slice();
  for (const at of order) {
    const { rows, values } = vectors[at] as Vector;
    const of = classes[at] as number;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const value = values[i] as number;
      const last = (next[row] as number) - 1;
      const isThere = last >= (start[row] as number) && classOf[last] === of;
      const place = isThere ? last : (next[row] as number);
      if (!isThere) next[row] = place + 1;
      classOf[place] = of;
      sums[place] = (sums[place] as number) + value;
      mass[of] = (mass[of] as number) + value;
    }
  }
  sums.forEach((sum, place) => {
    const of = classOf[place] as number;
    squares[of] = (squares[of] as number) + sum * sum;
  });
  return { classes: count, start, classOf, sums, logs: sums.map(logOf), mass, squares };
}

/** Where each row's places start: it needs one for each class that has the row. */
function placesByRow(
  vectors: readonly Vector[],
  classes: readonly number[],
  order: readonly number[],
): Uint32Array {
  const rows = vectors.reduce((most, vector) => Math.max(most, ...vector.rows, -1), -1) + 1;
  const start = new Uint32Array(rows + 1);
  const last = new Int32Array(rows).fill(-1);
  for (const at of order) {
    const of = classes[at] as number;
    for (const row of (vectors[at] as Vector).rows) {
      if (last[row] === of) continue;
      last[row] = of;
      start[row + 1] = (start[row + 1] as number) + 1;
    }
  }
  for (let row = 0; row < rows; row++) {
    start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  }
  return start;
}

function logOf(sum: number): number {
  return Math.log(1 + sum / smoothing);
}

/** By class. */
export interface Comparison {
  /** How likely the class says the vector, as a logarithm; all of them less the same number. */
  readonly likelihoods: Float64Array;
  /** The cosine between the vector and the class's sum, times the vector's length. */
  readonly cosines: Float64Array;
}

/** Compares a vector with all classes, its own one as it would be without it. */
export function compareWithout({ rows, values }: Vector, own: number, all: ClassSums): Comparison {
  const { classes, start, classOf, sums, logs } = all;
  const likelihoods = new Float64Array(classes);
  const cosines = new Float64Array(classes);
  let length = 0;
  let square = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const value = values[at] as number;
    length += value;
    square += value * value;
    const end = start[row + 1] as number;
    for (let place = start[row] as number; place < end; place++) {
      const of = classOf[place] as number;
      likelihoods[of] = (likelihoods[of] as number) + value * (logs[place] as number);
      cosines[of] = (cosines[of] as number) + value * (sums[place] as number);
      if (of !== own) continue;
      // Rounding may leave a little less than nought where nothing is left.
      const left = Math.max(0, (sums[place] as number) - value);
      likelihoods[of] =
        (likelihoods[of] as number) + value * (logOf(left) - (logs[place] as number));
    }
  }
  const features = smoothing * (start.length - 1);
  for (let of = 0; of < classes; of++) {
    const isOwn = of === own;
    const mass = (all.mass[of] as number) - (isOwn ? length : 0);
    const along = (cosines[of] as number) - (isOwn ? square : 0);
    const squares = (all.squares[of] as number) - (isOwn ? 2 * along + square : 0);
    likelihoods[of] = (likelihoods[of] as number) - length * Math.log(Math.max(0, mass) + features);
    cosines[of] = squares > tiny ? Math.max(0, along) / Math.sqrt(squares) : 0;
  }
  return { likelihoods, cosines };
}

/** What is left of a sum when everything is taken away again, by rounding. */
const tiny = 1e-9;
