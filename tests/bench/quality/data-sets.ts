// The sets of questions under comparison; a set is absent where its file is.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabelled } from "../../../bin/evaluation/labelled.ts";
import { openFaq } from "../../../bin/open-faq.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import type { Trained } from "../../../functions/webhook/matching/model-file.ts";
import { train } from "../../../functions/webhook/training/train.ts";
import { type ClincSample, clincSample } from "../clinc-sample.ts";
import { readOwnFaq } from "../own-faq.ts";
import type { DataSet } from "./compare.ts";
import { fuse, fuseTokens } from "./fuse.ts";
import { jelas } from "./jelas.ts";
import { miniSearch, miniSearchVotes } from "./minisearch.ts";
import { nlpjs } from "./nlpjs.ts";
import { clincQuestions, labelledQuestions } from "./questions.ts";
import { type Bank, bankOf, type Ranker } from "./ranker.ts";

export const developmentPath = join(
  import.meta.dirname,
  "../../../../shared/content/questions-dev.jsonl",
);

const noiseRates = [0, 0.05, 0.1] as const;
/** The size of bank that is also asked misspelt questions. */
const mainPerIntent = 10;

/** The shipped FAQ, asked questions that no phrasing was taken from. */
export function developmentSet(): DataSet | undefined {
  if (!existsSync(developmentPath)) return undefined;
  const bank = bankOf(readOwnFaq());
  return {
    name: "Development set",
    questions: labelledQuestions(readLabelled(readFileSync(developmentPath, "utf8"))),
    bank,
    rankers: matchers(bank, () => openFaq("faq")),
    noiseRates,
  };
}

/** So many phrasings of each of 150 intents. */
export function clincSet(perIntent: number, path: string): DataSet | undefined {
  const sample = clincSample(perIntent, undefined, path);
  if (!sample) return undefined;
  const { faq } = sample;
  const bank = bankOf(faq);
  const isMain = perIntent === mainPerIntent;
  return {
    name: `CLINC150, ${perIntent} phrasings per intent`,
    questions: clincQuestions(sample),
    bank,
    rankers: [...matchers(bank, () => train(faq)), ...(isMain ? toldOfftopic(sample) : [])],
    noiseRates: isMain ? noiseRates : [0],
  };
}

function jelasOf({ model, lexicon }: Trained): Ranker {
  return jelas(model, createMatcher(model, lexicon));
}

type MakeRanker = () => Ranker | Promise<Ranker>;

function matchers(bank: Bank, learn: () => Trained): MakeRanker[] {
  return [
    () => fuse(bank),
    () => fuseTokens(bank),
    () => miniSearch(bank),
    () => miniSearchVotes(bank),
    () => nlpjs(bank),
    () => jelasOf(learn()),
  ];
}

/** The matchers that learn from off-topic sentences, given those of the data set (oos_train). */
function toldOfftopic({ faq, offtopic }: ClincSample): MakeRanker[] {
  if (offtopic.length === 0) return [];
  const told = { ...faq, offtopic: new Map([["oos_train", offtopic]]) };
  const renamed = (ranker: Ranker): Ranker => ({
    ...ranker,
    name: `${ranker.name}, told`,
    what: `${ranker.name}, told ${offtopic.length} off-topic sentences (oos_train)`,
  });
  return [async () => renamed(await nlpjs(bankOf(told))), () => renamed(jelasOf(train(told)))];
}
