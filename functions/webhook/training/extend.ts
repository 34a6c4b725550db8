// Makes room in a model for sentences and classes that it was not taught.
import { featureTableOf, listFeatures, rowOf } from "../matching/feature-table.ts";
import type { Reading } from "../matching/features.ts";
import type { SparseWeights } from "../matching/linear.ts";
import { startOf } from "../matching/runs.ts";
import { type FeatureSpace, maxHaving } from "../matching/vector.ts";
import { descent } from "./descent.ts";
import type { Recipe } from "./recipe.ts";
import { countReadings, thatDeserveRows } from "./space.ts";
import { type LooseWeights, learnerOf } from "./sparse.ts";

/** The space with a row for each feature that the readings bring, as `layOutSpace` would have it. */
export function extendSpace(
  space: FeatureSpace,
  readings: readonly Reading[],
  { minShare, lengths }: Pick<Recipe, "minShare" | "lengths">,
): FeatureSpace {
  const counted = countReadings(readings, lengths);
  const having = new Map(counted.counts);
  const sentences = space.sentences + readings.length;
  const fresh = thatDeserveRows(counted, minShare, sentences).filter(
    ([feature]) => rowOf(feature, space.table) < 0,
  );
  const known = listFeatures(space.table);
  const features = Uint32Array.from([...known, ...fresh.map(([feature]) => feature)]).sort();
  return {
    ...space,
    sentences,
    table: featureTableOf(features),
    having: Uint16Array.from(features, (feature) => {
      const row = rowOf(feature, space.table);
      const before = row < 0 ? 0 : (space.having[row] as number);
      return Math.min(before + (having.get(feature) ?? 0), maxHaving);
    }),
  };
}

/** What weights are to have room for. */
export interface Room {
  readonly from: FeatureSpace["table"];
  readonly to: FeatureSpace["table"];
  /** By old class the new one, or −1 where it is gone. */
  readonly classOf: readonly number[];
  readonly classes: number;
  /** By new row, classes that must have a weight there. */
  readonly wanted: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A weight that was taught counts as having seen this much, so it hardly moves. */
const taughtSquares = 30;

/** The same weights with room for more, ready to be learnt further. */
export function extendWeights(weights: SparseWeights, room: Room): LooseWeights {
  const { from, to, classOf, classes, wanted } = room;
  const features = listFeatures(to);
  const start = new Uint32Array(to.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const squares: number[] = [];
  for (let row = 0; row < features.length; row++) {
    const old = rowOf(features[row] as number, from);
    const missing = new Set(wanted.get(row));
    let place = old < 0 ? 0 : startOf(old, weights.rows);
    const end = old < 0 ? 0 : place + (weights.rows.lengths[old] as number);
    for (; place < end; place++) {
      const of = classOf[weights.columns[place] as number] ?? -1;
      if (of < 0) continue;
      columns.push(of);
      values.push((weights.weights[place] as number) * weights.scale);
      squares.push(taughtSquares);
      missing.delete(of);
    }
    for (const of of missing) {
      columns.push(of);
      values.push(0);
      squares.push(descent.initialSquares);
    }
    start[row + 1] = columns.length;
  }
  const bias = new Float32Array(classes).fill(median(weights.bias));
  classOf.forEach((of, old) => {
    if (of >= 0) bias[of] = weights.bias[old] as number;
  });
  return learnerOf(
    start,
    Uint16Array.from(columns),
    Float32Array.from(values),
    Float32Array.from(squares),
    bias,
  );
}

function median(numbers: Float32Array): number {
  return numbers.toSorted()[numbers.length >> 1] ?? 0;
}
