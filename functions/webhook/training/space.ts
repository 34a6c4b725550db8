// Lays out the feature space of a bank: a row for each feature, and how telling it is.
import { characterFeatures, featuresOf, groups, type Reading } from "../matching/features.ts";
import type { FeatureSpace } from "../matching/vector.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Rows for the features that at least `minShare` of the readings have, except that every word has
 * one: a small bank learns from whatever it has, a large one leaves out what is rare in it.
 */
export function layOutSpace(
  readings: readonly Reading[],
  { minShare, lengths, unseen }: Pick<Recipe, "minShare" | "lengths" | "unseen">,
): FeatureSpace {
  const documents = new Map<number, number>();
  const charactersOf = remembered((word) => characterFeatures(word));
  const words = new Set<number>();
  for (const reading of readings) {
    const features = featuresOf(reading, charactersOf);
    for (const word of features.words) words.add(word);
    const used = groups.filter((group) => lengths[group] > 0);
    for (const feature of new Set(used.flatMap((group) => features[group]))) {
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
    }
  }
  const fewest = Math.round(minShare * readings.length);
  const kept = [...documents].filter(([feature, count]) => count >= fewest || words.has(feature));
  kept.sort(([one], [other]) => one - other);
  return {
    table: Uint32Array.from(kept, ([feature]) => feature),
    sentences: readings.length,
    having: Uint16Array.from(kept, ([, count]) => Math.min(count, 0xffff)),
    lengths,
    unseen,
  };
}

function remembered<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word) ?? compute(word);
    known.set(word, found);
    return found;
  };
}
