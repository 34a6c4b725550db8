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
 * Fuse.js compares an unknown word only with the few of the vocabulary that share the most pairs
 * of letters with it: the whole vocabulary would take it milliseconds.
 *
 * @param vocabulary correctable words, fewer than 2¹⁶
 */
export function createCorrector(vocabulary: readonly string[]): Corrector {
  let sharing: ReturnType<typeof indexByPairs> | undefined;
  return (word) => {
    // Not before it is needed: a function that starts cold has a question waiting.
    sharing ??= indexByPairs(vocabulary);
    const candidates = sharing(word).map((place) => vocabulary[place] ?? "");
    const fuse = new Fuse(candidates, { includeScore: true, threshold: maxDifference });
    const ranked = fuse.search(word).map(({ item, score = 1 }) => ({
      item,
      // A change of length is a difference too, which Fuse.js does not count at a word's end.
      difference: score + Math.abs(item.length - word.length) * lengthPenalty,
    }));
    ranked.sort((a, b) => a.difference - b.difference);
    return ranked[0]?.item;
  };
}

/**
 * Gives the places in the vocabulary of the words that share most pairs with a word, among those
 * alike in length; of equals, the first in the vocabulary.
 */
function indexByPairs(vocabulary: readonly string[]): (word: string) => number[] {
  const most = vocabulary.reduce((length, word) => Math.max(length, word.length), 0);
  // A counting sort: the words of a length that hold a pair stand from the start of their slot to
  // that of the next, the slots of a pair side by side.
  const slotOf = (pair: number, length: number) => pair * (most + 1) + length;
  const start = new Uint32Array(slotOf(pairCount, 0) + 1);
  for (const word of vocabulary) {
    eachPair(word, (pair) => increase(start, slotOf(pair, word.length) + 1));
  }
  for (let slot = 1; slot < start.length; slot++) increase(start, slot, start[slot - 1]);
  const words = new Uint16Array(start.at(-1) ?? 0);
  const next = start.slice();
  vocabulary.forEach((word, place) => {
    eachPair(word, (pair) => {
      const slot = slotOf(pair, word.length);
      words[next[slot] as number] = place;
      increase(next, slot);
    });
  });

  const shared = new Uint8Array(vocabulary.length);
  return (word) => {
    const shortest = Math.max(0, word.length - limits.lengthDifference);
    const longest = Math.min(most, word.length + limits.lengthDifference);
    if (shortest > longest) return [];
    const found: number[] = [];
    eachPair(word, (pair) => {
      const end = start[slotOf(pair, longest) + 1] as number;
      for (let at = start[slotOf(pair, shortest)] as number; at < end; at++) {
        const place = words[at] as number;
        if (shared[place] === 0) found.push(place);
        increase(shared, place);
      }
    });
    const best = bestOf(found, shared, limits.candidates);
    for (const place of found) shared[place] = 0;
    return best;
  };
}

/** The places that share most, best first; sorts no more of them than it has to. */
function bestOf(found: readonly number[], shared: Uint8Array, count: number): number[] {
  const having = new Uint32Array(256);
  for (const place of found) increase(having, shared[place] as number);
  let least = having.length - 1;
  for (let so = 0; least > 1; least--) {
    so += having[least] as number;
    if (so >= count) break;
  }
  return found
    .filter((place) => (shared[place] as number) >= least)
    .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
    .slice(0, count);
}

function increase(counts: Uint32Array | Uint8Array, at: number, by = 1): void {
  counts[at] = (counts[at] as number) + by;
}

/** Letters a to z are 1 to 26; 0 is a word's border. */
const letterCount = 27;
const pairCount = letterCount ** 2;

/** Visits each pair of neighbouring letters, word borders included; a repeated pair repeatedly. */
function eachPair(word: string, visit: (pair: number) => void): void {
  let before = 0;
  for (let at = 0; at <= word.length; at++) {
    const letter = at < word.length ? word.charCodeAt(at) - 96 : 0;
    visit(before * letterCount + letter);
    before = letter;
  }
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

/** Words of plain letters, neither too short nor too long. */
export function isCorrectable(word: string): boolean {
  return (
    word.length >= limits.minLetters && word.length <= limits.maxLetters && /^[a-z]+$/.test(word)
  );
}
