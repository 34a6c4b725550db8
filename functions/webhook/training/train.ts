// FAQ → model: everything that is learnt, in one page. Deterministic: the same FAQ, the same model.
import type { Faq } from "../faq/faq.ts";
import type { Model, Thresholds } from "../matching/model.ts";
import type { Trained } from "../matching/model-file.ts";
import { type Vocabulary, vocabularyOf } from "../matching/vocabulary.ts";
import { type Bank, readBank } from "./bank.ts";
import { calibrate, cautious } from "./calibrate.ts";
import { trainClassifier } from "./classifier.ts";
import { type Judged, judgeFold, makeFolds } from "./folds.ts";
import { trainLanguage } from "./language.ts";
import { quantize } from "./quantize.ts";
import { type Recipe, recipe as shippedRecipe } from "./recipe.ts";
import { type DescentOptions, epochsFor } from "./softmax.ts";

export const judging = {
  folds: 3,
  /** Folds are judged until this many sentences are: a large bank needs but one. */
  enoughJudged: 3000,
  /** Thresholds need fewer passes over the bank than the model itself. */
  foldEpochs: 6,
  foldSeed: 15,
};

/** `onProgress` is told how much of the work is done, from 0 to 1. */
export function train(
  faq: Faq,
  onProgress: (share: number) => void = () => {},
  recipe: Recipe = shippedRecipe,
): Trained {
  const bank = readBank(faq);
  const judged: Judged[] = [];
  let heldOut = 0;
  for (const fold of makeFolds(bank, judging.folds, judging.foldSeed)) {
    const from = shareJudged(heldOut);
    heldOut += fold.heldOut.length;
    const to = shareJudged(heldOut);
    const rows = judgeFold(bank, fold, faq.words, recipe, {
      epochs: Math.min(judging.foldEpochs, epochsFor(fold.training.length)),
      onEpoch: (done, of) => onProgress(0.5 * (from + ((to - from) * done) / of)),
    });
    judged.push(...rows);
    if (judged.length >= judging.enoughJudged) break;
  }
  const model = modelOf(bank, faq, calibrate(judged), recipe, {
    onEpoch: (done, of) => onProgress(0.5 + (0.5 * done) / of),
  });
  return { model, lexicon: bank.lexicon };
}

function shareJudged(sentences: number): number {
  return Math.min(1, sentences / judging.enoughJudged);
}

/** What is learnt of the whole bank; without thresholds of its own it is cautious. */
export function modelOf(
  bank: Bank,
  faq: Faq,
  thresholds: Thresholds = cautious,
  recipe: Recipe = shippedRecipe,
  options: DescentOptions = {},
): Model {
  const { space, weights, favour } = trainClassifier(
    bank,
    bank.examples,
    faq.words,
    recipe,
    options,
  );
  return {
    languages: faq.bot.languages,
    ...bank.classes,
    space,
    vocabulary: wordsOf(bank),
    classifier: quantize(weights),
    favour,
    language: trainLanguage(bank.examples, faq.bot.languages),
    thresholds,
  };
}

function wordsOf({ examples }: Bank): Vocabulary {
  return vocabularyOf(examples.flatMap((example) => example.words));
}
