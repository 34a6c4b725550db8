// Lays out the feature space of a bank: a row for each feature, and how telling it is.
import { type FeatureSpace, featuresOf, type Grams, type Reading } from "../matching/features.ts";

/**
 * Rows for the features that occur in at least `minDocuments` of the readings, except that every
 * word has one. `grams` names the character n-grams of a word (the caller may remember them).
 */
export function layOutSpace(
  readings: readonly Reading[],
  grams: Grams,
  minDocuments: number,
): FeatureSpace {
  const documents = new Map<string, number>();
  for (const reading of readings) {
    const distinct = new Set(Object.values(featuresOf(reading, grams)).flat());
    for (const feature of distinct) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  const rows = new Map<string, number>();
  const idf: number[] = [];
  for (const [feature, count] of documents) {
    if (count < minDocuments && !feature.startsWith("=")) continue;
    rows.set(feature, rows.size);
    idf.push(inverseFrequency(readings.length, count));
  }
  return { rows, idf: Float32Array.from(idf), unseenIdf: inverseFrequency(readings.length, 0) };
}

function inverseFrequency(all: number, having: number): number {
  return Math.log((1 + all) / (1 + having)) + 1;
}
