// Which letters stand together somewhere in a list of words.
import { letterCount, nothing } from "./letters.ts";

/** Some letters, as the bits of a number: bit 1 for a, bit 0 for a word's border. */
export type Letters = number;

/** Three letters in a row. What is beyond a word's borders goes with every letter. */
export interface Trigrams {
  /** Whether some word has these three. */
  occurs(first: number, second: number, third: number): boolean;
  /** The letters that make three in a row with two others, by where they stand. */
  after(first: number, second: number): Letters;
  between(first: number, third: number): Letters;
  before(second: number, third: number): Letters;
}

const every: Letters = (1 << letterCount) - 1;

/** @param words plain ones */
export function trigramsIn(words: readonly string[]): Trigrams {
  const after = new Int32Array(letterCount ** 2);
  const between = new Int32Array(letterCount ** 2);
  const before = new Int32Array(letterCount ** 2);
  for (const word of words) {
    let [first, second] = [nothing, 0];
    for (let at = 0; at <= word.length; at++) {
      const third = at < word.length ? word.charCodeAt(at) - 96 : 0;
      if (first !== nothing) {
        add(after, first, second, third);
        add(between, first, third, second);
        add(before, second, third, first);
      }
      [first, second] = [second, third];
    }
  }
  return {
    occurs: (first, second, third) =>
      first === nothing ||
      third === nothing ||
      ((lettersWith(after, first, second) >>> third) & 1) === 1,
    after: (first, second) => (first === nothing ? every : lettersWith(after, first, second)),
    between: (first, third) => lettersWith(between, first, third),
    before: (second, third) => (third === nothing ? every : lettersWith(before, second, third)),
  };
}

function add(letters: Int32Array, one: number, other: number, letter: number): void {
  const pair = one * letterCount + other;
  letters[pair] = (letters[pair] as number) | (1 << letter);
}

function lettersWith(letters: Int32Array, one: number, other: number): Letters {
  return letters[one * letterCount + other] as number;
}

/** Visits each of them but the border, in order. */
export function eachLetter(letters: Letters, visit: (letter: number) => void): void {
  for (let left = letters & ~1; left !== 0; left &= left - 1) visit(31 - Math.clz32(left & -left));
}
