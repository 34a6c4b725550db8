// The words that the bank knows to the letter.
import { isPlainWord } from "./plain-word.ts";
import { firstLineFrom } from "./sorted-lines.ts";

/** A text that needs no reading before it is asked: a line for each word, sorted. */
export type Vocabulary = string;

/** @param words in any order */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const sorted = [...new Set(words)].sort();
  return sorted.map((word) => `${word}\n`).join("");
}

export function hasWord(word: string, vocabulary: Vocabulary): boolean {
  const first = firstLineFrom(word, vocabulary);
  return vocabulary.startsWith(word, first) && vocabulary[first + word.length] === "\n";
}

/** All of them, sorted. */
export function listWords(vocabulary: Vocabulary): string[] {
  return vocabulary.split("\n").slice(0, -1);
}

/** Those that another may be a misspelling of, sorted. */
export function plainWordsOf(vocabulary: Vocabulary): string[] {
  return listWords(vocabulary).filter(isPlainWord);
}
