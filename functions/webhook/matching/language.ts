// Which of the bot's languages a message is written in: naive Bayes over its words and letters.
import type { Language } from "../faq/faq.ts";
import { rowOf } from "./feature-table.ts";
import { characterFeatures, wordFeature } from "./features.ts";
import { scoresOf, softmax } from "./linear.ts";
import type { LanguageModel } from "./model.ts";

/** What tells languages apart: whole words, and two to four letters in a row. */
export function languageFeatures(words: readonly string[]): number[] {
  return words.flatMap((word) => [wordFeature(word), ...characterFeatures(word, 2, 4)]);
}

/** Another language than the hint must be so many times as likely. */
const clearly = 2;

/**
 * The likeliest language of typed words. It is the hint (the page's language, say) where the
 * words tell nothing or another language isn't clearly likelier; without a hint, where they tell
 * nothing, it is the first language.
 */
export function languageOf(
  words: readonly string[],
  languages: readonly [Language, ...Language[]],
  model: LanguageModel,
  hint?: Language,
): Language {
  const rows: number[] = [];
  for (const feature of languageFeatures(words)) {
    const row = rowOf(feature, model.table);
    if (row >= 0) rows.push(row);
  }
  const hinted = hint === undefined ? -1 : languages.indexOf(hint);
  const expected = languages[hinted] ?? languages[0];
  if (rows.length === 0) return expected;
  const chances = softmax(scoresOf({ rows, values: rows.map(() => 1) }, model.weights));
  const highest = chances.reduce((a, b) => Math.max(a, b));
  const isClear = hinted < 0 || highest > clearly * (chances[hinted] ?? 0);
  return isClear ? (languages[chances.indexOf(highest)] ?? expected) : expected;
}
