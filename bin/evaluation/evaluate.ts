// What the bot did with labelled questions, counted.
import type { Decision } from "../../functions/webhook/matching/decide.ts";
import type { Match } from "../../functions/webhook/matching/matcher.ts";
import { acceptedEntries, isInScope, type LabelledQuestion } from "./labelled.ts";

export interface Judgement {
  readonly question: LabelledQuestion;
  readonly match: Match;
  readonly decision: Decision;
}

export interface Scores {
  readonly inScope: {
    readonly n: number;
    readonly answeredRight: number;
    readonly answeredWrong: number;
    readonly suggestedRight: number;
    readonly suggestedWrong: number;
    /** Neither answered nor suggested, small talk included. */
    readonly fallback: number;
  };
  readonly outOfScope: {
    readonly n: number;
    readonly answered: number;
    readonly suggested: number;
    readonly fallback: number;
    readonly smalltalk: number;
  };
  /** Shares of the in-scope questions whose entry ranks first, or among the first three. */
  readonly top1: number;
  readonly top3: number;
  /** How often an in-scope question has a higher confidence than an out-of-scope one. */
  readonly auroc: number;
  readonly languageRight: number;
}

export interface Evaluation extends Scores {
  readonly byLanguage: Readonly<Record<string, Scores>>;
  readonly byStyle: Readonly<Record<string, Scores>>;
}

export function evaluate(
  judgements: readonly Judgement[],
  languages: readonly string[],
): Evaluation {
  const by = (key: (question: LabelledQuestion) => string | null | undefined) => {
    const groups = new Map<string, Judgement[]>();
    for (const judgement of judgements) {
      const name = key(judgement.question);
      if (typeof name === "string") groups.set(name, [...(groups.get(name) ?? []), judgement]);
    }
    return Object.fromEntries([...groups].map(([name, group]) => [name, score(group, languages)]));
  };
  return {
    ...score(judgements, languages),
    byLanguage: by(({ lang }) => lang),
    byStyle: by(({ style, scope }) => style ?? scope),
  };
}

function score(judgements: readonly Judgement[], languages: readonly string[]): Scores {
  const inside = judgements.filter(({ question }) => isInScope(question));
  const outside = judgements.filter(({ question }) => !isInScope(question));
  const count = (list: readonly Judgement[], holds: (judgement: Judgement) => boolean) =>
    list.filter(holds).length;
  const did = (kind: Decision["kind"]) => (judgement: Judgement) =>
    judgement.decision.kind === kind;
  const hasLanguage = judgements.filter(
    ({ question: { lang } }) => lang === "mixed" || languages.includes(lang),
  );
  return {
    inScope: {
      n: inside.length,
      answeredRight: count(inside, (one) => did("answer")(one) && isRight(one)),
      answeredWrong: count(inside, (one) => did("answer")(one) && !isRight(one)),
      suggestedRight: count(inside, (one) => did("suggest")(one) && isRight(one)),
      suggestedWrong: count(inside, (one) => did("suggest")(one) && !isRight(one)),
      fallback: count(inside, (one) => did("fallback")(one) || did("smalltalk")(one)),
    },
    outOfScope: {
      n: outside.length,
      answered: count(outside, did("answer")),
      suggested: count(outside, did("suggest")),
      fallback: count(outside, did("fallback")),
      smalltalk: count(outside, did("smalltalk")),
    },
    top1: share(inside, (one) => isAmongFirst(one, 1)),
    top3: share(inside, (one) => isAmongFirst(one, 3)),
    auroc: auroc(
      inside.map(({ match }) => match.confidence),
      outside.map(({ match }) => match.confidence),
    ),
    languageRight: share(
      hasLanguage,
      ({ question: { lang }, match }) => lang === "mixed" || match.language === lang,
    ),
  };
}

/** Whether what was answered or suggested answers the question. */
export function isRight({ question, decision }: Pick<Judgement, "question" | "decision">): boolean {
  const accepted = acceptedEntries(question);
  if (decision.kind === "answer") return accepted.includes(decision.entry);
  return decision.kind === "suggest" && decision.entries.some((id) => accepted.includes(id));
}

function isAmongFirst({ question, match }: Judgement, ranks: number): boolean {
  const accepted = acceptedEntries(question);
  return match.candidates.slice(0, ranks).some(({ entry }) => accepted.includes(entry));
}

export function share<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

/** The area under the ROC curve by ranks (Mann and Whitney 1947); ties count half. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0;
  const sorted = [...negatives].sort((a, b) => a - b);
  const below = (value: number, inclusive: boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? 0;
      if (at < value || (inclusive && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = positives.reduce(
    (sum, value) => sum + (below(value, false) + below(value, true)) / 2,
    0,
  );
  return wins / (positives.length * negatives.length);
}
