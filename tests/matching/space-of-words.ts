// A feature space that knows some words and nothing else.
import { featureTableOf, rowOf } from "../../functions/webhook/matching/feature-table.ts";
import { wordFeature } from "../../functions/webhook/matching/features.ts";
import type { FeatureSpace } from "../../functions/webhook/matching/vector.ts";

/** @param commonness in how many sentences a word is, where not in one */
export function spaceOfWords(
  words: readonly string[],
  commonness: Readonly<Record<string, number>> = {},
): FeatureSpace {
  const table = featureTableOf([...new Set(words)].map(wordFeature).sort((a, b) => a - b));
  const having = new Uint16Array(table.length).fill(1);
  for (const [word, count] of Object.entries(commonness)) {
    having[rowOf(wordFeature(word), table)] = count;
  }
  return {
    table,
    sentences: 9,
    having,
    lengths: { words: 1, bigrams: 0, characters: 0, concepts: 0, pairs: 0 },
    unseen: 1,
  };
}
