// Every number that training goes by and that experiments change, in one place.
import type { GroupLengths } from "../matching/vector.ts";

export interface Recipe {
  readonly seed: number;
  readonly lengths: GroupLengths;
  /** See FeatureSpace. */
  readonly unseen: number;
  /** What a smaller share of the sentences has says nothing of others; single words always count. */
  readonly minShare: number;
  /** Off-topic sentences are few beside all they stand for. */
  readonly offtopicWeight: number;
  /** A young entry's sentences count for more, up to this … */
  readonly maxEntryWeight: number;
  /** … and its score is raised by so much for each time the median entry is e times as large. */
  readonly youthBonus: number;
  readonly augmentation: Augmentation;
  /** The share of the passes in which every weight is learnt; then only those that are kept. */
  readonly denseShare: number;
  /** How many weights are kept for each class: what a model's size is spent on. */
  readonly keptWeights: number;
  /** … and how many in all, however many classes: a function has to load and hold them. */
  readonly mostWeights: number;
}

/** How often a sentence is said another way when training meets it. */
export interface Augmentation {
  /** How often a sentence is changed at all. */
  readonly change: number;
  /** How often a changed sentence has words swapped within their concepts … */
  readonly swapSentence: number;
  /** … and each of its words then. */
  readonly swapWord: number;
  /** How often each word of a changed sentence is left out … */
  readonly dropWord: number;
  /** … or becomes one that nobody has seen. */
  readonly hideWord: number;
}

export const recipe: Recipe = {
  seed: 20210515,
  lengths: { words: 1, bigrams: 0.5, characters: 1, concepts: 0.6, pairs: 0.5 },
  unseen: 1,
  minShare: 1 / 2400,
  offtopicWeight: 2,
  maxEntryWeight: 10,
  youthBonus: 1.2,
  augmentation: { change: 0.8, swapSentence: 0.6, swapWord: 0.3, dropWord: 0.1, hideWord: 0.1 },
  denseShare: 0.4,
  keptWeights: 2_900,
  mostWeights: 2_500_000,
};
