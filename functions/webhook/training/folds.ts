// Judges the classifier on sentences it was not trained on, so that thresholds come from the bank.
import type { Words } from "../faq/faq.ts";
import { confidenceOf } from "../matching/confidence.ts";
import { isOurs } from "../matching/decide.ts";
import { favourYoung } from "../matching/favour.ts";
import { rememberAll } from "../matching/remember-known.ts";
import { createVectorizer } from "../matching/vector.ts";
import { readingOf } from "../matching/words.ts";
import { type Bank, type Example, offtopicClass } from "./bank.ts";
import { trainClassifier } from "./classifier.ts";
import { seededRandom, shuffled } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import type { DescentOptions } from "./softmax.ts";

/** One sentence's judgement by a classifier that never saw it. */
export interface Judged {
  /** Whether the FAQ, as that classifier knew it, answers the sentence. */
  readonly isInScope: boolean;
  readonly isRight: boolean;
  /** Else it is not answered, whatever the confidence. */
  readonly isOurs: boolean;
  readonly reach: number;
  readonly confidence: number;
}

export interface Fold {
  readonly training: readonly Example[];
  readonly heldOut: readonly Example[];
  /** Classes of entries that the fold's classifier does not know at all. */
  readonly withheld: ReadonlySet<number>;
}

/**
 * Each fold holds out one in `count` of the sentences and withholds one in `count` of the
 * entries whole: their sentences are questions on the subject that the FAQ cannot answer.
 */
export function makeFolds(bank: Bank, count: number, seed: number): Fold[] {
  const random = seededRandom(seed);
  const examples = shuffled(bank.examples, random);
  const entries = shuffled([...bank.classes.entries.keys()], random);
  return Array.from({ length: count }, (_, fold) => {
    const withheld = new Set(entries.filter((_, index) => index % count === fold));
    return {
      withheld,
      training: examples.filter(
        (example, index) => index % count !== fold && !withheld.has(example.class),
      ),
      heldOut: examples.filter((_, index) => index % count === fold),
    };
  });
}

/** They are in random order: so many of a large bank judge it as well as all would. */
const mostJudged = 6000;

/** Trains on one fold and judges what it held out; small talk is left to the small-talk rules. */
export function judgeFold(
  bank: Bank,
  fold: Fold,
  words: Words,
  recipe: Recipe,
  options: DescentOptions,
): Judged[] {
  const { space, weights, favour } = trainClassifier(bank, fold.training, words, recipe, options);
  const vectorize = createVectorizer(space, rememberAll);
  const entryCount = bank.classes.entries.length;
  const scores = new Float64Array(weights.bias.length);
  const judged: Judged[] = [];
  for (const example of fold.heldOut.slice(0, mostJudged)) {
    if (example.class >= entryCount && example.class !== offtopicClass(bank.classes)) continue;
    weights.score(vectorize(readingOf(example.words, bank.lexicon)), scores);
    favourYoung(scores, weights.bias, favour);
    const { entries, subject, reach, confidence } = confidenceOf(scores, entryCount);
    judged.push({
      isInScope: example.class < entryCount && !fold.withheld.has(example.class),
      isRight: entries[example.class] === Math.max(...entries),
      isOurs: isOurs({ subject }),
      reach,
      confidence,
    });
  }
  return judged;
}
