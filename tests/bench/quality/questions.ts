// Labelled questions of any data set, and samples and misspelt copies of them.
import { acceptedEntries, type LabelledQuestion } from "../../../bin/evaluation/labelled.ts";
import { seededRandom, shuffled } from "../../../functions/webhook/training/random.ts";
import type { ClincSample } from "../clinc-sample.ts";
import { withLetterNoise } from "../letter-noise.ts";

export interface Question {
  /** The same for a question and its misspelt copies. */
  readonly number: number;
  readonly text: string;
  /** The entries that answer it; none where it is out of scope. */
  readonly accepts: readonly string[];
  readonly language?: string;
  readonly style?: string;
}

const seed = 1;

export function labelledQuestions(rows: readonly LabelledQuestion[]): Question[] {
  return rows.map((row, number) => ({
    number,
    text: row.text,
    accepts: acceptedEntries(row),
    language: row.lang,
    style: row.style ?? "",
  }));
}

export function clincQuestions({ validation, outOfScope }: ClincSample): Question[] {
  return [
    ...validation.map(({ text, intent }) => ({ text, accepts: [intent] })),
    ...outOfScope.map((text) => ({ text, accepts: [] })),
  ].map((question, number) => ({ ...question, number }));
}

export function misspelt(questions: readonly Question[], rate: number): Question[] {
  const random = seededRandom(seed);
  return questions.map((question) => ({
    ...question,
    text: withLetterNoise(question.text, rate, random),
  }));
}

/**
 * At most `size` questions, of which at most half are out of scope: as many of these as there
 * are, because the threshold hangs on them. A smaller sample is part of a larger one.
 */
export function sampleOf(questions: readonly Question[], size: number): readonly Question[] {
  if (questions.length <= size) return questions;
  const drawn = shuffled(questions, seededRandom(seed));
  const outside = drawn.filter(({ accepts }) => accepts.length === 0).slice(0, size / 2);
  const inside = drawn.filter(({ accepts }) => accepts.length > 0);
  return [...inside.slice(0, size - outside.length), ...outside];
}
