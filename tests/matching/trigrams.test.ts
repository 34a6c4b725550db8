import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterCount, nothing } from "../../functions/webhook/matching/letters.ts";
import { eachLetter, trigramsIn } from "../../functions/webhook/matching/trigrams.ts";

const numbers = Array.from({ length: letterCount }, (_, number) => number);
const written = (number: number) => (number === 0 ? "|" : String.fromCharCode(96 + number));

/** The letters among them, the border too. */
function listOf(letters: number): number[] {
  return numbers.filter((number) => (letters >>> number) % 2 === 1);
}

describe("letters that go together", () => {
  it("are three in a row of some word, its borders among them", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abz"), minLength: 1, maxLength: 5 });
    const letter = fc.constantFrom(0, 1, 2, 26);
    fc.assert(
      fc.property(fc.array(word), letter, letter, (words, one, other) => {
        const trigrams = trigramsIn(words);
        const has = (...three: number[]) =>
          words.some((known) => `|${known}|`.includes(three.map(written).join("")));
        expect(listOf(trigrams.after(one, other))).toEqual(
          numbers.filter((letter) => has(one, other, letter)),
        );
        expect(listOf(trigrams.between(one, other))).toEqual(
          numbers.filter((letter) => has(one, letter, other)),
        );
        expect(listOf(trigrams.before(one, other))).toEqual(
          numbers.filter((letter) => has(letter, one, other)),
        );
        for (const letter of numbers) {
          expect(trigrams.occurs(one, other, letter)).toBe(has(one, other, letter));
        }
      }),
    );
  });

  it("are all of them beyond a word's borders", () => {
    const trigrams = trigramsIn([]);
    expect(listOf(trigrams.after(nothing, 1))).toEqual(numbers);
    expect(listOf(trigrams.before(1, nothing))).toEqual(numbers);
    expect(trigrams.occurs(nothing, 0, 1) && trigrams.occurs(1, 0, nothing)).toBe(true);
  });

  it("are visited in order, without the border", () => {
    const visited: number[] = [];
    eachLetter(0b101_0011, (letter) => visited.push(letter));
    expect(visited).toEqual([1, 4, 6]);
  });
});
