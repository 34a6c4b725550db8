// A message as numbers: how much of each feature that the bank knows.
import { type FeatureTable, rowOf } from "./feature-table.ts";
import {
  bigramsOf,
  characterFeatures,
  conceptFeature,
  type Group,
  pairsOf,
  type Reading,
  wordFeature,
} from "./features.ts";
import { type MayRemember, rememberAll, rememberKnown, rememberNothing } from "./remember-known.ts";

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

/** A message as rows of the feature space with their values. */
export interface Vector {
  readonly rows: number[];
  readonly values: number[];
}

/**
 * Words and letters that the bank has never seen have no row, but count in their group's length
 * at the highest idf: a message full of unknown words gets a short vector and so low scores,
 * which is what keeps far-away messages from being answered. Neighbouring words and concepts
 * that are new say nothing of the sort.
 */
const countsUnseen: Readonly<Record<Group, boolean>> = {
  words: true,
  bigrams: false,
  characters: true,
  concepts: false,
  pairs: false,
};

/** Gives the tf-idf vector of a reading: (1 + ln tf) · idf, each group scaled to its length. */
export function createVectorizer(
  space: FeatureSpace,
  mayRemember: MayRemember = rememberNothing,
): (reading: Reading) => Vector {
  const { table } = space;
  const spellingOf = createSpeller(table, mayRemember);
  const conceptOf = rememberKnown(conceptFeature, rememberAll);
  const rowsOf = (features: readonly number[]) => features.map((feature) => rowOf(feature, table));
  const group = createGroupBuilder(space);
  return (reading) => {
    const spellings = reading.words.map(spellingOf);
    const concepts = reading.concepts.map(conceptOf);
    const vector: Vector = { rows: [], values: [] };
    group("words", vector, [spellings.map(({ row }) => row)]);
    group("bigrams", vector, [rowsOf(bigramsOf(spellings.map(({ feature }) => feature)))]);
    group(
      "characters",
      vector,
      spellings.map(({ characters }) => characters),
    );
    group("concepts", vector, [rowsOf(concepts)]);
    group("pairs", vector, [rowsOf(pairsOf(concepts))]);
    return vector;
  };
}

/** @param parts lists of rows; −1 stands for a feature that the bank has never seen */
type GroupBuilder = (group: Group, vector: Vector, parts: readonly (readonly number[])[]) => void;

/** Adds one group's features to a vector. */
function createGroupBuilder({ sentences, having, lengths, unseen }: FeatureSpace): GroupBuilder {
  const idfOf = createFrequencies(sentences);
  const unseenIdf = unseen * inverseFrequency(sentences, 0);
  /** How often the group at hand has each row; all zero between groups. */
  const counts = new Uint16Array(having.length);

  return (group, { rows, values }, parts) => {
    if (lengths[group] === 0) return;
    const first = rows.length;
    let unseenCount = 0;
    for (const part of parts) {
      for (let at = 0; at < part.length; at++) {
        const row = part[at] as number;
        if (row < 0) unseenCount += 1;
        else {
          if (counts[row] === 0) rows.push(row);
          counts[row] = (counts[row] as number) + 1;
        }
      }
    }
    let squares = countsUnseen[group] ? unseenCount * unseenIdf ** 2 : 0;
    for (let at = first; at < rows.length; at++) {
      const row = rows[at] as number;
      const value = dampened(counts[row] as number) * idfOf(having[row] as number);
      counts[row] = 0;
      squares += value * value;
      values.push(value);
    }
    const scale = lengths[group] / Math.sqrt(squares || 1);
    for (let at = first; at < rows.length; at++) values[at] = (values[at] as number) * scale;
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
  readonly row: number;
  /** The rows of its letter sequences. */
  readonly characters: readonly number[];
}

/** Spells words by the table. */
function createSpeller(table: FeatureTable, mayRemember: MayRemember): (word: string) => Spelling {
  return rememberKnown((word) => {
    const feature = wordFeature(word);
    const characters = characterFeatures(word).map((character) => rowOf(character, table));
    return { feature, row: rowOf(feature, table), characters };
  }, mayRemember);
}

/** Saying a word ten times doesn't make it ten times as telling. */
function dampened(times: number): number {
  return times === 1 ? 1 : 1 + Math.log(times);
}

/**
 * Gives the mean of two vectors of one space. What a linear model makes of it is the mean of what it
 * makes of them, for less work: two readings of a message have most features in common.
 */
export function createMean({
  having,
}: Pick<FeatureSpace, "having">): (one: Vector, other: Vector) => Vector {
  /** By row, its place in the mean, counted from 1; all zero between two. */
  const places = new Uint16Array(having.length);
  return (one, other) => {
    const rows = [...one.rows];
    const values = one.values.map((value) => value / 2);
    for (let at = 0; at < rows.length; at++) places[rows[at] as number] = at + 1;
    for (let at = 0; at < other.rows.length; at++) {
      const row = other.rows[at] as number;
      const half = (other.values[at] as number) / 2;
      const place = places[row] as number;
      if (place > 0) values[place - 1] = (values[place - 1] as number) + half;
      else {
        rows.push(row);
        values.push(half);
      }
    }
    for (const row of one.rows) places[row] = 0;
    return { rows, values };
  };
}
