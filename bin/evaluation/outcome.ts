// What became of a labelled question, in one word.
import { isRight, type Judgement } from "./evaluate.ts";
import { isInScope } from "./labelled.ts";

/** From best to worst. `quiet`: rightly not answered; `missed`: neither answered nor suggested. */
export const outcomes = ["right", "quiet", "suggested", "missed", "wrong"] as const;
export type Outcome = (typeof outcomes)[number];

export function outcomeOf(judged: Pick<Judgement, "question" | "decision">): Outcome {
  const { kind } = judged.decision;
  if (!isInScope(judged.question)) return kind === "answer" ? "wrong" : "quiet";
  if (kind === "answer") return isRight(judged) ? "right" : "wrong";
  return isRight(judged) ? "suggested" : "missed";
}

/** How good an outcome is. A question has either something to answer or not, so two may be best. */
export function worthOf(outcome: Outcome): number {
  const worths = { right: 3, quiet: 3, suggested: 2, missed: 1, wrong: 0 };
  return worths[outcome];
}
