// A message as numbers: how much of each feature that the bank knows.
import { type FeatureTable, rowOf } from "./feature-table.ts";
import {
  bigramsOf,
  conceptFeature,
  eachCharacterFeature,
  type Group,
  pairsOf,
  type Reading,
  wordFeature,
} from "./features.ts";
import { type MayRemember, rememberAll, rememberKnown, rememberNothing } from "./remember-known.ts";
import { createRowSums, type Vector } from "./sparse-vector.ts";

/** The length (L2 norm) that a group of features has in every message; 0 leaves the group out. */
export type GroupLengths = Readonly<Record<Group, number>>;

/** The bank's features: each one's row and how often it is met. */
export interface FeatureSpace {
  readonly table: FeatureTable;
  /** How many sentences the bank has. */
  readonly sentences: number;
  /** By row, how many of them have the feature. */
  readonly having: Uint16Array;
  readonly lengths: GroupLengths;
  /** The share of its idf that a word or letter sequence counts with which no sentence has. */
  readonly unseen: number;
}

/** `having` counts no further. */
export const maxHaving = 0xffff;

/**
 * How telling a feature is that `having` of the sentences have: the inverse document frequency
 * ln((1+n)/(1+df))+1 (Salton and Buckley 1988, smoothed).
 */
export function inverseFrequency(sentences: number, having: number): number {
  return Math.log((1 + sentences) / (1 + having)) + 1;
}

/**
 * Words and letters that the bank has never seen have no row, but count in their group's length at
 * the highest idf, each time that they are said: a message full of unknown words gets a short vector
 * and so low scores, which is what keeps far-away messages from being answered. Neighbouring words
 * and concepts that are new say nothing of the sort.
 */
const countsUnseen: Readonly<Record<Group, boolean>> = {
  words: true,
  bigrams: false,
  characters: true,
  concepts: false,
  pairs: false,
};

/**
 * Gives the tf-idf vector of a reading: (1 + ln tf) · idf, each group scaled to its length. Of
 * several readings it is the mean of their vectors: what a linear model makes of that is the mean of
 * what it makes of them, and two readings of a message have most features in common.
 */
export function createVectorizer(
  space: FeatureSpace,
  mayRemember: MayRemember = rememberNothing,
): (...readings: readonly Reading[]) => Vector {
  const { table } = space;
  const spellingOf = createSpeller(table, mayRemember);
  const conceptOf = rememberKnown(conceptFeature, rememberAll);
  const look = (features: readonly number[]) =>
    foundOf(features.map((feature) => rowOf(feature, table)));
  const sums = createRowSums(space.having.length);
  const addGroup = createGroupAdder(space, sums.add);
  return (...readings) => {
    for (const reading of readings) {
      const spellings = reading.words.map(spellingOf);
      const concepts = reading.concepts.map(conceptOf);
      addGroup("words", [foundOf(spellings.map(({ row }) => row))]);
      addGroup("bigrams", [look(bigramsOf(spellings.map(({ feature }) => feature)))]);
      addGroup(
        "characters",
        spellings.map(({ characters }) => characters),
      );
      addGroup("concepts", [look(concepts)]);
      addGroup("pairs", [look(pairsOf(concepts))]);
    }
    return sums.take(1 / readings.length);
  };
}

/** What the bank knows of some features. */
interface Found {
  /** The rows of those that it has, as often as they are there. */
  readonly rows: readonly number[];
  /** How many it has never seen. */
  readonly unseen: number;
}

/** @param rows −1 stands for a feature that the bank has never seen */
function foundOf(rows: readonly number[]): Found {
  const known = rows.filter((row) => row >= 0);
  return { rows: known, unseen: rows.length - known.length };
}

type GroupAdder = (group: Group, parts: readonly Found[]) => void;

/** Adds one group's features to a vector. */
function createGroupAdder(
  { sentences, having, lengths, unseen }: FeatureSpace,
  add: (row: number, value: number) => void,
): GroupAdder {
  const idfOf = createFrequencies(sentences);
  const unseenIdf = unseen * inverseFrequency(sentences, 0);
  /** How often the group at hand has each row; all zero between groups. */
  const counts = new Uint16Array(having.length);
  const rows: number[] = [];
  const values: number[] = [];

  return (group, parts) => {
    if (lengths[group] === 0) return;
    let length = 0;
    let unseenCount = 0;
    for (const part of parts) {
      unseenCount += part.unseen;
      for (let at = 0; at < part.rows.length; at++) {
        const row = part.rows[at] as number;
        const count = counts[row] as number;
        counts[row] = count + 1;
        if (count > 0) continue;
        rows[length] = row;
        length += 1;
      }
    }
    let squares = countsUnseen[group] ? unseenCount * unseenIdf ** 2 : 0;
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number;
      const value = dampened(counts[row] as number) * idfOf(having[row] as number);
      counts[row] = 0;
      squares += value * value;
      values[at] = value;
    }
    const scale = lengths[group] / Math.sqrt(squares || 1);
    for (let at = 0; at < length; at++) add(rows[at] as number, (values[at] as number) * scale);
  };
}

/** The inverse frequency of a count, worked out once for each that is met; it is never 0. */
function createFrequencies(sentences: number): (having: number) => number {
  const known = new Float32Array(maxHaving + 1);
  return (having) => {
    const found = known[having] as number;
    if (found !== 0) return found;
    known[having] = inverseFrequency(sentences, having);
    return known[having] as number;
  };
}

interface Spelling {
  readonly feature: number;
  /** −1 where the bank doesn't have the word. */
  readonly row: number;
  readonly characters: Found;
}

/** Spells words by the table. */
function createSpeller(table: FeatureTable, mayRemember: MayRemember): (word: string) => Spelling {
  return rememberKnown((word) => {
    const feature = wordFeature(word);
    const rows: number[] = [];
    let unseen = 0;
    eachCharacterFeature(word, (character) => {
      const row = rowOf(character, table);
      if (row < 0) unseen += 1;
      else rows.push(row);
    });
    return { feature, row: rowOf(feature, table), characters: { rows, unseen } };
  }, mayRemember);
}

/** Saying a word ten times doesn't make it ten times as telling. */
function dampened(times: number): number {
  return times === 1 ? 1 : 1 + Math.log(times);
}
