// From the bank to a trained classifier: what is learnt, from which sentences, how often.
import type { Words } from "../faq/faq.ts";
import { type FeatureSpace, gramsOf, type Vector, vectorOf } from "../matching/features.ts";
import { readingOf } from "../matching/words.ts";
import { augment, conceptForms } from "./augment.ts";
import { type Bank, type Classes, countClasses, type Example, offtopicClass } from "./bank.ts";
import { seededRandom } from "./random.ts";
import {
  type DenseWeights,
  type DescentOptions,
  type TrainingExample,
  trainSoftmax,
} from "./softmax.ts";
import { layOutSpace } from "./space.ts";

export const recipe = {
  seed: 20210515,
  /** Off-topic sentences are few beside all they stand for. */
  offtopicWeight: 3,
  /** A young entry counts for more, up to this. */
  maxEntryWeight: 10,
  /** Letter sequences that stand in one sentence only say nothing of others. */
  minDocuments: 2,
  /** A sentence is said in at most so many ways, drawn again from these at each visit. */
  variants: 8,
};

export interface TrainedClassifier {
  readonly space: FeatureSpace;
  readonly weights: DenseWeights;
}

export function trainClassifier(
  { classes, lexicon }: Pick<Bank, "classes" | "lexicon">,
  examples: readonly Example[],
  words: Words,
  options: DescentOptions = {},
): TrainedClassifier {
  const random = seededRandom(recipe.seed);
  const forms = conceptForms(words, lexicon);
  const grams = remembered((word) => gramsOf(word));
  const read = (words: readonly string[]) => readingOf(words, lexicon);
  const readings = examples.map((example) => read(example.words));
  const space = layOutSpace(readings, grams, recipe.minDocuments);
  const weightOf = exampleWeights(examples, classes);

  const training = examples.map((example, index): TrainingExample => {
    const asWritten = vectorOf(readings[index] ?? read(example.words), space, grams);
    const variant = (): Vector => {
      const words = augment(example.words, lexicon, forms, random);
      return words === example.words ? asWritten : vectorOf(read(words), space, grams);
    };
    const variants: Vector[] = [];
    return {
      class: example.class,
      weight: weightOf(example.class),
      vector() {
        const place = Math.floor(random() * recipe.variants);
        variants[place] ??= variant();
        return variants[place];
      },
    };
  });
  const weights = trainSoftmax(training, countClasses(classes), space.rows.size, random, options);
  return { space, weights };
}

/** min(maxEntryWeight, median size / own size) for entries and small talk; off-topic its own. */
function exampleWeights(examples: readonly Example[], classes: Classes): (of: number) => number {
  const sizes = new Array<number>(countClasses(classes)).fill(0);
  for (const example of examples) sizes[example.class] = (sizes[example.class] ?? 0) + 1;
  const entrySizes = sizes.slice(0, classes.entries.length).sort((a, b) => a - b);
  const median = entrySizes[Math.floor(entrySizes.length / 2)] ?? 1;
  return (of) =>
    of === offtopicClass(classes)
      ? recipe.offtopicWeight
      : Math.min(recipe.maxEntryWeight, median / Math.max(1, sizes[of] ?? 1));
}

function remembered<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const fresh = compute(word);
    known.set(word, fresh);
    return fresh;
  };
}
