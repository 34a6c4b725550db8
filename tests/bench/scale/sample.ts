// What the processes of a size hand to each other, and what they tell.
import type { Asked } from "./bank.ts";

export const modelName = "model.bin";
export const questionsName = "questions.json";

/** Of each kind, clean and with noise; those that warm up are others than those that are timed. */
export const questionCount = 1000;
export const warmUpCount = 500;

export interface Questions {
  readonly warmUp: readonly Asked[];
  readonly clean: readonly Asked[];
  readonly noisy: readonly Asked[];
}

/** What learning cost, and what came of it. */
export interface Learnt {
  /** Different ones in the phrasings. */
  readonly words: number;
  readonly trainingS: number;
  /** Of the whole process. */
  readonly trainingPeakMb: number;
  readonly modelKb: number;
  readonly gzippedKb: number;
}

export interface Memory {
  readonly rssMb: number;
  /** Objects and arrays: what is used of the heap, and what lies beside it. */
  readonly usedMb: number;
}

/** What a process found that loaded the bot and asked it. */
export interface Answered extends Memory {
  /** From the model's bytes to a matcher that is ready, the first time in the process. */
  readonly loadMs: number;
  /** The first question of all. */
  readonly firstMs: number;
  /** What each question took, in the order of the questions. */
  readonly cleanMs: readonly number[];
  readonly noisyMs: readonly number[];
  /** The share of the questions whose entry comes first. */
  readonly right: number;
  readonly noisyRight: number;
}
