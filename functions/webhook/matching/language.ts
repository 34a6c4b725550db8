// Which of the bot's languages a message is written in: naive Bayes over its words and letters.
import type { Language } from "../faq/faq.ts";
import { gramsOf } from "./features.ts";
import { scoresOf, softmax } from "./linear.ts";
import type { LanguageModel } from "./model.ts";

/** What tells languages apart: whole words, and two to four letters in a row. */
export function languageFeatures(words: readonly string[]): string[] {
  return words.flatMap((word) => [`=${word}`, ...gramsOf(word, [2, 3, 4])]);
}

/**
 * The likeliest language of typed words. Without evidence, or with less than `hint` has, it is
 * the hint (the page's language, say), and without a hint the first language.
 */
export function languageOf(
  words: readonly string[],
  languages: readonly [Language, ...Language[]],
  model: LanguageModel,
  hint?: Language,
): Language {
  const rows: number[] = [];
  for (const feature of languageFeatures(words)) {
    const row = model.rows.get(feature);
    if (row !== undefined) rows.push(row);
  }
  const expected = hint !== undefined && languages.includes(hint) ? hint : languages[0];
  if (rows.length === 0) return expected;
  const values = rows.map(() => 1);
  const chances = softmax(scoresOf({ rows, values }, model.weights));
  let best = languages.indexOf(expected);
  // The expected language wins unless another one is clearly likelier.
  const clearly = hint === undefined ? 1 : 2;
  for (let at = 0; at < chances.length; at++) {
    if ((chances[at] ?? 0) > clearly * (chances[best] ?? 0)) best = at;
  }
  return languages[best] ?? expected;
}
