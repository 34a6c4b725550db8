// Invented words in order of how often they are used, and a draw among them that keeps Zipf's law.
import { pick, seededRandom } from "../../../functions/webhook/training/random.ts";

/** What a language's words are made of, an ending only at a word's end; a sound that stands twice is heard twice as often. */
export interface Sounds {
  readonly beginnings: readonly string[];
  readonly middles: readonly string[];
  readonly endings: readonly string[];
}

/** One language with few consonants in a row, and one with many: nothing tells them but letters. */
export const soundsOf: Readonly<Record<"id" | "en", Sounds>> = {
  id: {
    beginnings: [..."bdgjklmnprstw", "k", "m", "s", "t", "ng", "ny", "c", "h"],
    middles: [..."aaaieuo", "ai", "au"],
    endings: ["", "", "", "n", "r", "k", "ng", "s", "h", "t"],
  },
  en: {
    beginnings: [..."bcdfghlmnprstvw", "br", "cl", "dr", "fr", "gr", "pl", "sh", "st", "th"],
    middles: [..."aeeiou", "ea", "ee", "oo", "ou"],
    endings: ["", "d", "ck", "ll", "n", "nd", "nt", "r", "st", "s", "t", "x"],
  },
};

/** As many different words, the most used first; those are the shortest, as in any language. */
export function inventWords(count: number, sounds: Sounds, seed: number): string[] {
  const random = seededRandom(seed);
  const syllable = () =>
    [sounds.beginnings, sounds.middles].map((choices) => pick(choices, random)).join("");
  const words = new Set<string>();
  while (words.size < count) {
    const most = words.size < 40 ? 1 : words.size < 4000 ? 2 : 3;
    const syllables = Math.max(1, most - (random() < 0.3 ? 1 : 0));
    words.add(Array.from({ length: syllables }, syllable).join("") + pick(sounds.endings, random));
  }
  return [...words];
}

/**
 * A rank from `first` up to, but without, `end`; rank r is drawn in proportion to 1/r (Zipf), so
 * that its logarithm is spread evenly.
 */
export function zipfRank(first: number, end: number, random: () => number): number {
  return Math.min(end - 1, Math.floor(first * (end / first) ** random()));
}
