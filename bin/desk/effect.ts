// What saves did to questions: a FAQ as it was and as it is, asked the same.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import {
  createMatcher,
  type Match,
  type Matcher,
} from "../../functions/webhook/matching/matcher.ts";
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import { compareEntries } from "../diff/entries.ts";
import { type Asked, compareQuestions, type QuestionChanges } from "../diff/questions.ts";
import { isInScope, type LabelledQuestion } from "../evaluation/labelled.ts";

/** A side that is asked the same questions time and again, and remembers. */
export function createAsked(faq: Faq, { model, lexicon }: Trained): Asked {
  const matcher = createMatcher(model, lexicon);
  const matches = new Map<string, Match>();
  const match: Matcher["match"] = (text) => {
    const found = matches.get(text) ?? matcher.match(text);
    matches.set(text, found);
    return found;
  };
  return { faq, matcher: { model, match } };
}

export function effectOn(
  labelled: readonly LabelledQuestion[],
  before: Asked,
  after: Asked,
): QuestionChanges {
  const { renamed } = compareEntries(before.faq, after.faq);
  return compareQuestions(before, after, labelled, renamed);
}

/** The labelled questions, unless they are about another FAQ. */
export function questionsFor(faq: Faq, labelled: readonly LabelledQuestion[]): LabelledQuestion[] {
  const ids = new Set(faq.entries.map(({ id }) => id));
  const topics = labelled.filter(isInScope).map(({ topic }) => topic ?? "");
  const known = topics.filter((topic) => ids.has(topic)).length;
  return known >= topics.length / 2 ? [...labelled] : [];
}
