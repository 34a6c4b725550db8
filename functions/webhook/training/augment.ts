// Says a sentence another way, so that training doesn't lean on the very words of the bank.
import type { Words } from "../faq/faq.ts";
import { normalise } from "../matching/normalise.ts";
import { type Lexicon, standardise } from "../matching/words.ts";
import { pick } from "./random.ts";

export const rates = {
  /** How often a visited sentence is changed at all. */
  change: 0.6,
  /** How often a changed sentence has words swapped within their concepts … */
  swapSentence: 0.6,
  /** … and each of its words then. */
  swapWord: 0.3,
  /** How often each word of a changed sentence is dropped. */
  dropWord: 0.1,
};

/** The forms of each concept, as standard words; never an empty form. */
export type ConceptForms = ReadonlyMap<string, readonly (readonly string[])[]>;

export function conceptForms(words: Words, lexicon: Lexicon): ConceptForms {
  return new Map(
    [...words.concepts].map(([concept, forms]) => [
      concept,
      forms
        .map((form) => standardise(normalise(form), lexicon))
        .filter((words) => words.length > 0),
    ]),
  );
}

/** Swaps words that mean exactly one concept for another form of it, then drops some words. */
export function augment(
  words: readonly string[],
  lexicon: Lexicon,
  forms: ConceptForms,
  random: () => number,
): readonly string[] {
  if (random() >= rates.change) return words;
  const swapped =
    random() < rates.swapSentence
      ? words.flatMap((word) => swap(word, lexicon, forms, random))
      : words;
  const kept = swapped.filter(() => random() >= rates.dropWord);
  return kept.length > 0 ? kept : swapped;
}

function swap(
  word: string,
  lexicon: Lexicon,
  forms: ConceptForms,
  random: () => number,
): readonly string[] {
  const meanings = lexicon.concepts.meanings.get(word);
  if (meanings?.length !== 1 || random() >= rates.swapWord) return [word];
  return pick(forms.get(meanings[0] ?? "") ?? [], random) ?? [word];
}
