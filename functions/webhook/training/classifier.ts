// From the bank to a trained classifier: what is learnt, from which sentences, how often.
import type { Words } from "../faq/faq.ts";
import { rememberAll } from "../matching/remember-known.ts";
import { createVectorizer, type FeatureSpace } from "../matching/vector.ts";
import { readingOf } from "../matching/words.ts";
import { augment, conceptForms } from "./augment.ts";
import { type Bank, type Classes, countClasses, type Example, offtopicClass } from "./bank.ts";
import { seededRandom } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { type DescentOptions, type TrainingExample, trainSoftmax } from "./softmax.ts";
import { layOutSpace } from "./space.ts";
import type { LooseWeights } from "./sparse.ts";

export interface TrainedClassifier {
  readonly space: FeatureSpace;
  readonly weights: LooseWeights;
  /** By entry, the most that its score is raised for its youth; see matching/favour.ts. */
  readonly favour: Float32Array;
}

/** Each visit of a sentence says it anew: `augment` draws once more. */
export function trainClassifier(
  { classes, lexicon }: Pick<Bank, "classes" | "lexicon">,
  examples: readonly Example[],
  words: Words,
  recipe: Recipe,
  options: DescentOptions = {},
): TrainedClassifier {
  const random = seededRandom(recipe.seed);
  const space = layOutSpace(
    examples.map((example) => readingOf(example.words, lexicon)),
    recipe,
  );
  const youth = youthOf(examples, classes);
  const training = lessonsOf({ classes, lexicon, examples }, words, space, youth, recipe, random);
  const count = countClasses(classes);
  const weights = trainSoftmax(
    training,
    count,
    space.table.length,
    {
      keptWeights: Math.min(recipe.keptWeights * count, recipe.mostWeights),
      denseShare: recipe.denseShare,
    },
    random,
    options,
  );
  return { space, weights, favour: favourFor(youth, classes, recipe) };
}

/** What each sentence teaches, said anew at every visit. `youth` is that of the whole bank. */
export function lessonsOf(
  { classes, lexicon, examples }: Bank,
  words: Words,
  space: FeatureSpace,
  youth: readonly number[],
  { augmentation, offtopicWeight, maxEntryWeight }: Recipe,
  random: () => number,
): TrainingExample[] {
  const vectorize = createVectorizer(space, rememberAll);
  const forms = conceptForms(words, lexicon);
  const weightOf = (of: number) =>
    of === offtopicClass(classes) ? offtopicWeight : Math.min(maxEntryWeight, youth[of] ?? 1);
  return examples.map((example) => ({
    class: example.class,
    weight: weightOf(example.class),
    vector: () => vectorize(augment(example.words, lexicon, forms, augmentation, random)),
  }));
}

/**
 * By entry and kind of small talk, how many times as many sentences the median entry has; 1 where
 * there are none to learn from, as in a fold that withholds the entry.
 */
export function youthOf(examples: readonly Example[], classes: Classes): number[] {
  const sizes = new Array<number>(offtopicClass(classes)).fill(0);
  for (const example of examples) {
    if (example.class < sizes.length) sizes[example.class] = (sizes[example.class] ?? 0) + 1;
  }
  const entrySizes = sizes.slice(0, classes.entries.length).sort((a, b) => a - b);
  const median = entrySizes[Math.floor(entrySizes.length / 2)] ?? 1;
  return sizes.map((size) => (size === 0 ? 1 : median / size));
}

/** By entry, the most that its score may be raised for its youth: bonus · ln(youth). */
export function favourFor(
  youth: readonly number[],
  { entries }: Classes,
  { youthBonus }: Pick<Recipe, "youthBonus">,
): Float32Array {
  const ofEntries = youth.slice(0, entries.length);
  return Float32Array.from(ofEntries, (times) => youthBonus * Math.max(0, Math.log(times)));
}
