// Which of the bot's languages a message is written in: naive Bayes over its words and letters.
import type { Language } from "../faq/faq.ts";
import { type FeatureTable, rowOf } from "./feature-table.ts";
import { eachCharacterFeature, wordFeature } from "./features.ts";
import { addRow, type SparseWeights, scaled, softmax } from "./linear.ts";
import type { LanguageModel } from "./model.ts";
import { type MayRemember, rememberKnown, rememberNothing } from "./remember-known.ts";

const beginsWithLetter = /^\p{L}/u;

/** What tells languages apart: whole words, and two to four letters in a row. */
export function languageFeatures(words: readonly string[]): number[] {
  const features: number[] = [];
  for (const word of words) eachFeature(word, (feature) => features.push(feature));
  return features;
}

/** Digits, and what stands for a long number or an address, are of no language. */
function eachFeature(word: string, visit: (feature: number) => void): void {
  if (!beginsWithLetter.test(word)) return;
  visit(wordFeature(word));
  eachCharacterFeature(word, visit, 2, 4);
}

/**
 * Another language than the hint must be so many times as likely. It is so much because naive Bayes
 * takes a word and each run of its letters for independent, and so sounds far surer than it is: one
 * loanword ("backup") makes a hundred.
 */
const clearly = 1e4;

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
    for (const word of words) {
      const evidence = evidenceOf(word);
      if (!evidence) continue;
      tells = true;
      for (let column = 0; column < sums.length; column++) {
        sums[column] = (sums[column] as number) + (evidence[column] as number);
      }
    }
    const hinted = hint === undefined ? -1 : languages.indexOf(hint);
    const expected = languages[hinted] ?? languages[0];
    if (!tells) return expected;
    const chances = softmax(scaled(sums, weights));
    const highest = chances.reduce((a, b) => Math.max(a, b));
    const isClear = hinted < 0 || highest > clearly * (chances[hinted] ?? 0);
    return isClear ? (languages[chances.indexOf(highest)] ?? expected) : expected;
  };
}

/** The sum of a word's weights by language, in units of their scale; none where nothing is known. */
function evidenceIn(
  word: string,
  table: FeatureTable,
  weights: SparseWeights,
): Float64Array | undefined {
  const sums = new Float64Array(weights.bias.length);
  let tells = false;
  eachFeature(word, (feature) => {
    const row = rowOf(feature, table);
    if (row < 0) return;
    tells = true;
    addRow(row, 1, weights, sums);
  });
  return tells ? sums : undefined;
}
