// Words that may be misspelt, and that a misspelt one may have meant.

/** Shorter words have too many neighbours. */
const minLetters = 4;
/** Fuse.js compares at most 32 letters; no word of the bank is longer. */
const maxLetters = 24;

/** Whether a word is of the letters a to z alone, and neither too short nor too long. */
export function isPlainWord(word: string): boolean {
  return word.length >= minLetters && word.length <= maxLetters && /^[a-z]+$/.test(word);
}
