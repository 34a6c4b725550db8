// nlp.js as a ranker: its neural intent classifier, one for all languages, in memory.
import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en-min";
import { NluNeural } from "@nlpjs/nlu";
import type { Bank, Ranker } from "./ranker.ts";

/** The intent that stands for no answer in nlp.js itself. */
const none = "None";

/**
 * Tried on the development set, top-1 / answered right / wrong in %: no stemmer 76.7 / 62.3 /
 * 6.5, the Indonesian one (@nlpjs/lang-id) 77.2 / 64.2 / 9.8, the English one 77.7 / 67.9 / 10.7.
 * Without off-topic sentences none is answered right at that exposure: too many strange
 * questions have a score of 1.
 */
export async function nlpjs({ phrasings, offtopic }: Bank): Promise<Ranker> {
  const container = containerBootstrap();
  container.use(LangEn);
  const nlu = new NluNeural({ locale: "en", container, useNoneFeature: true, log: false });
  await nlu.train([
    ...[...phrasings].flatMap(([intent, texts]) =>
      texts.map((utterance) => ({ utterance, intent })),
    ),
    ...offtopic.map((utterance) => ({ utterance, intent: none })),
  ]);
  return {
    name: "nlp.js",
    what: "4.27, NluNeural, English stemmer, off-topic sentences as its intent None",
    async rank(text) {
      const { classifications } = await nlu.process(text);
      return classifications
        .filter(({ intent, score }) => intent !== none && score > 0)
        .map(({ intent, score }) => ({ entry: intent, score }));
    },
  };
}
