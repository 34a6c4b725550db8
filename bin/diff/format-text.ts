// A difference as text for the terminal.
import type { Source } from "../../functions/webhook/faq/faq.ts";
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import { numbered } from "../numbered.ts";
import type { Rival } from "../rivals/rivals.ts";
import { formatTable } from "../table.ts";
import type { Broken, Compared } from "./compare.ts";
import type { EntryChange, EntryName, TextChange } from "./entries.ts";
import type { QuestionChange } from "./questions.ts";
import { excerptOf } from "./word-diff.ts";
import {
  groupNames,
  summaryOf,
  tellDecision,
  tellLabel,
  tellPair,
  tellPhrasings,
  tellRival,
  tellThresholds,
  tellValue,
  totalsRows,
} from "./wording.ts";

export function brokenAsText({ sides }: Broken): string {
  return sides
    .flatMap(({ name, problems }) => [
      ...problems.map(formatProblem),
      `The FAQ in ${name} can't be used: ${numbered(problems.filter(({ severity }) => severity === "error").length, "problem")}.`,
    ])
    .map(visible)
    .join("\n");
}

export function comparedAsText(difference: Compared): string {
  const { before, entries, bot, questions, rivalry, notes } = difference;
  const sections: [string, string[]][] = [
    ["Worse", questions.worse.map(questionLines)],
    ["Better", questions.better.map(questionLines)],
    ["Otherwise", questions.other.map(questionLines)],
    ["New rivals", rivalry.added.map(rivalLines)],
    ["Rivals no more", rivalry.removed.map(rivalLines)],
    ["Entries that compete otherwise", rivalry.pairs.map((pair) => `  ${tellPair(pair)}`)],
    ["Thresholds", tellThresholds(difference).map((line) => `  ${line}`)],
    ["Entries changed", entries.changed.map(entryLines)],
    ["Entries added", entries.added.map(nameLine)],
    ["Entries removed", entries.removed.map(nameLine)],
    ["Entries renamed, it seems", entries.renamed.map(({ from, to }) => `  ${from} → ${to}`)],
    ["Texts of the bot itself", bot.map((change) => `  ${textLine(change)}`)],
  ];
  const told = sections
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => [`${title} (${items.length})`, ...items].join("\n"));
  const head = `${before.revision} (${before.commit.slice(0, 10)}) → the working tree`;
  return [head, summaryOf(difference), ...notes, ...told, ...totals(difference)]
    .map(visible)
    .join("\n\n");
}

function totals({ questions }: Compared): string[] {
  return (["labelled", "own"] as const)
    .map((group) => ({ group, change: questions.totals[group] }))
    .filter(({ change }) => change.questions > 0)
    .map(({ group, change }) =>
      formatTable(
        [`${change.questions} ${groupNames[group]}`, "before", "after", "change"],
        totalsRows(change),
      ),
    );
}

function questionLines(change: QuestionChange): string {
  const { text, language, from, to } = change;
  return `  "${text}" (${language}; ${tellLabel(change)})\n    ${tellDecision(from)} → ${tellDecision(to)}`;
}

function rivalLines(rival: Rival): string {
  return `  "${rival.phrasing.text}" (${rival.phrasing.language})\n    ${tellRival(rival)}`;
}

function nameLine({ id, category, question }: EntryName): string {
  return `  ${category}/${id}: ${question}`;
}

function entryLines(change: EntryChange): string {
  const { id, texts, sources, values, phrasings } = change;
  const lines = [
    ...texts.map(textLine),
    ...sources.removed.map((source) => `source: [-${sourceText(source)}-]`),
    ...sources.added.map((source) => `source: {+${sourceText(source)}+}`),
    ...values.map(tellValue),
    ...(phrasings.added + phrasings.removed > 0 ? [tellPhrasings(change)] : []),
  ];
  return [`  ${id}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

function sourceText({ title, url }: Source): string {
  return url === undefined ? title : `${title} ${url}`;
}

/** Words taken out and put in, marked as `git diff --word-diff` marks them. */
function textLine({ what, language, words }: TextChange): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  const pieces = excerptOf(words).map(({ kind, text }) => {
    const [open, close] = marks[kind];
    return `${open}${text}${close}`;
  });
  const isSpaceOnly = words.every(({ kind }) => kind === "same");
  return `${what} (${language}): ${isSpaceOnly ? "only spaces changed" : pieces.join(" ")}`;
}

/** A question from a file must not be able to steer the terminal, or to turn the line round. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\n" ? character : "�",
  );
}
