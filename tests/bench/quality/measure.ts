// What a matcher's outcomes are worth: each figure a small function of them.
import { auroc, share } from "../../../bin/evaluation/evaluate.ts";
import type { Outcome } from "./ask.ts";

/** The entry that a question is answered with, if it is. */
export type Answering = (outcome: Outcome) => string | null;

export interface Scores {
  /** Shares of the in-scope questions whose entry ranks first, or among the first three … */
  readonly top1: number;
  readonly top3: number;
  /** … that are answered rightly and wrongly. */
  readonly right: number;
  readonly wrong: number;
  /** The share of the out-of-scope questions that are answered. */
  readonly exposed: number;
  /** How often an in-scope question's best score is above an out-of-scope one's. */
  readonly auroc: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export function scoresOf(outcomes: readonly Outcome[], answering: Answering): Scores {
  const inside = outcomes.filter(isInScope);
  const outside = outcomes.filter((outcome) => !isInScope(outcome));
  const times = outcomes.map(({ ms }) => ms);
  return {
    top1: share(inside, (outcome) => isAmongFirst(outcome, 1)),
    top3: share(inside, (outcome) => isAmongFirst(outcome, 3)),
    right: share(inside, (outcome) => isAccepted(outcome, answering(outcome))),
    wrong: share(inside, (outcome) => {
      const answer = answering(outcome);
      return answer !== null && !isAccepted(outcome, answer);
    }),
    exposed: share(outside, (outcome) => answering(outcome) !== null),
    auroc: auroc(inside.map(bestScore), outside.map(bestScore)),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

/** Answers with the first entry where its score reaches the threshold. */
export function answersFrom(threshold: number): Answering {
  return ({ ranking: [best] }) => (best && best.score >= threshold ? best.entry : null);
}

/**
 * The lowest threshold at which at most `exposure` of the n out-of-scope questions are answered:
 * with k = ⌊exposure · n⌋, the lowest best score above the (k + 1)th highest out-of-scope one.
 * Infinite where no score is.
 */
export function answerThreshold(outcomes: readonly Outcome[], exposure: number): number {
  const outside = descending(outcomes.filter((outcome) => !isInScope(outcome)).map(bestScore));
  const bound = outside[wholePart(exposure * outside.length)] ?? Number.NEGATIVE_INFINITY;
  return outcomes
    .map(bestScore)
    .filter((score) => score > bound)
    .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/**
 * Out-of-scope recall (Larson et al. 2019): the share of the out-of-scope questions below the
 * highest threshold that gives up at most `givenUp` of the in-scope accuracy.
 */
export function outOfScopeRecall(outcomes: readonly Outcome[], givenUp: number): number {
  const inside = outcomes.filter(isInScope);
  const outside = outcomes.filter((outcome) => !isInScope(outcome));
  const right = inside.filter((outcome) => isAmongFirst(outcome, 1)).map(bestScore);
  const leastSureFirst = descending(right).reverse();
  const threshold = leastSureFirst[wholePart(givenUp * inside.length)] ?? Number.POSITIVE_INFINITY;
  return share(outside, (outcome) => bestScore(outcome) < threshold);
}

/** How much of top-1 is lost from one asking to another, on the questions that both have. */
export function top1Lost(before: readonly Outcome[], after: readonly Outcome[]): number {
  const asked = new Set(after.map(({ question }) => question.number));
  const top1 = (outcomes: readonly Outcome[]) =>
    share(outcomes.filter(isInScope), (outcome) => isAmongFirst(outcome, 1));
  return top1(before.filter(({ question }) => asked.has(question.number))) - top1(after);
}

export function isInScope({ question }: Outcome): boolean {
  return question.accepts.length > 0;
}

/** 0 where nothing was found: below any score. */
function bestScore({ ranking }: Outcome): number {
  return ranking[0]?.score ?? 0;
}

function isAmongFirst(outcome: Outcome, ranks: number): boolean {
  return outcome.ranking.slice(0, ranks).some(({ entry }) => isAccepted(outcome, entry));
}

function isAccepted({ question }: Outcome, entry: string | null): boolean {
  return entry !== null && question.accepts.includes(entry);
}

function descending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => b - a);
}

/** Rounded down, but 0.03 · 100 is 3 although floating point may fall short of it. */
function wholePart(value: number): number {
  return Math.floor(value + 1e-9);
}

/** The value that so large a share of the values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
