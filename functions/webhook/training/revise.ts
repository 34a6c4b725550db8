// A hasty lesson: what an edit adds to a FAQ, learnt on top of a model of the FAQ as it was.
import type { Bot, Words } from "../faq/faq.ts";
import { rowOf } from "../matching/feature-table.ts";
import { featuresOf, groups } from "../matching/features.ts";
import type { Trained } from "../matching/model-file.ts";
import type { FeatureSpace } from "../matching/vector.ts";
import { listWords, type Vocabulary, vocabularyOf } from "../matching/vocabulary.ts";
import { readingOf } from "../matching/words.ts";
import { type Bank, type Classes, countClasses, type Example } from "./bank.ts";
import { favourFor, lessonsOf, youthOf } from "./classifier.ts";
import { extendSpace, extendWeights } from "./extend.ts";
import { quantize } from "./quantize.ts";
import { seededRandom, shuffled } from "./random.ts";
import { recipe } from "./recipe.ts";
import { learn } from "./softmax.ts";
import type { LooseWeights } from "./sparse.ts";

const hasty = {
  passes: 8,
  rate: 0.5,
  /** Each new sentence is said so often in a pass … */
  timesSaid: 4,
  /** … and so many known ones are said again for each, lest they be forgotten … */
  repeatedForEach: 8,
  /** … at least so many, and at most. */
  fewestRepeated: 300,
  mostRepeated: 1500,
  /** More new sentences than this are no edit but another FAQ. */
  mostNew: 500,
};

/** A class's own score counts as having seen this much. */
const taughtBias = 1;

/** What a model was taught, and what it is to be taught now. */
export interface Revision {
  readonly trained: Trained;
  readonly taught: Bank;
  readonly bank: Bank;
  readonly words: Words;
  readonly languages: Bot["languages"];
}

/**
 * The model after an edit, in a fraction of the time that training takes; what is deployed is
 * trained from nothing. What was taken out of the FAQ is not unlearnt, and thresholds and languages
 * stay as they were. `undefined` where the edit is too large to be learnt so, or changes the languages.
 */
export function revise(revision: Revision): Trained | undefined {
  const { taught, bank, words } = revision;
  const { model } = revision.trained;
  if (revision.languages.join() !== model.languages.join()) return undefined;
  const { lexicon, classes } = bank;
  const names = namesOf(classes);
  const taughtNames = namesOf(taught.classes);
  const known = new Set(taught.examples.map((example) => keyOf(example, taughtNames)));
  const isNew = (example: Example) => !known.has(keyOf(example, names));
  const added = bank.examples.filter(isNew);
  if (added.length > hasty.mostNew) return undefined;
  const readings = added.map((example) => readingOf(example.words, lexicon));
  const space = extendSpace(model.space, readings, recipe);
  const weights = extendWeights(model.classifier, {
    from: model.space.table,
    to: space.table,
    classOf: namesOf(model).map((name) => names.indexOf(name)),
    classes: countClasses(classes),
    wanted: wantedBy(added, readings, space),
  });
  const youth = youthOf(bank.examples, classes);
  teach(weights, { space, bank, words, added, isNew, youth });
  return {
    model: {
      ...model,
      ...classes,
      space,
      classifier: quantize(weights),
      favour: favourFor(youth, classes, recipe),
      vocabulary: withWords(model.vocabulary, added),
    },
    lexicon,
  };
}

interface Lesson {
  readonly space: FeatureSpace;
  readonly bank: Bank;
  readonly words: Words;
  readonly added: readonly Example[];
  readonly isNew: (example: Example) => boolean;
  readonly youth: readonly number[];
}

function teach(weights: LooseWeights, lesson: Lesson): void {
  const { space, bank, words, added, isNew, youth } = lesson;
  if (added.length === 0) return;
  const random = seededRandom(recipe.seed);
  const count = Math.max(hasty.fewestRepeated, hasty.repeatedForEach * added.length);
  const repeated = shuffled(
    bank.examples.filter((example) => !isNew(example)),
    random,
  ).slice(0, Math.min(count, hasty.mostRepeated));
  const said = Array.from({ length: hasty.timesSaid }, () => added).flat();
  const examples = [...said, ...repeated];
  const lessons = lessonsOf({ ...bank, examples }, words, space, youth, recipe, random);
  const squares = new Float32Array(weights.bias.length).fill(taughtBias);
  for (let pass = 0; pass < hasty.passes; pass++) {
    learn(shuffled(lessons, random), weights, squares, hasty.rate / (1 + pass));
  }
}

/** By row, the classes whose new sentences have its feature. */
function wantedBy(
  added: readonly Example[],
  readings: readonly ReturnType<typeof readingOf>[],
  { table }: FeatureSpace,
): Map<number, Set<number>> {
  const wanted = new Map<number, Set<number>>();
  added.forEach((example, at) => {
    const reading = readings[at];
    if (!reading) return;
    const features = featuresOf(reading);
    for (const feature of groups.flatMap((group) => features[group])) {
      const row = rowOf(feature, table);
      if (row < 0) continue;
      const classes = wanted.get(row) ?? new Set();
      wanted.set(row, classes.add(example.class));
    }
  });
  return wanted;
}

function withWords(vocabulary: Vocabulary, added: readonly Example[]): Vocabulary {
  const words = added.flatMap((example) => example.words);
  return vocabularyOf([...listWords(vocabulary), ...words]);
}

/** Every class by a name that lasts when others come and go. */
function namesOf({ entries, smalltalk }: Classes): string[] {
  return [...entries.map((id) => `entry ${id}`), ...smalltalk.map((kind) => `talk ${kind}`), "off"];
}

function keyOf({ typed, class: of }: Example, names: readonly string[]): string {
  return `${names[of]}\0${typed.join(" ")}`;
}
