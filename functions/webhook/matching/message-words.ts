// A message word by word: as typed, in standard words, and with misspelt ones corrected.
import { type Corrector, correctWords, createCorrector } from "./correct.ts";
import { excerptOf } from "./excerpt.ts";
import { type FeatureTable, rowOf } from "./feature-table.ts";
import { wordFeature } from "./features.ts";
import { guard } from "./guard.ts";
import type { Model } from "./model.ts";
import { normalise } from "./normalise.ts";
import { hasWord } from "./vocabulary.ts";
import { type Lexicon, standardise } from "./words.ts";

export interface MessageWords {
  /** Made harmless and plain. */
  readonly typed: readonly string[];
  /** With slang replaced: what is scored. */
  readonly standard: readonly string[];
  /** The same with misspelt words corrected, if any was: scored too. */
  readonly corrected: readonly string[] | undefined;
}

/** Whether the bank has the word. */
export function isKnownWord(word: string, table: FeatureTable): boolean {
  return rowOf(wordFeature(word), table) >= 0;
}

/** Whether the bank has it to the letter; the table tells at once of most words that it doesn't. */
export function isOwnWord(
  word: string,
  { space, vocabulary }: Pick<Model, "space" | "vocabulary">,
): boolean {
  return isKnownWord(word, space.table) && hasWord(word, vocabulary);
}

/** Gives the words of any text: guard → excerpt → normalise → slang → correct. */
export function createWordReader(
  model: Pick<Model, "space" | "vocabulary">,
  lexicon: Lexicon,
  corrector: Corrector = createCorrector(model),
): (text: string) => MessageWords {
  const isKnown = (word: string) => isKnownWord(word, model.space.table);
  return (text) => {
    const typed = normalise(excerptOf(guard(text)));
    const standard = standardise(typed, lexicon);
    return { typed, standard, corrected: correctWords(standard, isKnown, corrector) };
  };
}
