// CLINC150 (Larson et al. 2019) as a FAQ: the engine's check apart from the content.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultLabels, defaultMessages } from "../../functions/webhook/faq/defaults.ts";
import type { Bot, Entry, Faq } from "../../functions/webhook/faq/faq.ts";
import { seededRandom, shuffled } from "../../functions/webhook/training/random.ts";

export const clincPath = join(import.meta.dirname, "../../../shared/bench/clinc150-dev.json");

export interface ClincSample {
  readonly faq: Faq;
  readonly validation: readonly { readonly text: string; readonly intent: string }[];
  /** Validation questions that belong to no intent. */
  readonly outOfScope: readonly string[];
  /** Training sentences that belong to no intent; not in the FAQ. */
  readonly offtopic: readonly string[];
}

type Rows = [text: string, intent: string][];

/** So many phrasings of each intent, drawn by a seed; `undefined` where the data set is absent. */
export function clincSample(
  perIntent: number,
  seed = 1,
  path = clincPath,
): ClincSample | undefined {
  if (!existsSync(path)) return undefined;
  const {
    train,
    val,
    oos_train = [],
    oos_val = [],
  } = JSON.parse(readFileSync(path, "utf8")) as Record<"train" | "val", Rows> &
    Partial<Record<"oos_train" | "oos_val", Rows>>;
  const random = seededRandom(seed);
  const intents = [...new Set(train.map(([, intent]) => intent))];
  const entries = intents.map((intent, index) =>
    entryOf(
      intent,
      index + 1,
      shuffled(
        train.filter(([, other]) => other === intent),
        random,
      ).slice(0, perIntent),
    ),
  );
  return {
    faq: { bot, entries, words: { slang: new Map(), concepts: new Map() }, offtopic: new Map() },
    validation: val.map(([text, intent]) => ({ text, intent })),
    outOfScope: oos_val.map(([text]) => text),
    offtopic: oos_train.map(([text]) => text),
  };
}

const bot: Bot = {
  languages: ["en"],
  name: { en: "CLINC150" },
  categories: new Map(),
  messages: defaultMessages(["en"]),
  labels: defaultLabels(["en"]),
  smalltalk: [],
};

function entryOf(id: string, number: number, rows: readonly (readonly [string, string])[]): Entry {
  return {
    id,
    category: "intents",
    number,
    question: { en: id },
    short: { en: id },
    answer: { en: id },
    sources: [],
    related: [],
    verified: "",
    phrasings: rows.map(([text]) => ({ text, language: "en" })),
  };
}
