// MiniSearch over the phrasings, in its usual setting and in the best one found.
import MiniSearch from "minisearch";
import { bestPhrasings, type Phrase, phrasesOf, voteOfFirst } from "./hits.ts";
import type { Bank, Ranker, Scored } from "./ranker.ts";

const slowFrom = 10_000;

export function miniSearch(bank: Bank): Ranker {
  const index = indexOf(bank);
  return {
    name: "MiniSearch",
    slowFrom,
    what: "7.2, OR, fuzzy 0.2, prefixes; an entry's score is its best phrasing's",
    rank: (text) => bestPhrasings(found(index, text, () => true)),
  };
}

const voters = 20;

/**
 * Tried on the development set, top-1 / answered right / wrong in %: the best phrasing's score
 * 59.1 / 7.0 / 4.7, votes of the first 3 62.8 / 17.7 / 5.1, 10 71.6 / 18.6 / 3.3 and 20
 * 74.9 / 21.4 / 2.3; prefixes only of words longer than 3 letters, votes of 20: 75.3 / 28.4 / 2.8,
 * divided by the question's number of words 75.3 / 25.1 / 0.5.
 */
export function miniSearchVotes(bank: Bank): Ranker {
  const index = indexOf(bank);
  return {
    name: "MiniSearch votes",
    slowFrom,
    what: `7.2, OR, fuzzy 0.2, prefixes of words longer than 3 letters, votes of the first ${voters} hits`,
    rank: (text) =>
      voteOfFirst(
        voters,
        found(index, text, (word) => word.length > 3),
      ),
  };
}

function indexOf(bank: Bank): MiniSearch<Phrase> {
  const index = new MiniSearch<Phrase>({ fields: ["text"], storeFields: ["entry"] });
  index.addAll(phrasesOf(bank));
  return index;
}

function found(
  index: MiniSearch<Phrase>,
  text: string,
  prefix: (word: string) => boolean,
): Scored[] {
  return index
    .search(text, { combineWith: "OR", fuzzy: 0.2, prefix })
    .map((hit) => ({ entry: String(hit.entry), score: hit.score }));
}
