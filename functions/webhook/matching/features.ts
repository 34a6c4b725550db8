// What of a message the classifier sees: its words, the letters within them, and its concepts.
import { extendHash, finishHash, hashInto, startHash } from "./hash.ts";

export interface Reading {
  /** Standard words, in order. */
  readonly words: readonly string[];
  /** Names of the concepts found, in order. */
  readonly concepts: readonly string[];
}

/** Features come in groups; each group of a message gets a length of its own. */
export const groups = ["words", "bigrams", "characters", "concepts", "pairs"] as const;
export type Group = (typeof groups)[number];

const starts = {
  words: startHash("word"),
  bigrams: startHash("bigram"),
  characters: startHash("characters"),
  concepts: startHash("concept"),
  pairs: startHash("pair"),
} satisfies Record<Group, number>;

/** The hash that a word's letters extend. */
export const wordStart = starts.words;

export function wordFeature(word: string): number {
  return finishHash(hashInto(starts.words, word));
}

/** Two words in a row, given as their features. */
export function bigramFeature(first: number, second: number): number {
  return finishHash(extendHash(extendHash(starts.bigrams, first), second));
}

export function conceptFeature(name: string): number {
  return finishHash(hashInto(starts.concepts, name));
}

/** Two different concepts of one message, given as their features, in whatever order. */
export function pairFeature(one: number, other: number): number {
  const first = extendHash(starts.pairs, Math.min(one, other));
  return finishHash(extendHash(first, Math.max(one, other)));
}

const border = "|".charCodeAt(0);

/** The sequences of so many letters in a word, the word's borders counted as letters. */
export function characterFeatures(word: string, shortest?: number, longest?: number): number[] {
  const features: number[] = [];
  eachCharacterFeature(word, (feature) => features.push(feature), shortest, longest);
  return features;
}

/** Visits them without a list. */
export function eachCharacterFeature(
  word: string,
  visit: (feature: number) => void,
  shortest = 3,
  longest = 5,
): void {
  const end = word.length;
  for (let start = -1; start <= end; start++) {
    let hash = starts.characters;
    for (let at = start; at <= end && at < start + longest; at++) {
      hash = extendHash(hash, at < 0 || at === end ? border : word.charCodeAt(at));
      if (at >= start + shortest - 1) visit(finishHash(hash));
    }
  }
}

/** Every two neighbours, in order. */
export function bigramsOf(words: readonly number[]): number[] {
  return words.slice(1).map((word, at) => bigramFeature(words[at] as number, word));
}

/** A question names far fewer; a message made to name hundreds must not cost more. */
const maxPairedConcepts = 32;

/** Each pair of different concepts once. */
export function pairsOf(concepts: readonly number[]): number[] {
  const distinct = [...new Set(concepts)].slice(0, maxPairedConcepts);
  return distinct.flatMap((one, at) =>
    distinct.slice(at + 1).map((other) => pairFeature(one, other)),
  );
}

/**
 * Every feature of a reading by group, repeated as often as it occurs. `charactersOf` gives a
 * word's letter sequences: who reads many sentences remembers them.
 */
export function featuresOf(
  reading: Reading,
  charactersOf: (word: string) => readonly number[] = (word) => characterFeatures(word),
): Record<Group, number[]> {
  const words = reading.words.map(wordFeature);
  const concepts = reading.concepts.map(conceptFeature);
  return {
    words,
    bigrams: bigramsOf(words),
    characters: reading.words.flatMap((word) => charactersOf(word)),
    concepts,
    pairs: pairsOf(concepts),
  };
}
