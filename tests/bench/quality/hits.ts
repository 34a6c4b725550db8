// A search finds phrasings; what is asked for is an entry: two ways from the one to the other.
import type { Bank, Scored } from "./ranker.ts";

export interface Phrase {
  readonly id: number;
  readonly text: string;
  readonly entry: string;
}

export function phrasesOf({ phrasings }: Bank): Phrase[] {
  return [...phrasings]
    .flatMap(([entry, texts]) => texts.map((text) => ({ text, entry })))
    .map((phrase, id) => ({ ...phrase, id }));
}

/** An entry's score is its best phrasing's. */
export function bestPhrasings(hits: readonly Scored[]): Scored[] {
  return pooled(hits, Math.max);
}

/** An entry's score is the sum of its phrasings' among the first `voters` hits. */
export function voteOfFirst(voters: number, hits: readonly Scored[]): Scored[] {
  return pooled(hits.slice(0, voters), (a, b) => a + b);
}

function pooled(hits: readonly Scored[], pool: (a: number, b: number) => number): Scored[] {
  const scores = new Map<string, number>();
  for (const { entry, score } of hits) scores.set(entry, pool(scores.get(entry) ?? 0, score));
  return [...scores].map(([entry, score]) => ({ entry, score })).sort((a, b) => b.score - a.score);
}
