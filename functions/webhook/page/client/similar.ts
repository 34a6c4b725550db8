// Finds the FAQ's own questions that resemble what is being typed, with Fuse.js.
import Fuse from "fuse.js/basic";

export interface KnownQuestion {
  readonly entry: string;
  readonly text: string;
}

export type FindSimilar = (typed: string) => KnownQuestion[];

const maxFound = 4;
/** Whoever writes more than this is telling a story that no title will match. */
const maxTypedCharacters = 120;
const minWordLetters = 3;
/** Fuse.js's measure of difference, from 0 (the same) to 1: one slip in a word of four letters. */
const maxDifference = 0.25;

/**
 * Fuse.js looks for one short pattern, so each word is searched by itself; a word that stands in
 * few questions says more than one that stands in many. The best questions come first.
 */
export function createFindSimilar(questions: readonly KnownQuestion[]): FindSimilar {
  const fuse = new Fuse(questions, {
    keys: ["text"],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: maxDifference,
  });
  return (typed) => {
    if (typed.length > maxTypedCharacters) return [];
    const words = new Set(typed.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    const scores = new Map<KnownQuestion, number>();
    for (const word of words) {
      if (word.length < minWordLetters) continue;
      const found = fuse.search(word);
      const rarity = Math.log(1 + questions.length / found.length);
      for (const { item, score = 1 } of found) {
        scores.set(item, (scores.get(item) ?? 0) + rarity * (1 - score));
      }
    }
    return [...scores]
      .sort(([, a], [, b]) => b - a)
      .slice(0, maxFound)
      .map(([question]) => question);
  };
}
