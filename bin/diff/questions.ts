// Asks two FAQs the same questions and sorts what changed.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Decision } from "../../functions/webhook/matching/decide.ts";
import type { Matcher } from "../../functions/webhook/matching/matcher.ts";
import { judge } from "../evaluation/judge.ts";
import { acceptedEntries, type LabelledQuestion } from "../evaluation/labelled.ts";
import { type Outcome, outcomeOf, outcomes, worthOf } from "../evaluation/outcome.ts";
import type { Renaming } from "./entries.ts";

/** A side as it is asked: what it says, and what it learnt. */
export interface Asked {
  readonly faq: Faq;
  readonly matcher: Matcher;
}

/** `file`: a labelled question; `entry`: an entry's canonical one; `former`: one that was that. */
export type Origin = "file" | "entry" | "former";

export interface Told {
  readonly decision: Decision;
  /** Absent where nothing says what would be right. */
  readonly outcome?: Outcome;
}

export interface QuestionChange {
  readonly text: string;
  readonly language: string;
  readonly origin: Origin;
  /** The entries that answer it. */
  readonly accepted: readonly string[];
  readonly from: Told;
  readonly to: Told;
}

export type Totals = Readonly<Record<Outcome, number>>;

export interface TotalsChange {
  readonly questions: number;
  /** Absent where there was no FAQ before. */
  readonly before?: Totals;
  readonly after: Totals;
}

export interface QuestionChanges {
  readonly worse: readonly QuestionChange[];
  readonly better: readonly QuestionChange[];
  /** Otherwise than before, but not for better or worse, or not known which. */
  readonly other: readonly QuestionChange[];
  readonly totals: { readonly labelled: TotalsChange; readonly own: TotalsChange };
  /** Labelled questions whose entries neither FAQ has. */
  readonly strangers: readonly LabelledQuestion[];
}

interface Question {
  readonly origin: Origin;
  readonly asked: LabelledQuestion;
}

interface Answered extends Question {
  readonly from: Told | undefined;
  readonly to: Told;
}

/**
 * An entry that was renamed is the same entry under either id, in labels as in answers, so that a
 * new name alone makes nothing better or worse.
 */
export function compareQuestions(
  before: Asked | undefined,
  after: Asked,
  labelled: readonly LabelledQuestion[],
  renamed: readonly Renaming[],
  onProgress: (share: number) => void = () => {},
): QuestionChanges {
  const newIds = new Map(renamed.map(({ from, to }) => [from, to]));
  const questions = questionsOf(before?.faq, after.faq, labelled).map((question) => ({
    ...question,
    asked: underNewIds(question.asked, newIds),
  }));
  const answered = questions.map(({ origin, asked }, index): Answered => {
    onProgress((index + 1) / questions.length);
    const tell = (matcher: Matcher): Told => {
      const judged = judge(asked, matcher);
      const decision = decisionUnderNewIds(judged.decision, newIds);
      return origin === "former"
        ? { decision }
        : { decision, outcome: outcomeOf({ question: asked, decision }) };
    };
    return { origin, asked, from: before && tell(before.matcher), to: tell(after.matcher) };
  });
  const changes = answered.flatMap(changeOf);
  const known = new Set([...(before?.faq.entries ?? []), ...after.faq.entries].map(({ id }) => id));
  return {
    worse: changes.filter((change) => gainOf(change) < 0),
    better: changes.filter((change) => gainOf(change) > 0),
    other: changes.filter((change) => gainOf(change) === 0),
    totals: { labelled: totalsOf(answered, "file"), own: totalsOf(answered, "entry") },
    strangers: labelled.filter((question) => {
      const accepted = acceptedEntries(question);
      return accepted.length > 0 && !accepted.some((id) => known.has(id));
    }),
  };
}

function questionsOf(
  before: Faq | undefined,
  after: Faq,
  labelled: readonly LabelledQuestion[],
): Question[] {
  const own = ownQuestions(after);
  const known = new Set([...labelled, ...own].map(({ text }) => text));
  const former = before ? ownQuestions(before).filter(({ text }) => !known.has(text)) : [];
  return [
    ...labelled.map((asked): Question => ({ origin: "file", asked })),
    ...own.map((asked): Question => ({ origin: "entry", asked })),
    ...former.map((asked): Question => ({ origin: "former", asked })),
  ];
}

/** Each canonical question once, also where two languages share it. */
function ownQuestions({ entries }: Faq): LabelledQuestion[] {
  const byText = new Map<string, LabelledQuestion>();
  for (const { id, question } of entries) {
    for (const [lang, text] of Object.entries(question)) {
      if (text !== "" && !byText.has(text)) byText.set(text, { text, lang, topic: id });
    }
  }
  return [...byText.values()];
}

function underNewIds(asked: LabelledQuestion, newIds: ReadonlyMap<string, string>) {
  const named = (id: string) => newIds.get(id) ?? id;
  const { topic, also_ok } = asked;
  return {
    ...asked,
    topic: topic === null || topic === undefined ? null : named(topic),
    also_ok: also_ok?.map(named) ?? null,
  };
}

function decisionUnderNewIds(decision: Decision, newIds: ReadonlyMap<string, string>): Decision {
  const named = (id: string) => newIds.get(id) ?? id;
  if (decision.kind === "answer") return { ...decision, entry: named(decision.entry) };
  if (decision.kind === "suggest") {
    const [first, ...others] = decision.entries;
    return { ...decision, entries: [named(first), ...others.map(named)] };
  }
  return decision;
}

function changeOf({ origin, asked, from, to }: Answered): QuestionChange[] {
  if (!from || (from.outcome === to.outcome && doesAlike(from.decision, to.decision))) return [];
  const { text, lang } = asked;
  return [{ text, language: lang, origin, accepted: acceptedEntries(asked), from, to }];
}

/** Which entries are suggested beside a fitting one, and in which order, shifts with every edit. */
function doesAlike(a: Decision, b: Decision): boolean {
  if (a.kind === "answer" && b.kind === "answer") return a.entry === b.entry;
  if (a.kind === "smalltalk" && b.kind === "smalltalk") return a.smalltalk === b.smalltalk;
  return a.kind === b.kind;
}

function gainOf({ from, to }: QuestionChange): number {
  if (!from.outcome || !to.outcome) return 0;
  return worthOf(to.outcome) - worthOf(from.outcome);
}

function totalsOf(answered: readonly Answered[], origin: Origin): TotalsChange {
  const those = answered.filter((one) => one.origin === origin);
  const count = (list: readonly (Told | undefined)[]) =>
    Object.fromEntries(
      outcomes.map((outcome) => [outcome, list.filter((told) => told?.outcome === outcome).length]),
    ) as Record<Outcome, number>;
  const after = count(those.map(({ to }) => to));
  const hasBefore = those.some(({ from }) => from !== undefined);
  return {
    questions: those.length,
    ...(hasBefore && { before: count(those.map(({ from }) => from)) }),
    after,
  };
}
