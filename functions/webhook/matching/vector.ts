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
import { type MayRemember, rememberKnown, rememberNothing } from "./remember-known.ts";

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
  const place = (feature: number) => placeOf(feature, table);
  const group = createGroupBuilder(space);
  return (reading) => {
    const spellings = reading.words.map(spellingOf);
    const words = spellings.map(({ feature }) => feature);
    const concepts = reading.concepts.map(conceptFeature);
    const vector: Vector = { rows: [], values: [] };
    group("words", vector, [words.map(place)]);
    group("bigrams", vector, [bigramsOf(words).map(place)]);
    group(
      "characters",
      vector,
      spellings.map(({ characters }) => characters),
    );
    group("concepts", vector, [concepts.map(place)]);
    group("pairs", vector, [pairsOf(concepts).map(place)]);
    return vector;
  };
}

type GroupBuilder = (group: Group, vector: Vector, parts: readonly (readonly Place[])[]) => void;

/** Adds one group's features to a vector. */
function createGroupBuilder({ sentences, having, lengths, unseen }: FeatureSpace): GroupBuilder {
  const idfOf = createFrequencies(sentences);
  const unseenIdf = unseen * inverseFrequency(sentences, 0);
  /** How often the group at hand has each row; all zero between groups. */
  const counts = new Uint16Array(having.length);
  const unseenCounts = new Map<Place, number>();

  return (group, { rows, values }, parts) => {
    if (lengths[group] === 0) return;
    const first = rows.length;
    for (const places of parts) {
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as Place;
        if (place >= 0) {
          if (counts[place] === 0) rows.push(place);
          counts[place] = (counts[place] as number) + 1;
        } else if (countsUnseen[group]) unseenCounts.set(place, (unseenCounts.get(place) ?? 0) + 1);
      }
    }
    let squares = 0;
    for (const times of unseenCounts.values()) squares += (dampened(times) * unseenIdf) ** 2;
    unseenCounts.clear();
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

/** A feature's row, or −1 − feature where the bank has never seen it. */
type Place = number;

function placeOf(feature: number, table: FeatureTable): Place {
  const row = rowOf(feature, table);
  return row < 0 ? -1 - feature : row;
}

interface Spelling {
  readonly feature: number;
  readonly characters: readonly Place[];
}

/** Spells words by the table. */
function createSpeller(table: FeatureTable, mayRemember: MayRemember): (word: string) => Spelling {
  return rememberKnown(
    (word) => ({
      feature: wordFeature(word),
      characters: characterFeatures(word).map((character) => placeOf(character, table)),
    }),
    mayRemember,
  );
}

/** Saying a word ten times doesn't make it ten times as telling. */
function dampened(times: number): number {
  return times === 1 ? 1 : 1 + Math.log(times);
}
