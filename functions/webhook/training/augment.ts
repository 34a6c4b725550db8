// Says a sentence another way, so that training doesn't lean on the very words of the bank.
import type { Words } from "../faq/faq.ts";
import type { Reading } from "../matching/features.ts";
import { normalise } from "../matching/normalise.ts";
import { type Lexicon, readingOf, standardise } from "../matching/words.ts";
import { pick } from "./random.ts";
import type { Augmentation } from "./recipe.ts";

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

/** A word that no bank knows: none of its letters is ever typed (Unicode's private use). */
export const hiddenWord = "\ue000\ue001\ue002\ue003\ue004\ue005";

/**
 * Swaps words that mean exactly one concept for another form of it, then leaves some words out
 * (dropout, Srivastava et al. 2014, on words) and hides others: people use words of their own,
 * and the model must not need each word it has learnt, nor be thrown by one it has not.
 */
export function augment(
  words: readonly string[],
  lexicon: Lexicon,
  forms: ConceptForms,
  rates: Augmentation,
  random: () => number,
): Reading {
  if (random() >= rates.change) return readingOf(words, lexicon);
  const swapped =
    random() < rates.swapSentence
      ? words.flatMap((word) => swap(word, lexicon, forms, rates, random))
      : words;
  const kept = swapped.filter(() => random() >= rates.dropWord);
  const { words: left, concepts } = readingOf(kept.length > 0 ? kept : swapped, lexicon);
  return { words: left.map((word) => (random() < rates.hideWord ? hiddenWord : word)), concepts };
}

function swap(
  word: string,
  lexicon: Lexicon,
  forms: ConceptForms,
  rates: Augmentation,
  random: () => number,
): readonly string[] {
  const meanings = lexicon.concepts.get(word)?.meaning;
  if (meanings?.length !== 1 || random() >= rates.swapWord) return [word];
  return pick(forms.get(meanings[0] ?? "") ?? [], random) ?? [word];
}
