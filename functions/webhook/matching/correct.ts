// Corrects words that the bank has never seen toward words that it knows.
import { createEditCounter } from "./edits.ts";
import { rowOf } from "./feature-table.ts";
import { wordFeature } from "./features.ts";
import type { Model } from "./model.ts";
import { createSlipMender } from "./one-slip.ts";
import { isPlainWord } from "./plain-word.ts";
import { createSpeltAlike, type SpeltAlike } from "./spelt-alike.ts";
import type { FeatureSpace } from "./vector.ts";
import { plainWordsOf } from "./vocabulary.ts";

const limits = {
  /** Of shorter words, two edits leave too little: nearly all that is found is wrong. */
  minLettersCompared: 7,
  /** Words that an unknown one is compared with: each takes some fifty nanoseconds. */
  compared: 1000,
  /** So that no message costs much, however many unknown words it holds. */
  maxWords: 8,
};

/** A word is taken for another that is so many edits away for each of its letters, or nearer. */
const maxEditsALetter = 0.34;

/** A word's likeliest correction, or `undefined` where nothing is near. */
export type Corrector = (word: string) => string | undefined;

/**
 * Most misspellings are one slip of the finger. Where none explains a longer word, it is the nearest
 * of those that are spelt much like it; of several that are as near, the commonest, and of those the
 * first that is found.
 */
export function createCorrector(model: Pick<Model, "vocabulary" | "space">): Corrector {
  // Not before they are needed: a function that starts cold has a question waiting.
  let mendSlip: ReturnType<typeof createSlipMender> | undefined;
  let speltAlike: SpeltAlike | undefined;
  return (word) => {
    mendSlip ??= createSlipMender(model.vocabulary, model.space);
    const mended = mendSlip(word);
    if (mended !== undefined || word.length < limits.minLettersCompared) return mended;
    speltAlike ??= createSpeltAlike(plainWordsOf(model.vocabulary), limits.compared);
    return nearest(word, speltAlike, model.space);
  };
}

function nearest(
  word: string,
  speltAlike: SpeltAlike,
  { table, having }: Pick<FeatureSpace, "table" | "having">,
): string | undefined {
  const editsTo = createEditCounter(word);
  const most = Math.floor(maxEditsALetter * word.length);
  let best: string | undefined;
  let fewest = most;
  let commonest = 0;
  speltAlike(word, most, (candidate) => {
    const edits = editsTo(candidate);
    if (edits > fewest) return;
    const common = having[rowOf(wordFeature(candidate), table)] ?? 0;
    if (edits === fewest && common <= commonest) return;
    [best, fewest, commonest] = [candidate, edits, common];
  });
  return best;
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
