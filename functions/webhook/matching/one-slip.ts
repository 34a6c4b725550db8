// Words that one slip of the finger turns into what was typed.
import { rowOf } from "./feature-table.ts";
import { wordStart } from "./features.ts";
import { extendHash, finishHash } from "./hash.ts";
import { firstPlace, lettersOf } from "./letters.ts";
import { isPlainWord } from "./plain-word.ts";
import { eachLetter, type Trigrams, trigramsIn } from "./trigrams.ts";
import type { FeatureSpace } from "./vector.ts";
import { hasWord, plainWordsOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Gives the commonest word that a letter left out, put in, mistaken for another or swapped with its
 * neighbour turns into the one that was typed (Damerau 1964); of words equally common, the first in
 * the alphabet.
 *
 * Each word that one could have meant is tried, but only where the slip can be, as it changed all
 * threes of letters that no word has, and only as far as its letters go together. Of the 400 that a
 * word of seven letters could have been, some 70 are left of a slip in a known word and hardly any
 * of a word that resembles none, and the bank's table tells at once which of those it knows.
 */
export function createSlipMender(
  vocabulary: Vocabulary,
  { table, having }: Pick<FeatureSpace, "table" | "having">,
): (typed: string) => string | undefined {
  const trigrams = trigramsIn(plainWordsOf(vocabulary));

  return (typed) => {
    const letters = lettersOf(typed);
    const end = firstPlace + typed.length;
    const hashes = hashesOfBeginnings(letters, end);
    let best: string | undefined;
    let mostCommon = 0;

    /** Tries the letters before `kept`, up to two put in (0 for none), and those from `next` on. */
    const attempt = (kept: number, putIn: number, second: number, next: number) => {
      let hash = hashes[kept] as number;
      if (putIn > 0) hash = extendHash(hash, unitOf(putIn));
      if (second > 0) hash = extendHash(hash, unitOf(second));
      for (let at = next; at < end; at++) hash = extendHash(hash, unitOf(letters[at] as number));
      const row = rowOf(finishHash(hash), table);
      if (row < 0) return;
      const common = having[row] as number;
      if (common < mostCommon) return;
      const middle = [putIn, second].filter((letter) => letter > 0).map(unitOf);
      const word =
        typed.slice(0, kept - firstPlace) +
        String.fromCharCode(...middle) +
        typed.slice(next - firstPlace);
      if (common === mostCommon && best !== undefined && best <= word) return;
      // Hashes may be alike by chance, and the bank has words that are no plain ones.
      if (!isPlainWord(word) || !hasWord(word, vocabulary)) return;
      [best, mostCommon] = [word, common];
    };

    const { first, last } = strangeTrigrams(letters, end, trigrams);
    for (let at = Math.max(firstPlace, last - 2); at <= Math.min(end, first + 1); at++) {
      const left = letters[at - 1] as number;
      const here = letters[at] as number;
      const right = letters[at + 1] as number;
      const after = letters[at + 2] as number;
      const fitting = trigrams.after(letters[at - 2] as number, left);
      if (at >= last) {
        eachLetter(
          fitting & trigrams.between(left, here) & trigrams.before(here, right),
          (letter) => attempt(at, letter, 0, at),
        );
      }
      if (at === end) break;
      if (at >= last - 1) {
        eachLetter(
          fitting & trigrams.between(left, right) & trigrams.before(right, after),
          (letter) => attempt(at, letter, 0, at + 1),
        );
      }
      if (!trigrams.occurs(letters[at - 2] as number, left, right)) continue;
      if (trigrams.occurs(left, right, after)) attempt(at, 0, 0, at + 1);
      if (
        at + 1 < end &&
        trigrams.occurs(left, right, here) &&
        trigrams.occurs(right, here, after) &&
        trigrams.occurs(here, after, letters[at + 3] as number)
      ) {
        attempt(at, right, here, at + 2);
      }
    }
    return best;
  };
}

/** Where the first and the last three letters stand that are in no word; the places of their middles. */
function strangeTrigrams(
  letters: Int8Array,
  end: number,
  trigrams: Trigrams,
): { first: number; last: number } {
  let [first, last] = [end, firstPlace];
  for (let at = firstPlace; at < end; at++) {
    const [left, here, right] = [letters[at - 1], letters[at], letters[at + 1]];
    if (trigrams.occurs(left as number, here as number, right as number)) continue;
    first = Math.min(first, at);
    last = at;
  }
  return { first, last };
}

/** The UTF-16 unit of a letter. */
const unitOf = (letter: number) => letter + 96;

/** By place among the letters, the hash of the word's letters before it. */
function hashesOfBeginnings(letters: Int8Array, end: number): number[] {
  const hashes = new Array<number>(firstPlace).fill(0);
  let hash = wordStart;
  for (let at = firstPlace; at < end; at++) {
    hashes.push(hash);
    hash = extendHash(hash, unitOf(letters[at] as number));
  }
  hashes.push(hash);
  return hashes;
}
