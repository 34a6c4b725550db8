// The words that every format for people uses, each without markup.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { Decision } from "../../functions/webhook/matching/decide.ts";
import type { Thresholds } from "../../functions/webhook/matching/model.ts";
import type { Outcome } from "../evaluation/outcome.ts";
import { numbered } from "../numbered.ts";
import { percent } from "../percent.ts";
import type { Rival } from "../rivals/rivals.ts";
import type { Compared } from "./compare.ts";
import type { EntryChange, ValueChange } from "./entries.ts";
import type { QuestionChange, Told, TotalsChange } from "./questions.ts";
import type { PairChange } from "./rivalry.ts";

const outcomeNames: Readonly<Record<Outcome, string>> = {
  right: "answered rightly",
  quiet: "rightly not answered",
  suggested: "right entry suggested",
  missed: "missed",
  wrong: "answered wrongly",
};

/** A side that nothing can be asked of. */
export function tellBroken(name: string, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `The FAQ in ${name} can't be used: ${numbered(errors, "problem")}`;
}

/** What the bot does, and how good that is. */
export function tellDecision({ decision, outcome }: Told): string {
  const worth: Partial<Record<Outcome, string>> = { right: " (right)", wrong: " (wrong)" };
  return `${whatIsDone(decision)}${(outcome && worth[outcome]) ?? ""}`;
}

function whatIsDone(decision: Decision): string {
  switch (decision.kind) {
    case "answer":
      return `answers ${decision.entry}`;
    case "suggest":
      return `suggests ${decision.entries.join(", ")}`;
    case "smalltalk":
      return `small talk: ${decision.smalltalk}`;
    case "fallback":
      return "has no answer";
  }
}

/** `und`, BCP 47's word for a text that is in no language, is nobody's. */
export function tellLanguage({ language }: QuestionChange): string {
  return language === "und" ? "in no language" : language;
}

/** What should be answered, or why nobody can say. */
export function tellLabel({ origin, accepted }: QuestionChange): string {
  if (origin === "former") return "no longer the question of an entry";
  if (accepted.length === 0) return "nothing should be answered";
  const entries = accepted.join(" or ");
  return origin === "entry" ? `the question of ${entries}` : `should be ${entries}`;
}

export function tellValue({ what, from, to }: ValueChange): string {
  return `${what}: ${from || "none"} → ${to || "none"}`;
}

export function tellPhrasings({ phrasings: { added, removed } }: EntryChange): string {
  const parts = [...(added ? [`${added} added`] : []), ...(removed ? [`${removed} removed`] : [])];
  return `ways of asking: ${parts.join(", ")}`;
}

/** A phrasing's rival, and for the sake of what. */
export function tellRival({ entry, rival, closest }: Rival): string {
  return `${entry}'s, but nearer to ${rival}: "${closest.text}"`;
}

export function tellPair({ from, to, before, after }: PairChange): string {
  return `${to} would take ${after} of ${from}'s phrasings, were each not listed (before: ${before})`;
}

const thresholdNames: Readonly<Record<keyof Thresholds, string>> = {
  answer: "an answer needs a confidence of",
  suggest: "suggestions need a reach of",
};

/** A line for each threshold that is not what it was, to a tenth of a percent. */
export function tellThresholds({ thresholds: { before, after } }: Compared): string[] {
  if (!before) return [];
  const names = Object.entries(thresholdNames) as [keyof Thresholds, string][];
  return names.flatMap(([name, words]) => {
    const [from, to] = [percent(before[name]), percent(after[name])];
    return from === to ? [] : [`${words} ${to} (before: ${from})`];
  });
}

/** The whole in a sentence or two. */
export function summaryOf({ before, entries, bot, shared, questions }: Compared): string {
  if (!before.wasThere) {
    return `There was no FAQ here at ${before.revision}, so everything is new: ${numbered(entries.added.length, "entry", "entries")}.`;
  }
  const edits = [
    ...count(entries.changed.length, "changed"),
    ...count(entries.added.length, "added"),
    ...count(entries.removed.length, "removed"),
    ...count(entries.renamed.length, "renamed"),
  ];
  const parts = [
    ...(edits.length > 0 ? [`entries: ${edits.join(", ")}`] : []),
    ...(bot.length > 0 ? [`${numbered(bot.length, "text")} of the bot itself changed`] : []),
    ...(shared.words ? ["words.yaml changed"] : []),
    ...(shared.offtopic ? ["offtopic.yaml changed"] : []),
    ...(shared.smalltalk ? ["ways to make small talk changed"] : []),
  ];
  const content = parts.length > 0 ? capital(`${parts.join("; ")}.`) : "No entry changed.";
  const moved = [
    ...count(questions.worse.length, "worse"),
    ...count(questions.better.length, "better"),
    ...count(questions.other.length, "otherwise"),
  ];
  const answers =
    moved.length > 0
      ? `Questions that go otherwise than before: ${moved.join(", ")}.`
      : "Every question goes as before.";
  return `${content} ${answers}`;

  function count(n: number, what: string): string[] {
    return n > 0 ? [`${n} ${what}`] : [];
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Rows for a table: an outcome, how many before and after, and the difference. */
export function totalsRows({ before, after }: TotalsChange): string[][] {
  const names = Object.entries(outcomeNames) as [Outcome, string][];
  return names
    .filter(([outcome]) => (before?.[outcome] ?? 0) + after[outcome] > 0)
    .map(([outcome, name]) => {
      const was = before?.[outcome];
      const gain = was === undefined ? 0 : after[outcome] - was;
      const sign = gain === 0 ? "" : gain > 0 ? `+${gain}` : `−${-gain}`;
      return [name, was === undefined ? "–" : String(was), String(after[outcome]), sign];
    });
}
