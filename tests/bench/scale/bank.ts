// A FAQ of any size in two invented languages, and questions to it that it has not seen.
import { defaultLabels, defaultMessages } from "../../../functions/webhook/faq/defaults.ts";
import type { Bot, Entry, Faq, Language } from "../../../functions/webhook/faq/faq.ts";
import { seededRandom } from "../../../functions/webhook/training/random.ts";
import { createWriter, entriesInTopic, languages, type Say } from "./writer.ts";

export interface Asked {
  readonly text: string;
  /** The entry that it asks for. */
  readonly entry: string;
}

export interface Bank {
  readonly faq: Faq;
  /** Questions to entries by chance, none of them a phrasing; longer lists begin with shorter. */
  ask(count: number): Asked[];
}

const askingSeed = 11;

/** A larger bank begins with the entries of a smaller one. */
export function generateBank(entryCount: number, phrasingCount: number): Bank {
  const write = createWriter();
  const entries = Array.from({ length: entryCount }, (_, index) =>
    entryOf(index, phrasingCount, write(index)),
  );
  const known = new Set(entries.flatMap(({ phrasings }) => phrasings.map(({ text }) => text)));
  return {
    faq: { bot, entries, words: { slang: new Map(), concepts: new Map() }, offtopic: new Map() },
    ask(count) {
      const random = seededRandom(askingSeed);
      const asked: Asked[] = [];
      while (asked.length < count) {
        const index = Math.floor(random() * entryCount);
        const language = languages[Math.floor(random() * languages.length)] ?? languages[0];
        const text = write(index)(language, random);
        const entry = entries[index]?.id;
        if (entry !== undefined && !known.has(text)) asked.push({ text, entry });
      }
      return asked;
    },
  };
}

function entryOf(index: number, phrasingCount: number, say: Say): Entry {
  const random = seededRandom(index + 1);
  const inEach = (length: number) =>
    Object.fromEntries(languages.map((language) => [language, say(language, random, length)]));
  return {
    id: `entry-${index + 1}`,
    category: `topic-${Math.floor(index / entriesInTopic) + 1}`,
    number: index + 1,
    question: inEach(6),
    short: inEach(2),
    answer: inEach(60),
    sources: [],
    related: [],
    verified: "",
    phrasings: Array.from({ length: phrasingCount }, (_, at) => {
      const language: Language = languages[at % languages.length] ?? languages[0];
      return { text: say(language, random), language };
    }),
  };
}

const bot: Bot = {
  languages,
  name: { id: "Generated", en: "Generated" },
  categories: new Map(),
  messages: defaultMessages(languages),
  labels: defaultLabels(languages),
  smalltalk: [],
};
