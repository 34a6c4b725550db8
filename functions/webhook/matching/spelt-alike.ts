// Words that are spelt much like another: few enough to compare one by one.
import { letterCount } from "./letters.ts";

/** A pair of words differs in length by at most so many letters. */
const maxLengthDifference = 2;

/**
 * Gives the words that share most pairs of neighbouring letters with a word, among those alike in
 * length; of equals, the first in the vocabulary.
 *
 * @param vocabulary plain words
 * @param count how many are wanted
 */
export function createSpeltAlike(
  vocabulary: readonly string[],
  count: number,
): (word: string) => string[] {
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

  const shared = new Uint16Array(vocabulary.length);
  return (word) => {
    const shortest = Math.max(0, word.length - maxLengthDifference);
    const longest = Math.min(most, word.length + maxLengthDifference);
    if (shortest > longest) return [];
    const found: number[] = [];
    eachPair(word, (pair) => {
      const end = start[slotOf(pair, longest) + 1] as number;
      for (let at = start[slotOf(pair, shortest)] as number; at < end; at++) {
        const place = words[at] as number;
        if (shared[place] === 0) found.push(place);
        increase(shared, place);
      }
    });
    const best = bestOf(found, shared, count);
    for (const place of found) shared[place] = 0;
    return best.map((place) => vocabulary[place] as string);
  };
}

/** The places that share most, best first; sorts no more of them than it has to. */
function bestOf(found: readonly number[], shared: Uint16Array, count: number): number[] {
  // How many places share so many pairs.
  const sharing = new Uint32Array(256);
  for (const place of found) {
    increase(sharing, Math.min(shared[place] as number, sharing.length - 1));
  }
  let least = sharing.length - 1;
  for (let so = 0; least > 1; least--) {
    so += sharing[least] as number;
    if (so >= count) break;
  }
  return found
    .filter((place) => (shared[place] as number) >= least)
    .sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b)
    .slice(0, count);
}

function increase(counts: Uint32Array | Uint16Array, at: number, by = 1): void {
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
