// A match becomes one of four decisions. A wrong answer costs more than a suggestion.
import type { Match } from "./matcher.ts";
import type { Thresholds } from "./model.ts";

export type Decision =
  | { readonly kind: "answer"; readonly entry: string }
  /** Not sure: up to three entries to choose from, best first. */
  | { readonly kind: "suggest"; readonly entries: readonly [string, ...string[]] }
  | { readonly kind: "smalltalk"; readonly smalltalk: string }
  /** Nothing fits; `nearest` is set where the subject seemed to be ours. */
  | { readonly kind: "fallback"; readonly nearest?: string };

/** What is likelier none of ours is not answered, whichever entry it would be. */
const leastSubject = 0.5;
/** To be answered, the best entry must be this many times as likely as the next: else both may fit. */
const clearLead = 1.75;
/** From here on a message is taken for small talk, whatever else it may be … */
const surelySmalltalk = 0.5;
/** … and from here on where it would otherwise be told that there is no answer. */
const likelySmalltalk = 0.25;
const maxSuggestions = 3;
/** A further suggestion must be at least this likely beside the best one. */
const minShareOfBest = 0.02;

export function decide(match: Match, thresholds: Thresholds): Decision {
  const [best, ...others] = match.candidates;
  const { smalltalk, reach, confidence } = match;
  if (!match.hasWords || !best) return { kind: "fallback" };
  if (smalltalk && smalltalk.score >= surelySmalltalk) return talk(smalltalk);
  const isClear = best.score >= clearLead * (others[0]?.score ?? 0);
  if (isOurs(match) && isClear && confidence >= thresholds.answer) {
    return { kind: "answer", entry: best.entry };
  }
  if (reach >= thresholds.suggest) {
    const alike = others.filter(({ score }) => score >= minShareOfBest * best.score);
    const entries = alike.slice(0, maxSuggestions - 1).map(({ entry }) => entry);
    return { kind: "suggest", entries: [best.entry, ...entries] };
  }
  if (smalltalk && smalltalk.score >= likelySmalltalk) return talk(smalltalk);
  return reach >= thresholds.suggest / 2
    ? { kind: "fallback", nearest: best.entry }
    : { kind: "fallback" };
}

function talk({ kind }: NonNullable<Match["smalltalk"]>): Decision {
  return { kind: "smalltalk", smalltalk: kind };
}

/** Whether a match is likelier one of the FAQ's than not. */
export function isOurs({ subject }: Pick<Match, "subject">): boolean {
  return subject >= leastSubject;
}
