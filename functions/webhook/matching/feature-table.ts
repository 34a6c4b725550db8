// Which row of a model belongs to a feature.
import { featureBits } from "./hash.ts";
import { type Runs, runsOf, startOf } from "./runs.ts";

/**
 * Features in ascending order; a feature's place is its row. Those with the same upper bits share a
 * bucket, so that one is found in a step or two, and only the lower bits are kept:
 *
 *     feature  10110…01 0011010111
 *              bucket ↑        ↑ rest
 */
export interface FeatureTable {
  /** How many features there are. */
  readonly length: number;
  readonly buckets: Runs;
  readonly rest: Uint16Array;
}

const restBits = 10;
const bucketCount = 1 << (featureBits - restBits);
const restMask = (1 << restBits) - 1;

/** @param features different ones, in ascending order */
export function featureTableOf(features: ArrayLike<number>): FeatureTable {
  const lengths = new Uint32Array(bucketCount);
  const rest = Uint16Array.from(features, (feature) => feature & restMask);
  for (let row = 0; row < features.length; row++) {
    const bucket = (features[row] as number) >>> restBits;
    lengths[bucket] = (lengths[bucket] as number) + 1;
  }
  return { length: rest.length, buckets: runsOf(lengths), rest };
}

/** The feature's row, or −1. */
export function rowOf(feature: number, { buckets, rest }: FeatureTable): number {
  const bucket = feature >>> restBits;
  const lower = feature & restMask;
  let row = startOf(bucket, buckets);
  for (const end = row + (buckets.lengths[bucket] as number); row < end; row++) {
    if (rest[row] === lower) return row;
  }
  return -1;
}

/** The features by row: what `featureTableOf` was given. */
export function listFeatures({ buckets, rest }: FeatureTable): Uint32Array {
  const features = new Uint32Array(rest.length);
  let row = 0;
  buckets.lengths.forEach((length, bucket) => {
    for (const end = row + length; row < end; row++) {
      features[row] = bucket * (restMask + 1) + (rest[row] as number);
    }
  });
  return features;
}
