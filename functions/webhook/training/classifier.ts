// From the bank to a trained classifier: what is learnt, from which sentences, how often.
import type { Words } from "../faq/faq.ts";
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
  const forms = conceptForms(words, lexicon);
  const space = layOutSpace(
    examples.map((example) => readingOf(example.words, lexicon)),
    recipe,
  );
  const vectorize = createVectorizer(space);
  const weightOf = exampleWeights(examples, classes, recipe);
  const training = examples.map(
    (example): TrainingExample => ({
      class: example.class,
      weight: weightOf(example.class),
      vector: () => vectorize(augment(example.words, lexicon, forms, recipe.augmentation, random)),
    }),
  );
  const rows = space.table.length;
  const count = countClasses(classes);
  const weights = trainSoftmax(training, count, rows, recipe.keptWeights, random, options);
  return { space, weights };
}

/** min(maxEntryWeight, median size / own size) for entries and small talk; off-topic its own. */
function exampleWeights(
  examples: readonly Example[],
  classes: Classes,
  { maxEntryWeight, offtopicWeight }: Recipe,
): (of: number) => number {
  const sizes = new Array<number>(countClasses(classes)).fill(0);
  for (const example of examples) sizes[example.class] = (sizes[example.class] ?? 0) + 1;
  const entrySizes = sizes.slice(0, classes.entries.length).sort((a, b) => a - b);
  const median = entrySizes[Math.floor(entrySizes.length / 2)] ?? 1;
  return (of) =>
    of === offtopicClass(classes)
      ? offtopicWeight
      : Math.min(maxEntryWeight, median / Math.max(1, sizes[of] ?? 1));
}
