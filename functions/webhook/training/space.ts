// Lays out the feature space of a bank: a row for each feature, and how telling it is.
import { featureTableOf } from "../matching/feature-table.ts";
import { characterFeatures, featuresOf, groups, type Reading } from "../matching/features.ts";
import { rememberAll, rememberKnown } from "../matching/remember-known.ts";
import { type FeatureSpace, maxHaving } from "../matching/vector.ts";
import { countFeatures } from "./feature-counts.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Rows for the features that at least `minShare` of the readings have, except that every word has
 * one: a small bank learns from whatever it has, a large one leaves out what is rare in it.
 */
export function layOutSpace(
  readings: readonly Reading[],
  { minShare, lengths, unseen }: Pick<Recipe, "minShare" | "lengths" | "unseen">,
): FeatureSpace {
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
  const fewest = Math.round(minShare * readings.length);
  const kept = counts.sorted().filter(([feature, count]) => count >= fewest || words.has(feature));
  return {
    table: featureTableOf(kept.map(([feature]) => feature)),
    sentences: readings.length,
    having: Uint16Array.from(kept, ([, count]) => Math.min(count, maxHaving)),
    lengths,
    unseen,
  };
}
