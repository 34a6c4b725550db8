// Corrects words that the bank has never seen toward words that it knows.
import Fuse from "fuse.js/basic";
import type { Model } from "./model.ts";
import { createSlipMender } from "./one-slip.ts";
import { isPlainWord } from "./plain-word.ts";
import { createSpeltAlike } from "./spelt-alike.ts";
import { plainWordsOf } from "./vocabulary.ts";

const limits = {
  /**
   * Of shorter words, two slips leave too little: nearly all that is found is wrong.
   */
  minLettersCompared: 7,
  /** Words that Fuse.js compares an unknown word with: it takes a microsecond or two for each. */
  candidates: 8,
  /** So that no message costs much, however many unknown words it holds. */
  maxWords: 8,
};

/** Fuse.js's measure of difference, from 0 (the same) to 1 (anything). */
const maxDifference = 0.3;
/** A change of length is a difference too, which Fuse.js does not count at a word's end. */
const lengthPenalty = 0.05;

/** A word's likeliest correction, or `undefined` where nothing is near. */
export type Corrector = (word: string) => string | undefined;

/**
 * Most misspellings are one slip of the finger. Where none explains a word, Fuse.js compares it with
 * the few words of the vocabulary that share most pairs of letters with it.
 */
export function createCorrector(model: Pick<Model, "vocabulary" | "space">): Corrector {
  // Not before they are needed: a function that starts cold has a question waiting.
  let mendSlip: ReturnType<typeof createSlipMender> | undefined;
  let speltAlike: ReturnType<typeof createSpeltAlike> | undefined;
  return (word) => {
    mendSlip ??= createSlipMender(model.vocabulary, model.space);
    const mended = mendSlip(word);
    if (mended !== undefined || word.length < limits.minLettersCompared) return mended;
    speltAlike ??= createSpeltAlike(plainWordsOf(model.vocabulary), limits.candidates);
    return nearest(word, speltAlike(word, Math.floor(maxDifference * word.length)));
  };
}

function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const fuse = new Fuse(candidates, { includeScore: true, threshold: maxDifference });
  const ranked = fuse.search(word).map(({ item, score = 1 }) => ({
    item,
    difference: score + Math.abs(item.length - word.length) * lengthPenalty,
  }));
  ranked.sort((a, b) => a.difference - b.difference);
  return ranked[0]?.item;
}

/**
 * The words with unknown ones corrected; `undefined` if nothing was. Only plain words are
 * corrected, and only the first few of them.
 */
export function correctWords(
  words: readonly string[],
  isKnown: (word: string) => boolean,
  corrector: Corrector,
): string[] | undefined {
  let left = limits.maxWords;
  let corrected = false;
  const result = words.map((word) => {
    if (!isPlainWord(word) || isKnown(word) || left === 0) return word;
    left -= 1;
    const better = corrector(word);
    if (better === undefined) return word;
    corrected = true;
    return better;
  });
  return corrected ? result : undefined;
}
