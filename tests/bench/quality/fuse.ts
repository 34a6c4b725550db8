// Fuse.js over the phrasings, as it comes and with token search in the best setting found.
import Fuse, { type IFuseOptions } from "fuse.js";
import { bestPhrasings, phrasesOf, voteOfFirst } from "./hits.ts";
import type { Bank, Ranker, Scored } from "./ranker.ts";

export function fuse(bank: Bank): Ranker {
  const search = searchOf(bank, {});
  return {
    name: "Fuse.js",
    slowFrom: 0,
    what: `${Fuse.version}, its defaults; an entry's score is its best phrasing's`,
    rank: (text) => bestPhrasings(search(text)),
  };
}

const voters = 10;

/**
 * Tried on the development set, top-1 / answered right / wrong in %; first the threshold, with
 * votes of the first 10: 0 67.0 / 21.4 / 1.9, 0.2 68.4 / 23.7 / 0.9, 0.4 55.8 / 11.6 / 0.9 and
 * its default 0.6 37.2 / 10.7 / 0.9. At 0.2 the best phrasing's score gives 67.0 / 6.0 / 0.0,
 * votes of 5 67.4 / 16.3 / 0.5 and of 20 69.3 / 22.8 / 0.9; ignoreFieldNorm with votes of 10
 * 65.6 / 12.1 / 0.0. Extended search with the words joined by OR: 4.2 / 0.0 / 0.0.
 */
export function fuseTokens(bank: Bank): Ranker {
  const search = searchOf(bank, { useTokenSearch: true, threshold: 0.2 });
  return {
    name: "Fuse.js tokens",
    slowFrom: 0,
    what: `${Fuse.version}, token search, threshold 0.2, votes of the first ${voters} hits`,
    rank: (text) => voteOfFirst(voters, search(text)),
  };
}

/** So many hits hold three entries and all voters, and needn't be sorted with the rest. */
const limit = 200;

/** Fuse.js scores 0 for a perfect match and 1 for none. */
function searchOf(bank: Bank, options: IFuseOptions<string>): (text: string) => Scored[] {
  const phrases = phrasesOf(bank);
  const index = new Fuse(
    phrases.map(({ text }) => text),
    { includeScore: true, ...options },
  );
  return (text) =>
    index.search(text, { limit }).map(({ refIndex, score = 1 }) => ({
      entry: phrases[refIndex]?.entry ?? "",
      score: 1 - score,
    }));
}
