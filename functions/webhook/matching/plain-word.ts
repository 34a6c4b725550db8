// Words that may be misspelt, and that a misspelt one may have meant.

/** Shorter words have too many neighbours. */
const minLetters = 4;
/** Nobody means a longer one, and letters are counted by the bits of a number. */
const maxLetters = 24;

/** Whether a word is of the letters a to z alone, and neither too short nor too long. */
export function isPlainWord(word: string): boolean {
  return word.length >= minLetters && word.length <= maxLetters && /^[a-z]+$/.test(word);
}
