// Writes sentences as people ask about an entry: words of its own, of its topic, and of everybody.
import type { Bot, Language } from "../../../functions/webhook/faq/faq.ts";
import { pick, seededRandom } from "../../../functions/webhook/training/random.ts";
import { inventWords, soundsOf, zipfRank } from "./dictionary.ts";

export const languages = ["id", "en"] as const satisfies Bot["languages"];
export const entriesInTopic = 10;

/** A sentence of so many words; where none are given, a question's length by chance. */
export type Say = (language: Language, random: () => number, length?: number) => string;

/**
 *     rank 1     400     2,000               50,000
 *          ├──────┼───────┤                            words of everybody: half of any sentence
 *                 ├───────┴───────────────────┤        words for things: each topic and each entry
 *                                                      has a few, the frequent ones in common
 */
const firstThing = 400;
const everybodysWords = 2_000;
const allWords = 50_000;
const topicWords = 12;
const entryWords = 6;
const ownShare = 0.3;
const topicShare = 0.2;
const shortest = 4;
const longest = 10;

/** What is said of an entry, given by its index, is the same however many others there are. */
export function createWriter(): (entry: number) => Say {
  const dictionaries = new Map<Language, readonly string[]>(
    languages.map((language, at) => [language, inventWords(allWords, soundsOf[language], at + 1)]),
  );
  const things = (count: number, language: Language, random: () => number) =>
    Array.from(
      { length: count },
      () => dictionaries.get(language)?.[zipfRank(firstThing, allWords + 1, random) - 1] ?? "",
    );
  const lists = (count: number, seed: number) => {
    const random = seededRandom(seed);
    return new Map<Language, readonly string[]>(
      languages.map((language) => [language, things(count, language, random)]),
    );
  };
  const topics = new Map<number, ReturnType<typeof lists>>();
  const entries = new Map<number, Say>();
  return (entry) => {
    const topic = Math.floor(entry / entriesInTopic);
    const shared = topics.get(topic) ?? lists(topicWords, -1 - topic);
    topics.set(topic, shared);
    const say = entries.get(entry) ?? sayer(lists(entryWords, entry + 1), shared, dictionaries);
    entries.set(entry, say);
    return say;
  };
}

type Lists = ReadonlyMap<Language, readonly string[]>;

function sayer(own: Lists, shared: Lists, dictionaries: Lists): Say {
  const wordOf = (lists: Lists, language: Language, end: number, random: () => number) =>
    lists.get(language)?.[zipfRank(1, end + 1, random) - 1] ?? "";
  return (language, random, length) => {
    const count = length ?? shortest + Math.floor(random() * (longest - shortest));
    // Whoever asks names at least one thing that the entry is about.
    const named = Math.floor(random() * count);
    const words = Array.from({ length: count }, (_, at) => {
      const chance = at === named ? 0 : random();
      if (chance < ownShare) return pick(own.get(language) ?? [], random) ?? "";
      if (chance < ownShare + topicShare) return wordOf(shared, language, topicWords, random);
      return wordOf(dictionaries, language, everybodysWords, random);
    });
    // Nobody says a thing twice in one breath.
    return [...new Set(words)].join(" ");
  };
}
