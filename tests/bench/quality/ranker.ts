// What every matcher under comparison promises, and the bank that all of them learn from.
import type { Faq } from "../../../functions/webhook/faq/faq.ts";

/** The same sentences for every matcher. */
export interface Bank {
  /** Ways of asking, by entry. */
  readonly phrasings: ReadonlyMap<string, readonly string[]>;
  /** Sentences that no entry answers, for a matcher that can learn from them. */
  readonly offtopic: readonly string[];
}

export interface Scored {
  readonly entry: string;
  /** Above 0; the higher, the surer. */
  readonly score: number;
}

export interface Ranker {
  readonly name: string;
  /** Its version and settings, for people. */
  readonly what: string;
  /** From so many phrasings on, a question takes longer than 10 ms or so; absent: never. */
  readonly slowFrom?: number;
  /** Each entry at most once, best first. Only nlp.js needs the promise. */
  rank(text: string): readonly Scored[] | Promise<readonly Scored[]>;
  /** The entry it answers with by thresholds of its own, if it has any; null for no answer. */
  answer?(text: string): string | null;
}

/** Small talk is off-topic to a matcher that knows entries only. */
export function bankOf({ entries, offtopic, bot }: Faq): Bank {
  const smalltalk = bot.smalltalk.flatMap(({ phrasings }) => phrasings.map(({ text }) => text));
  return {
    phrasings: new Map(entries.map(({ id, phrasings }) => [id, phrasings.map(({ text }) => text)])),
    offtopic: [...[...offtopic.values()].flat(), ...smalltalk],
  };
}
