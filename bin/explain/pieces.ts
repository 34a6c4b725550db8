// What the classifier sees of a reading, in pieces that a person can read.
import {
  bigramsOf,
  characterFeatures,
  conceptFeature,
  type Group,
  pairFeature,
  pairsOf,
  type Reading,
  wordFeature,
} from "../../functions/webhook/matching/features.ts";

export interface Piece {
  /** A word with the letters in it, two words in a row, a concept, or two concepts. */
  readonly kind: "word" | "neighbours" | "concept" | "pair";
  readonly text: string;
}

/** A feature each time it is met, and the piece that has it there. */
export interface Occurrence {
  readonly piece: Piece;
  readonly feature: number;
}

/** The same occurrences as `featuresOf` counts, in the same order. */
export function occurrencesOf({ words, concepts }: Reading): Record<Group, Occurrence[]> {
  const neighbours = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  const bigrams = bigramsOf(words.map(wordFeature));
  return {
    words: words.map((text) => ({ piece: { kind: "word", text }, feature: wordFeature(text) })),
    bigrams: bigrams.map((feature, at) => ({
      piece: { kind: "neighbours", text: neighbours[at] ?? "" },
      feature,
    })),
    characters: words.flatMap((text) =>
      characterFeatures(text).map(
        (feature): Occurrence => ({ piece: { kind: "word", text }, feature }),
      ),
    ),
    concepts: concepts.map((text) => ({
      piece: { kind: "concept", text },
      feature: conceptFeature(text),
    })),
    pairs: pairOccurrences(concepts),
  };
}

function pairOccurrences(concepts: readonly string[]): Occurrence[] {
  const distinct = [...new Set(concepts)];
  const names = new Map<number, string>();
  distinct.forEach((one, at) => {
    for (const other of distinct.slice(at + 1)) {
      names.set(pairFeature(conceptFeature(one), conceptFeature(other)), `${one} + ${other}`);
    }
  });
  return pairsOf(concepts.map(conceptFeature)).map((feature) => ({
    piece: { kind: "pair", text: names.get(feature) ?? "" },
    feature,
  }));
}
