// Corrects words that the bank has never seen toward words that it knows, with Fuse.js.
import Fuse from "fuse.js";

const limits = {
  /** Shorter words have too many neighbours. */
  minLetters: 4,
  /** Fuse.js compares at most 32 letters; no word of the bank is longer. */
  maxLetters: 24,
  /** A correction changes the length by at most this. */
  lengthDifference: 2,
  /** So that no message costs much, however many unknown words it holds. */
  maxWords: 12,
};

/** Fuse.js's measure of difference, from 0 (the same) to 1 (anything). */
const maxDifference = 0.3;

/** A word's likeliest correction, or `undefined` where nothing is near. */
export type Corrector = (word: string) => string | undefined;

/** Indexes the vocabulary by length, so that a search compares only words of similar length. */
export function createCorrector(vocabulary: readonly string[]): Corrector {
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) {
    if (word.length < limits.minLetters || word.length > limits.maxLetters) continue;
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const indexes = new Map<number, Fuse<string>>();
  const indexOf = (length: number): Fuse<string> | undefined => {
    const words = byLength.get(length);
    if (!words) return undefined;
    const found = indexes.get(length);
    if (found) return found;
    const index = new Fuse(words, { includeScore: true, threshold: maxDifference });
    indexes.set(length, index);
    return index;
  };

  return (word) => {
    let best: { word: string; score: number } | undefined;
    const { lengthDifference } = limits;
    for (
      let length = word.length - lengthDifference;
      length <= word.length + lengthDifference;
      length++
    ) {
      const [found] = indexOf(length)?.search(word, { limit: 1 }) ?? [];
      // A change of length is a difference too, which Fuse.js does not count at a word's end.
      const score = (found?.score ?? 1) + Math.abs(length - word.length) * 0.05;
      if (found && (!best || score < best.score)) best = { word: found.item, score };
    }
    return best?.word;
  };
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
