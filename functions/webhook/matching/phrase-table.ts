// Phrases of one or more words, each with what it stands for.
import { firstLineFrom } from "./sorted-lines.ts";

export interface Phrase {
  /** The words it stands for; `undefined` of what only begins longer phrases. */
  readonly meaning: readonly string[] | undefined;
  /** Whether a longer phrase begins with it. */
  readonly isBeginning: boolean;
}

/** Phrases are words set apart by single spaces. */
export interface PhraseTable {
  get(phrase: string): Phrase | undefined;
  /** All phrases that stand for something, in any order. */
  list(): Meanings;
}

type Meanings = ReadonlyMap<string, readonly string[]>;

/** A table for many questions, as training asks them. */
export function phraseTable(meanings: Meanings): PhraseTable {
  const table = new Map<string, Phrase>();
  for (const phrase of meanings.keys()) {
    for (let end = phrase.indexOf(" "); end >= 0; end = phrase.indexOf(" ", end + 1)) {
      const beginning = phrase.slice(0, end);
      table.set(beginning, { meaning: meanings.get(beginning), isBeginning: true });
    }
  }
  for (const [phrase, meaning] of meanings) {
    if (!table.has(phrase)) table.set(phrase, { meaning, isBeginning: false });
  }
  return { get: (phrase) => table.get(phrase), list: () => meanings };
}

/**
 * The same as a text that needs no reading before it is asked: a line for each phrase, in the order
 * of their UTF-16 units, so that a phrase stands right before the longer ones that it begins:
 *
 *     akun⇥account
 *     akun saya⇥account mine
 */
export function phraseText(meanings: Meanings): string {
  const lines = [...meanings].map(([phrase, meaning]) => `${phrase}${tab}${meaning.join(tab)}\n`);
  return lines.sort((one, other) => (one < other ? -1 : 1)).join("");
}

/** A table that looks into such a text, by binary search. */
export function phrasesIn(text: string): PhraseTable {
  return {
    get(phrase) {
      const first = firstLineFrom(phrase, text);
      const end = first + phrase.length;
      if (!text.startsWith(phrase, first)) return undefined;
      if (text[end] === " ") return { meaning: undefined, isBeginning: true };
      if (text[end] !== tab) return undefined;
      const next = text.indexOf("\n", end) + 1;
      const words = text.slice(end + 1, next - 1);
      return {
        meaning: words === "" ? [] : words.split(tab),
        isBeginning: text.startsWith(phrase, next) && text[next + phrase.length] === " ",
      };
    },
    list() {
      const lines = text.split("\n").slice(0, -1);
      return new Map(
        lines.map((line) => {
          const [phrase = "", ...words] = line.split(tab);
          return [phrase, words[0] === "" ? [] : words];
        }),
      );
    },
  };
}

/** Sorts before every unit of a word, and before the space between two. */
const tab = "\t";
