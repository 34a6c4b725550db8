// Which of the bot's languages a message is written in: naive Bayes over its words and letters.
import type { Language } from "../faq/faq.ts";
import { type FeatureTable, rowOf } from "./feature-table.ts";
import { eachCharacterFeature, wordFeature } from "./features.ts";
import { addRow, type SparseWeights, scaled, softmax } from "./linear.ts";
import type { LanguageModel } from "./model.ts";
import { type MayRemember, rememberKnown, rememberNothing } from "./remember-known.ts";

/** What tells languages apart: whole words, and two to four letters in a row. */
export function languageFeatures(words: readonly string[]): number[] {
  const features: number[] = [];
  for (const word of words) eachFeature(word, (feature) => features.push(feature));
  return features;
}

function eachFeature(word: string, visit: (feature: number) => void): void {
  visit(wordFeature(word));
  eachCharacterFeature(word, visit, 2, 4);
}

/** Another language than the hint must be so many times as likely. */
const clearly = 4;
/** The same where no word is known: letters alone are a guess that sounds surer than it is. */
const clearlyByLetters = 50;

/**
 * Gives the likeliest language of typed words. It is the hint (the page's language, say) where the
 * words tell nothing or another language isn't clearly likelier; without a hint, where they tell
 * nothing, it is the first language.
 */
export function createLanguageIdentifier(
  languages: readonly [Language, ...Language[]],
  { table, weights }: LanguageModel,
  mayRemember: MayRemember = rememberNothing,
): (words: readonly string[], hint?: Language) => Language {
  const evidenceOf = rememberKnown((word) => evidenceIn(word, table, weights), mayRemember);
  return (words, hint) => {
    const sums = new Float64Array(languages.length);
    let tells = false;
    let isAnyKnown = false;
    for (const word of words) {
      const evidence = evidenceOf(word);
      if (!evidence) continue;
      tells = true;
      isAnyKnown ||= evidence.isKnown;
      for (let column = 0; column < sums.length; column++) {
        sums[column] = (sums[column] as number) + (evidence.sums[column] as number);
      }
    }
    const hinted = hint === undefined ? -1 : languages.indexOf(hint);
    const expected = languages[hinted] ?? languages[0];
    if (!tells) return expected;
    const chances = softmax(scaled(sums, weights));
    const highest = chances.reduce((a, b) => Math.max(a, b));
    const enough = isAnyKnown ? clearly : clearlyByLetters;
    const isClear = hinted < 0 || highest > enough * (chances[hinted] ?? 0);
    return isClear ? (languages[chances.indexOf(highest)] ?? expected) : expected;
  };
}

interface Evidence {
  /** A word's weights by language, added up, in units of their scale. */
  readonly sums: Float64Array;
  /** Whether the word itself is known, not only letters of it. */
  readonly isKnown: boolean;
}

/** What a word tells; nothing where nothing of it is known. */
function evidenceIn(
  word: string,
  table: FeatureTable,
  weights: SparseWeights,
): Evidence | undefined {
  const sums = new Float64Array(weights.bias.length);
  let tells = false;
  eachFeature(word, (feature) => {
    const row = rowOf(feature, table);
    if (row < 0) return;
    tells = true;
    addRow(row, 1, weights, sums);
  });
  return tells ? { sums, isKnown: rowOf(wordFeature(word), table) >= 0 } : undefined;
}
