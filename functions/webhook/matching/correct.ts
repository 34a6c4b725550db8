// Corrects words that the bank has never seen toward words that it knows, with Fuse.js.
import Fuse from "fuse.js";

const limits = {
  /** Shorter words have too many neighbours. */
  minLetters: 4,
  /** Fuse.js compares at most 32 letters; no word of the bank is longer. */
  maxLetters: 24,
  /** A correction changes the length by at most this. */
  lengthDifference: 2,
  /** Words that Fuse.js compares an unknown word with. */
  candidates: 24,
  /** So that no message costs much, however many unknown words it holds. */
  maxWords: 12,
};

/** Fuse.js's measure of difference, from 0 (the same) to 1 (anything). */
const maxDifference = 0.3;
const lengthPenalty = 0.05;

/** A word's likeliest correction, or `undefined` where nothing is near. */
export type Corrector = (word: string) => string | undefined;

/**
 * Indexes the vocabulary by pairs of letters, so that Fuse.js compares an unknown word only with
 * the few that share the most pairs with it: the whole vocabulary would take it milliseconds.
 */
export function createCorrector(vocabulary: readonly string[]): Corrector {
  const byPair = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < limits.minLetters || word.length > limits.maxLetters) continue;
    for (const pair of pairsIn(word)) {
      const words = byPair.get(pair);
      if (words) words.push(word);
      else byPair.set(pair, [word]);
    }
  }

  const candidatesFor = (word: string): string[] => {
    const shared = new Map<string, number>();
    for (const pair of pairsIn(word)) {
      for (const other of byPair.get(pair) ?? []) {
        if (Math.abs(other.length - word.length) > limits.lengthDifference) continue;
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, limits.candidates)
      .map(([other]) => other);
  };

  return (word) => {
    const fuse = new Fuse(candidatesFor(word), { includeScore: true, threshold: maxDifference });
    const ranked = fuse.search(word).map(({ item, score = 1 }) => ({
      item,
      // A change of length is a difference too, which Fuse.js does not count at a word's end.
      difference: score + Math.abs(item.length - word.length) * lengthPenalty,
    }));
    ranked.sort((a, b) => a.difference - b.difference);
    return ranked[0]?.item;
  };
}

/** The distinct pairs of neighbouring letters, word borders included. */
function pairsIn(word: string): Set<string> {
  const bordered = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= bordered.length; at++) pairs.add(bordered.slice(at, at + 2));
  return pairs;
}

/**
 * The words with unknown ones corrected; `undefined` if nothing was. Only plain words of four
 * letters or more are corrected, and only the first few of them.
 */
export function correctWords(
  words: readonly string[],
  isKnown: (word: string) => boolean,
  corrector: Corrector,
): string[] | undefined {
  let left = limits.maxWords;
  let corrected = false;
  const result = words.map((word) => {
    if (!isCorrectable(word) || isKnown(word) || left === 0) return word;
    left -= 1;
    const better = corrector(word);
    if (better === undefined) return word;
    corrected = true;
    return better;
  });
  return corrected ? result : undefined;
}

function isCorrectable(word: string): boolean {
  return (
    word.length >= limits.minLetters && word.length <= limits.maxLetters && /^[a-z]+$/.test(word)
  );
}
