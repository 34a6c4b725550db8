// Asks the matcher a labelled question.
import { decide } from "../../functions/webhook/matching/decide.ts";
import type { Matcher } from "../../functions/webhook/matching/matcher.ts";
import type { Judgement } from "./evaluate.ts";
import type { LabelledQuestion } from "./labelled.ts";

export function judge(question: LabelledQuestion, matcher: Matcher): Judgement {
  const match = matcher.match(question.text);
  return { question, match, decision: decide(match, matcher.model.thresholds) };
}
