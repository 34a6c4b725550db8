// A difference as the comment of a pull request: a short summary, the lists folded away.
import type { Source } from "../../functions/webhook/faq/faq.ts";
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import { numbered } from "../numbered.ts";
import type { Rival } from "../rivals/rivals.ts";
import type { Broken, Compared } from "./compare.ts";
import type { EntryChange, EntryName, TextChange } from "./entries.ts";
import { clip, escapeMarkdown } from "./escape-markdown.ts";
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

/** Stands first, so that whoever writes the comment finds it again. Nothing escaped can hold it. */
export const commentMark = "<!-- faq diff -->";

/** GitHub takes 65,536 characters; the rest is room for what is put around it. */
export const maxCommentLength = 60_000;

const maxTextCharacters = 400;
const text = (words: string) => escapeMarkdown(clip(words, maxTextCharacters));

interface Section {
  readonly title: string;
  /** Each a whole list item, however many lines. */
  readonly items: readonly string[];
  readonly isOpen?: boolean;
}

export function brokenAsMarkdown({ sides }: Broken): string {
  const sections = sides.map(({ name, problems }): Section => {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    return {
      title: `The FAQ in ${text(name)} can't be used: ${numbered(errors, "problem")}`,
      items: problems.map((problem) => `- ${text(formatProblem(problem))}`),
      isOpen: true,
    };
  });
  return assemble([`${commentMark}\n### What this does to the FAQ`], sections);
}

export function comparedAsMarkdown(difference: Compared): string {
  const { before, entries, bot, questions, rivalry, notes } = difference;
  const head = [
    `${commentMark}\n### What this does to the FAQ`,
    text(summaryOf(difference)),
    `Compared with ${text(before.revision)} (${text(before.commit.slice(0, 10))}).`,
    ...notes.map(text),
    ...totals(difference),
  ];
  return assemble(head, [
    { title: "Worse", items: questions.worse.map(questionItem), isOpen: true },
    { title: "Better", items: questions.better.map(questionItem) },
    { title: "Otherwise", items: questions.other.map(questionItem) },
    { title: "New rivals", items: rivalry.added.map(rivalItem) },
    { title: "Rivals no more", items: rivalry.removed.map(rivalItem) },
    {
      title: "Entries that compete otherwise",
      items: rivalry.pairs.map((pair) => `- ${text(tellPair(pair))}`),
    },
    { title: "Thresholds", items: tellThresholds(difference).map((line) => `- ${text(line)}`) },
    { title: "Entries changed", items: entries.changed.map(entryItem) },
    { title: "Entries added", items: entries.added.map(nameItem) },
    { title: "Entries removed", items: entries.removed.map(nameItem) },
    {
      title: "Entries renamed, it seems",
      items: entries.renamed.map(({ from, to }) => `- ${text(from)} → ${text(to)}`),
    },
    { title: "Texts of the bot itself", items: bot.map((change) => `- ${textChange(change)}`) },
  ]);
}

/** What frames a section, and the line on what was left out. */
const frameLength = 400;

/** Each section may take half of what is left, so that a long one leaves room for those after it. */
function assemble(head: readonly string[], sections: readonly Section[]): string {
  const told = sections.filter(({ items }) => items.length > 0);
  const parts = [...head];
  let left = maxCommentLength - parts.join("\n\n").length - told.length * frameLength;
  for (const section of told) {
    const { kept, length } = keepWithin(section.items, Math.floor(left / 2));
    left -= length;
    parts.push(fold(section, kept));
  }
  return `${parts.join("\n\n")}`;
}

function keepWithin(items: readonly string[], room: number): { kept: string[]; length: number } {
  const kept: string[] = [];
  let length = 0;
  for (const item of items) {
    if (length + item.length + 1 > room) continue;
    kept.push(item);
    length += item.length + 1;
  }
  return { kept, length };
}

function fold({ title, items, isOpen }: Section, kept: readonly string[]): string {
  const more = items.length - kept.length;
  return [
    `<details${isOpen ? " open" : ""}><summary>${title} (${items.length})</summary>`,
    [...kept, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
    "</details>",
  ].join("\n\n");
}

function totals({ questions }: Compared): string[] {
  const groups = (["labelled", "own"] as const).filter(
    (group) => questions.totals[group].questions > 0,
  );
  return groups.map((group) => {
    const change = questions.totals[group];
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [
      row([`${change.questions} ${groupNames[group]}`, "before", "after", ""]),
      "|---|--:|--:|--:|",
      ...totalsRows(change).map(row),
    ].join("\n");
  });
}

function questionItem(change: QuestionChange): string {
  const about = text(`(${change.language}; ${tellLabel(change)})`);
  const told = `${text(tellDecision(change.from))} → ${text(tellDecision(change.to))}`;
  return `- “${text(change.text)}” ${about}<br>${told}`;
}

function rivalItem(rival: Rival): string {
  const { phrasing } = rival;
  return `- “${text(phrasing.text)}” ${text(`(${phrasing.language})`)}<br>${text(tellRival(rival))}`;
}

function nameItem({ id, category, question }: EntryName): string {
  return `- **${text(`${category}/${id}`)}** ${text(question)}`;
}

/** A change may have many parts; as an item of a list that is cut, it must end somewhere. */
const maxLines = 24;

function entryItem(change: EntryChange): string {
  const { id, texts, sources, values, phrasings } = change;
  const lines = [
    ...texts.map(textChange),
    ...sources.removed.map((source) => `source: <del>${text(sourceText(source))}</del>`),
    ...sources.added.map((source) => `source: <ins>${text(sourceText(source))}</ins>`),
    ...values.map((value) => text(tellValue(value))),
    ...(phrasings.added + phrasings.removed > 0 ? [text(tellPhrasings(change))] : []),
  ];
  const more = lines.length - maxLines;
  return [
    `- **${text(id)}**`,
    ...lines.slice(0, maxLines).map((line) => `  - ${line}`),
    ...(more > 0 ? [`  - and ${more} more`] : []),
  ].join("\n");
}

function sourceText({ title, url }: Source): string {
  return url === undefined ? title : `${title} ${url}`;
}

const maxPieces = 60;

function textChange({ what, language, words }: TextChange): string {
  const about = text(`${what} (${language}):`);
  if (words.every(({ kind }) => kind === "same")) return `${about} only spaces changed`;
  const tags = { same: undefined, removed: "del", added: "ins" } as const;
  const all = excerptOf(words).map((piece) => {
    const tag = tags[piece.kind];
    return tag ? `<${tag}>${text(piece.text)}</${tag}>` : text(piece.text);
  });
  return [about, ...all.slice(0, maxPieces), ...(all.length > maxPieces ? ["…"] : [])].join(" ");
}
