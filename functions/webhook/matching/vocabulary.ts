// The plain words that the bank knows to the letter: what another may be a misspelling of.
import { firstLineFrom } from "./sorted-lines.ts";

export interface Vocabulary {
  has(word: string): boolean;
  /** All of them, sorted. */
  list(): readonly string[];
}

/** @param words different ones, sorted */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const known = new Set(words);
  return { has: (word) => known.has(word), list: () => words };
}

/** As a text that needs no reading before it is asked: a line for each word. */
export function vocabularyText(vocabulary: Vocabulary): string {
  return vocabulary
    .list()
    .map((word) => `${word}\n`)
    .join("");
}

/** A vocabulary that looks into such a text; a list is only made for a misspelt word. */
export function vocabularyIn(text: string): Vocabulary {
  let words: readonly string[] | undefined;
  return {
    has(word) {
      const first = firstLineFrom(word, text);
      return text.startsWith(word, first) && text[first + word.length] === "\n";
    },
    list() {
      words ??= text.split("\n").slice(0, -1);
      return words;
    },
  };
}
