// The draw by Zipf's law, and the words that it draws.
import { expect, it } from "vitest";
import { seededRandom } from "../../../functions/webhook/training/random.ts";
import { inventWords, soundsOf, zipfRank } from "./dictionary.ts";

it("draws ranks within its bounds, and as many from each decade of them", () => {
  const random = seededRandom(5);
  const counts = new Map<number, number>();
  for (let n = 0; n < 100_000; n++) {
    const rank = zipfRank(1, 1001, random);
    counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  expect(Math.min(...counts.keys())).toBe(1);
  expect(Math.max(...counts.keys())).toBeLessThanOrEqual(1000);
  // Ranks 10 … 99 hold as much as 100 … 999: a decade of ranks is a decade of 1/r.
  const within = (from: number, to: number) =>
    [...counts].reduce((sum, [rank, n]) => sum + (rank >= from && rank < to ? n : 0), 0);
  expect(within(10, 100) / within(100, 1000)).toBeCloseTo(1, 1);
});

it("invents as many different words as asked, of plain letters, the first the shortest", () => {
  for (const sounds of Object.values(soundsOf)) {
    const words = inventWords(5000, sounds, 1);
    expect(new Set(words).size).toBe(5000);
    expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    const length = (from: number, to: number) =>
      words.slice(from, to).reduce((sum, word) => sum + word.length, 0) / (to - from);
    expect(length(0, 40)).toBeLessThan(length(40, 4000));
    expect(length(40, 4000)).toBeLessThan(length(4000, 5000));
  }
});
