// Lays out the feature space of a bank: a row for each feature, and how telling it is.
import { featureTableOf } from "../matching/feature-table.ts";
import { characterFeatures, featuresOf, groups, type Reading } from "../matching/features.ts";
import { rememberAll, rememberKnown } from "../matching/remember-known.ts";
import { type FeatureSpace, maxHaving } from "../matching/vector.ts";
import { countFeatures } from "./feature-counts.ts";
import type { Recipe } from "./recipe.ts";

/** A feature, and how many readings have it. */
export type CountedFeature = readonly [feature: number, count: number];

export interface CountedReadings {
  /** In ascending order of features. */
  readonly counts: readonly CountedFeature[];
  /** The features that are words. */
  readonly words: ReadonlySet<number>;
}

/** A row for each feature of the readings that deserves one. */
export function layOutSpace(
  readings: readonly Reading[],
  { minShare, lengths, unseen }: Pick<Recipe, "minShare" | "lengths" | "unseen">,
): FeatureSpace {
  const counted = countReadings(readings, lengths);
  const kept = thatDeserveRows(counted, minShare, readings.length);
  return {
    table: featureTableOf(kept.map(([feature]) => feature)),
    sentences: readings.length,
    having: Uint16Array.from(kept, ([, count]) => Math.min(count, maxHaving)),
    lengths,
    unseen,
  };
}

/** Counts the features of the groups that have a length. */
export function countReadings(
  readings: readonly Reading[],
  lengths: Recipe["lengths"],
): CountedReadings {
  const counts = countFeatures();
  const charactersOf = rememberKnown((word) => characterFeatures(word), rememberAll);
  const words = new Set<number>();
  const used = groups.filter((group) => lengths[group] > 0);
  readings.forEach((reading, at) => {
    const features = featuresOf(reading, charactersOf);
    for (const word of features.words) words.add(word);
    for (const group of used) {
      const ofGroup = features[group];
      for (let i = 0; i < ofGroup.length; i++) counts.add(ofGroup[i] as number, at);
    }
  });
  return { counts: counts.sorted(), words };
}

/**
 * The features that at least `minShare` of so many sentences have, and every word: a small bank
 * learns from whatever it has, a large one leaves out what is rare in it.
 */
export function thatDeserveRows(
  { counts, words }: CountedReadings,
  minShare: number,
  sentences: number,
): readonly CountedFeature[] {
  const fewest = Math.round(minShare * sentences);
  return counts.filter(([feature, count]) => count >= fewest || words.has(feature));
}
