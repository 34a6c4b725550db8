// Chooses the thresholds from judgements of sentences that were held out.
import type { Thresholds } from "../matching/model.ts";
import type { Judged } from "./folds.ts";

export const goals = {
  /** Of all answers given, at most this share may be wrong … */
  wrongAnswers: 0.16,
  /** … when this share of the messages is off-topic. */
  offtopicTraffic: 0.3,
  /** Of the questions that the FAQ answers, this share is at least suggested something. */
  suggested: 0.98,
};

/** Where the bank is too small to judge itself. */
export const cautious: Thresholds = { answer: 0.5, suggest: 0.5 };
const minJudged = 20;
/** No confidence is as high: nothing is answered, only suggested. */
const unreachable = 2;

/**
 * The answer threshold is the smallest confidence that meets the goal on wrong answers; the
 * suggestion threshold is the reach that the goal's share of in-scope sentences has or exceeds.
 */
export function calibrate(judged: readonly Judged[]): Thresholds {
  const inScope = judged.filter((row) => row.isInScope);
  const outOfScope = judged.filter((row) => !row.isInScope);
  if (inScope.length < minJudged || outOfScope.length === 0) return cautious;

  const reaches = inScope.map((row) => row.reach).sort((a, b) => a - b);
  const suggest = reaches[Math.floor(reaches.length * (1 - goals.suggested))] ?? cautious.suggest;
  return { answer: answerThreshold(inScope, outOfScope), suggest };
}

function answerThreshold(inScope: readonly Judged[], outOfScope: readonly Judged[]): number {
  const inShare = (1 - goals.offtopicTraffic) / inScope.length;
  const outShare = goals.offtopicTraffic / outOfScope.length;
  const byConfidence = [...inScope, ...outOfScope]
    .filter(({ isOurs }) => isOurs)
    .sort((a, b) => b.confidence - a.confidence);
  let threshold = unreachable;
  let right = 0;
  let wrong = 0;
  byConfidence.forEach((row, index) => {
    if (row.isInScope && row.isRight) right += inShare;
    else wrong += row.isInScope ? inShare : outShare;
    // Equal confidences are answered together or not at all.
    if (row.confidence === byConfidence[index + 1]?.confidence) return;
    if (wrong <= goals.wrongAnswers * (right + wrong)) threshold = row.confidence;
  });
  return threshold;
}
