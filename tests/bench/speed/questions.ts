// What the engines are asked: real questions, a round at a time, as they are and misspelt.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabelled } from "../../../bin/evaluation/labelled.ts";
import { seededRandom, shuffled } from "../../../functions/webhook/training/random.ts";
import { withLetterNoise } from "../letter-noise.ts";
import { labelledQuestions, type Question } from "../quality/questions.ts";

const path = join(import.meta.dirname, "../../questions/unseen.jsonl");
const seed = 1;
/** The share of letters that is replaced by chance. */
export const noiseRate = 0.1;

/** Labelled questions that no phrasing was taken from. */
export function unseenQuestions(): Question[] {
  return labelledQuestions(readLabelled(readFileSync(path, "utf8")));
}

/** The questions of each of so many rounds. */
export type Rounds = readonly (readonly Question[])[];

/** All of them in every round. */
export function allInEach(questions: readonly Question[], rounds: number): Rounds {
  return Array.from({ length: rounds }, () => questions);
}

/** So many of them in all, drawn by chance and shared among the rounds: each is asked once. */
export function sharedOut(questions: readonly Question[], rounds: number, count: number): Rounds {
  const drawn = shuffled(questions, seededRandom(seed)).slice(0, Math.max(count, rounds));
  return Array.from({ length: rounds }, (_, round) =>
    drawn.filter((_, place) => place % rounds === round),
  );
}

/** All of them, misspelt anew in every round, so that no engine can remember a misspelling. */
export function misspeltInEach(
  questions: readonly Question[],
  rounds: number,
  rate: number,
): Rounds {
  const random = seededRandom(seed);
  return allInEach(questions, rounds).map((round) =>
    round.map((question) => ({ ...question, text: withLetterNoise(question.text, rate, random) })),
  );
}
