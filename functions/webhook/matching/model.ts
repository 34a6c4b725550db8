// The product of training: plain data that answers questions, wherever it is loaded.
import type { Language } from "../faq/faq.ts";
import type { FeatureTable } from "./feature-table.ts";
import type { SparseWeights } from "./linear.ts";
import type { FeatureSpace } from "./vector.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where a match must lie for each decision. Both are shares, from 0 to 1. */
export interface Thresholds {
  /** With this confidence or more the best entry is answered; above 1, none ever is. */
  readonly answer: number;
  /** Else, with this reach or more, entries are suggested; below it the bot says it doesn't know. */
  readonly suggest: number;
}

export interface LanguageModel {
  /** Words and letter sequences. */
  readonly table: FeatureTable;
  /** A column for each language: the logarithm of how likely it uses the feature. */
  readonly weights: SparseWeights;
}

export interface Model {
  readonly languages: readonly [Language, ...Language[]];
  /** Entry ids: the classifier's first classes. */
  readonly entries: readonly string[];
  /** Kinds of small talk: the next classes. After them comes one for off-topic. */
  readonly smalltalk: readonly string[];
  readonly space: FeatureSpace;
  /** The words of the bank; to the plain ones a misspelt one may be corrected. */
  readonly vocabulary: Vocabulary;
  readonly classifier: SparseWeights;
  /** By entry, the most that its score is raised for its youth; see favour.ts. */
  readonly favour: Float32Array;
  readonly language: LanguageModel;
  readonly thresholds: Thresholds;
}
