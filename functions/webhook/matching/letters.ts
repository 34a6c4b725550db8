// Plain words as numbers of letters, for whoever looks for words that are spelt alike.

/** Letters a to z are 1 to 26; 0 is a word's border. */
export const letterCount = 27;

/** Stands beyond a word's borders. */
export const nothing = -1;

/** A word's letters between its borders, with room beyond them; the first stands at `firstPlace`. */
export function lettersOf(word: string): Int8Array {
  const letters = new Int8Array(word.length + 6).fill(nothing);
  letters[firstPlace - 1] = 0;
  for (let at = 0; at < word.length; at++) letters[firstPlace + at] = word.charCodeAt(at) - 96;
  letters[firstPlace + word.length] = 0;
  return letters;
}

export const firstPlace = 2;
