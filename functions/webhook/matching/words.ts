// The lexicon: slang becomes standard words, and words of all languages become concepts.
import type { Words } from "../faq/faq.ts";
import type { Reading } from "./features.ts";
import { normalise } from "./normalise.ts";

/** Phrases of one or more words, each with what it stands for. */
interface PhraseTable<T> {
  readonly meanings: ReadonlyMap<string, T>;
  /** By a phrase's first word, how many words the longest phrase has that begins with it. */
  readonly longest: ReadonlyMap<string, number>;
}

export interface Lexicon {
  /** Slang → its standard words; none for a particle that says nothing. */
  readonly slang: PhraseTable<readonly string[]>;
  /** Standard words → the names of the concepts they may mean. */
  readonly concepts: PhraseTable<readonly string[]>;
}

export function compileLexicon(words: Words): Lexicon {
  const slang = phraseTable(
    [...words.slang].map(([form, standard]) => [normalise(form), normalise(standard)]),
  );
  const concepts = new Map<string, string[]>();
  const forms: [string[], string[]][] = [];
  for (const [concept, texts] of words.concepts) {
    for (const text of texts) {
      // A form is met after slang was replaced, so it is kept in that form.
      const form = replacePhrases(normalise(text), slang);
      const key = form.join(" ");
      const meanings = concepts.get(key);
      if (meanings) {
        if (!meanings.includes(concept)) meanings.push(concept);
      } else {
        const fresh = [concept];
        concepts.set(key, fresh);
        forms.push([form, fresh]);
      }
    }
  }
  return { slang, concepts: phraseTable(forms) };
}

function phraseTable<T>(phrases: readonly (readonly [readonly string[], T])[]): PhraseTable<T> {
  const known = phrases.filter(([words]) => words.length > 0);
  return tableOf(new Map(known.map(([words, meaning]) => [words.join(" "), meaning])));
}

/** A table of phrases, their words set apart by single spaces. */
export function tableOf<T>(meanings: ReadonlyMap<string, T>): PhraseTable<T> {
  const longest = new Map<string, number>();
  for (const phrase of meanings.keys()) {
    const end = phrase.indexOf(" ");
    const first = end < 0 ? phrase : phrase.slice(0, end);
    let length = 1;
    for (let at = end; at >= 0; at = phrase.indexOf(" ", at + 1)) length++;
    if (length > (longest.get(first) ?? 0)) longest.set(first, length);
  }
  return { meanings, longest };
}

/** Words with slang replaced by its standard form, longest phrase first. */
export function standardise(words: readonly string[], lexicon: Lexicon): string[] {
  return replacePhrases(words, lexicon.slang);
}

function replacePhrases(words: readonly string[], table: PhraseTable<readonly string[]>): string[] {
  const result: string[] = [];
  eachPhrase(words, table, (meaning, word) => result.push(...(meaning ?? [word])));
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
  eachPhrase(words, lexicon.slang, (meaning, slang) => {
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
  eachPhrase(words, lexicon.concepts, (concepts, phrase) => {
    for (const concept of concepts ?? []) found.push({ concept, words: phrase });
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
function eachPhrase<T>(
  words: readonly string[],
  table: PhraseTable<T>,
  visit: (meaning: T | undefined, phrase: string) => void,
): void {
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? "";
    let taken = 1;
    let longest = word;
    let meaning = table.meanings.get(word);
    const most = Math.min(table.longest.get(word) ?? 0, words.length - at);
    for (let phrase = word, length = 2; length <= most; length++) {
      phrase += ` ${words[at + length - 1]}`;
      const found = table.meanings.get(phrase);
      if (found === undefined) continue;
      [taken, longest, meaning] = [length, phrase, found];
    }
    visit(meaning, longest);
    at += taken;
  }
}
