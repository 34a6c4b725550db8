// The lexicon: slang becomes standard words, and words of all languages become concepts.
import type { Words } from "../faq/faq.ts";
import type { Reading } from "./features.ts";
import { normalise } from "./normalise.ts";
import { type PhraseTable, phraseTable } from "./phrase-table.ts";
import { type MayRemember, rememberKnown } from "./remember-known.ts";

export interface Lexicon {
  /** Slang → its standard words; none for a particle that says nothing. */
  readonly slang: PhraseTable;
  /** Standard words → the names of the concepts they may mean. */
  readonly concepts: PhraseTable;
}

export function compileLexicon(words: Words): Lexicon {
  const slangMeanings = new Map<string, readonly string[]>();
  for (const [form, standard] of words.slang) {
    const phrase = normalise(form).join(" ");
    if (phrase !== "") slangMeanings.set(phrase, normalise(standard));
  }
  const slang = phraseTable(slangMeanings);
  const concepts = new Map<string, string[]>();
  for (const [concept, texts] of words.concepts) {
    for (const text of texts) {
      // A form is met after slang was replaced, so it is kept in that form.
      const phrase = replacePhrases(normalise(text), slang).join(" ");
      if (phrase === "") continue;
      const meanings = concepts.get(phrase);
      if (!meanings) concepts.set(phrase, [concept]);
      else if (!meanings.includes(concept)) meanings.push(concept);
    }
  }
  return { slang, concepts: phraseTable(concepts) };
}

/** The same lexicon, which looks each of its phrases up but once, and each word that it may remember. */
export function rememberLexicon({ slang, concepts }: Lexicon, mayRemember: MayRemember): Lexicon {
  const remember = (table: PhraseTable): PhraseTable => ({
    ...table,
    get: rememberKnown(table.get, (word, found) => found !== undefined || mayRemember(word)),
  });
  return { slang: remember(slang), concepts: remember(concepts) };
}

/** Words with slang replaced by its standard form, longest phrase first. */
export function standardise(words: readonly string[], lexicon: Lexicon): string[] {
  return replacePhrases(words, lexicon.slang);
}

function replacePhrases(words: readonly string[], table: PhraseTable): string[] {
  const result: string[] = [];
  eachPhrase(words, table, (meaning, at, end) => {
    result.push(...(meaning ?? words.slice(at, end)));
  });
  return result;
}

/** Slang found in a message, with its standard words; none for a particle that says nothing. */
export interface FoundSlang {
  readonly slang: string;
  readonly standard: string;
}

/** The slang that `standardise` changes, in order, longest phrase first. */
export function findSlang(words: readonly string[], lexicon: Lexicon): FoundSlang[] {
  const found: FoundSlang[] = [];
  eachPhrase(words, lexicon.slang, (meaning, at, end) => {
    const slang = words.slice(at, end).join(" ");
    const standard = meaning?.join(" ") ?? slang;
    if (standard !== slang) found.push({ slang, standard });
  });
  return found;
}

/** A concept found in a message, with the words that named it. */
export interface FoundConcept {
  readonly concept: string;
  readonly words: string;
}

/** The concepts that standard words name, in order, longest phrase first. */
export function findConcepts(words: readonly string[], lexicon: Lexicon): FoundConcept[] {
  const found: FoundConcept[] = [];
  eachPhrase(words, lexicon.concepts, (concepts, at, end) => {
    for (const concept of concepts ?? []) {
      found.push({ concept, words: words.slice(at, end).join(" ") });
    }
  });
  return found;
}

/** What the classifier reads of standard words. */
export function readingOf(words: readonly string[], lexicon: Lexicon): Reading {
  const concepts: string[] = [];
  eachPhrase(words, lexicon.concepts, (names) => {
    if (names) concepts.push(...names);
  });
  return { words, concepts };
}

/**
 * Walks the words from the left, taking the longest phrase that the table knows:
 *
 *     not  my account  at all        "my account" is in the table
 *      ↓       ↓        ↓  ↓
 *     word  meaning   word word
 */
function eachPhrase(
  words: readonly string[],
  table: PhraseTable,
  visit: (meaning: readonly string[] | undefined, at: number, end: number) => void,
): void {
  for (let at = 0; at < words.length; ) {
    let found = table.get(words[at] as string);
    let meaning = found?.meaning;
    let taken = at + 1;
    for (let end = taken; found && end < words.length; ) {
      found = found.longer().get(words[end] as string);
      end += 1;
      if (found?.meaning) [taken, meaning] = [end, found.meaning];
    }
    visit(meaning, at, taken);
    at = taken;
  }
}
