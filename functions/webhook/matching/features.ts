// What of a message the classifier sees: its words, the letters within them, and its concepts.

/** A group of features has a length (L2 norm) of its own, so that none drowns the others. */
export const groups = {
  words: { weight: 1, countsUnknown: true },
  characters: { weight: 1, countsUnknown: true },
  concepts: { weight: 0.6, countsUnknown: false },
  pairs: { weight: 0.5, countsUnknown: false },
} as const;
export type Group = keyof typeof groups;

/** Character n-grams within words, from two letters to five, word borders included. */
const gramLengths = [2, 3, 4, 5];

export interface Reading {
  /** Standard words, in order. */
  readonly words: readonly string[];
  /** Names of the concepts found. */
  readonly concepts: readonly string[];
}

/** The character n-grams of one word, marked apart from words. */
export function gramsOf(word: string, lengths: readonly number[] = gramLengths): string[] {
  const letters = [...`^${word}$`];
  const grams: string[] = [];
  for (const length of lengths) {
    for (let at = 0; at + length <= letters.length; at++) {
      grams.push(`~${letters.slice(at, at + length).join("")}`);
    }
  }
  return grams;
}

/** Gives the character n-grams of a word; training remembers them. */
export type Grams = (word: string) => readonly string[];

/** A question names far fewer; a message made to name hundreds must not cost more. */
const maxPairedConcepts = 32;

/** Unordered pairs of different concepts, of the first few. */
export function pairsOf(concepts: readonly string[]): string[] {
  const distinct = [...new Set(concepts)].slice(0, maxPairedConcepts).sort();
  return distinct.flatMap((first, index) =>
    distinct.slice(index + 1).map((second) => `&${first}&${second}`),
  );
}

/** Every feature of a reading by group, repeated as often as it occurs. */
export function featuresOf(reading: Reading, grams: Grams = gramsOf): Record<Group, string[]> {
  return {
    words: reading.words.map((word) => `=${word}`),
    characters: reading.words.flatMap((word) => grams(word)),
    concepts: reading.concepts.map((concept) => `@${concept}`),
    pairs: pairsOf(reading.concepts),
  };
}

/** The bank's features: each one's row and how telling it is. */
export interface FeatureSpace {
  readonly rows: ReadonlyMap<string, number>;
  /** Inverse document frequency by row: ln((1+n)/(1+df))+1 (Salton and Buckley 1988, smoothed). */
  readonly idf: ArrayLike<number>;
  /** The idf of a feature that the bank has never seen. */
  readonly unseenIdf: number;
}

/** A message as rows of the feature space with their values. */
export interface Vector {
  readonly rows: number[];
  readonly values: number[];
}

/**
 * The tf-idf vector of a reading: (1 + ln tf) · idf, each group scaled to its weight.
 *
 * What the bank has never seen has no row, but counts in the group's length at the highest idf:
 * a message full of unknown words gets a short vector and so low scores, which is what keeps
 * far-away messages from being answered.
 */
export function vectorOf(reading: Reading, space: FeatureSpace, grams: Grams = gramsOf): Vector {
  const vector: Vector = { rows: [], values: [] };
  const features = featuresOf(reading, grams);
  for (const group of Object.keys(groups) as Group[]) {
    addGroup(vector, features[group], groups[group], space);
  }
  return vector;
}

function addGroup(
  vector: Vector,
  features: readonly string[],
  { weight, countsUnknown }: (typeof groups)[Group],
  space: FeatureSpace,
): void {
  const frequency = new Map<string, number>();
  for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);

  const first = vector.values.length;
  let squares = 0;
  for (const [feature, times] of frequency) {
    const row = space.rows.get(feature);
    if (row === undefined && !countsUnknown) continue;
    const idf = row === undefined ? space.unseenIdf : (space.idf[row] ?? 0);
    const value = (1 + Math.log(times)) * idf;
    squares += value * value;
    if (row === undefined) continue;
    vector.rows.push(row);
    vector.values.push(value);
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let at = first; at < vector.values.length; at++) {
    vector.values[at] = (vector.values[at] ?? 0) * scale;
  }
}
