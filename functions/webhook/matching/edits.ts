// How many slips of the finger lie between two words.
import { letterCount } from "./letters.ts";

/**
 * Gives how many letters must be put in, left out, replaced or swapped with their neighbour until
 * one word is the other (optimal string alignment), column by column in the bits of a number
 * (Myers 1999; with swaps, Hyyrö 2003).
 *
 * @param one letters a to z alone, 1 to 31 of them
 */
export function createEditCounter(one: string): (other: string) => number {
  const places = new Array<number>(letterCount).fill(0);
  for (let at = 0; at < one.length; at++) {
    const letter = one.charCodeAt(at) - 96;
    places[letter] = (places[letter] as number) | (1 << at);
  }
  const last = 1 << (one.length - 1);

  return (other) => {
    // By letter of `one`: whether its beginning up to there has one edit more, or fewer, than the
    // beginning one letter shorter; and whether the diagonal step cost nothing.
    let more = -1;
    let fewer = 0;
    let free = 0;
    let placesBefore = 0;
    let edits = one.length;
    for (let at = 0; at < other.length; at++) {
      const here = places[other.charCodeAt(at) - 96] as number;
      const swapped = ((~free & here) << 1) & placesBefore;
      free = ((((here & more) + more) | 0) ^ more) | here | fewer | swapped;
      const rises = fewer | ~(free | more);
      const falls = more & free;
      if ((rises & last) !== 0) edits += 1;
      else if ((falls & last) !== 0) edits -= 1;
      const shifted = (rises << 1) | 1;
      more = (falls << 1) | ~(free | shifted);
      fewer = free & shifted;
      placesBefore = here;
    }
    return edits;
  };
}
