// Words that are spelt much like another: few enough to compare one by one.
import { letterCount } from "./letters.ts";

/** A pair of words differs in length by at most so many letters. */
const maxLengthDifference = 2;

/**
 * Visits words that are spelt like one, in no order. Of those alike in length none is left out for
 * another reason than `count` that is at most so many errors away: letters put in, left out or
 * replaced.
 *
 * @param errors at most half as many as the word has letters
 */
export type SpeltAlike = (word: string, errors: number, visit: (alike: string) => void) => void;

/** Places of the vocabulary, from one up to another, of words that have a pair of letters. */
interface Holders {
  readonly from: number;
  readonly to: number;
}

/**
 * An error changes two pairs of neighbouring letters at most, so of the n + 1 pairs that n letters
 * make with the word's borders, a word that is near shares n + 1 − 2 · errors, and so one of the few
 * that are rarest. Only there are words looked for; in the long lists of common pairs those are
 * counted that were found (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 *
 * @param vocabulary plain words
 * @param count the most that are visited
 */
export function createSpeltAlike(vocabulary: readonly string[], count: number): SpeltAlike {
  const most = vocabulary.reduce((length, word) => Math.max(length, word.length), 0);
  // A counting sort: the words of a length that hold a pair stand from the start of their slot to
  // that of the next, the slots of a pair side by side.
  const slotOf = (pair: number, length: number) => pair * (most + 1) + length;
  const start = new Uint32Array(slotOf(pairCount, 0) + 1);
  for (const word of vocabulary) {
    eachPair(word, (pair) => increase(start, slotOf(pair, word.length) + 1));
  }
  for (let slot = 1; slot < start.length; slot++) increase(start, slot, start[slot - 1]);
  const words = new (vocabulary.length > 0xffff ? Uint32Array : Uint16Array)(start.at(-1) ?? 0);
  const next = start.slice();
  vocabulary.forEach((word, place) => {
    eachPair(word, (pair) => {
      const slot = slotOf(pair, word.length);
      words[next[slot] as number] = place;
      increase(next, slot);
    });
  });

  /** How many pairs a word shares with the one at hand; all zero between two. */
  const shared = new Uint16Array(vocabulary.length);
  const found = new Uint32Array(vocabulary.length);
  return (word, errors, visit) => {
    const shortest = Math.max(0, word.length - maxLengthDifference);
    const longest = Math.min(most, word.length + maxLengthDifference);
    const least = Math.max(1, word.length + 1 - 2 * errors);
    if (shortest > longest) return;
    const pairs: Holders[] = [];
    eachPair(word, (pair) => {
      const from = start[slotOf(pair, shortest)] as number;
      pairs.push({ from, to: start[slotOf(pair, longest) + 1] as number });
    });
    pairs.sort((one, other) => one.to - one.from - (other.to - other.from));
    let length = 0;
    for (let rank = 0; rank < pairs.length; rank++) {
      const isRare = rank <= pairs.length - least;
      const { from, to } = pairs[rank] as Holders;
      for (let at = from; at < to; at++) {
        const place = words[at] as number;
        const before = shared[place] as number;
        if (before === 0) {
          if (!isRare) continue;
          found[length] = place;
          length += 1;
        }
        shared[place] = before + 1;
      }
    }
    let visited = 0;
    for (let at = 0; at < length; at++) {
      const place = found[at] as number;
      const isNear = (shared[place] as number) >= least;
      shared[place] = 0;
      if (!isNear || visited === count) continue;
      visited += 1;
      visit(vocabulary[place] as string);
    }
  };
}

function increase(counts: Uint32Array, at: number, by = 1): void {
  counts[at] = (counts[at] as number) + by;
}

const pairCount = letterCount ** 2;

/** Visits each pair of neighbouring letters, word borders included; a repeated pair repeatedly. */
function eachPair(word: string, visit: (pair: number) => void): void {
  let before = 0;
  for (let at = 0; at <= word.length; at++) {
    const letter = at < word.length ? word.charCodeAt(at) - 96 : 0;
    visit(before * letterCount + letter);
    before = letter;
  }
}
