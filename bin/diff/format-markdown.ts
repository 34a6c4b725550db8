// A difference as the comment of a pull request: a short summary, the lists folded away.
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import type { Broken, Compared } from "./compare.ts";
import { clip, escapeMarkdown } from "./escape-markdown.ts";
import { groupTotals, type Items, type Markup, type Section, sectionsOf } from "./sections.ts";
import {
  summaryOf,
  tellBroken,
  tellDecision,
  tellLabel,
  tellLanguage,
  tellRival,
  totalsRows,
} from "./wording.ts";

/** Stands first, so that whoever writes the comment finds it again. Nothing escaped can hold it. */
export const commentMark = "<!-- faq diff -->";

/** GitHub takes 65,536 characters; the rest is room for what is put around it. */
export const maxCommentLength = 60_000;

const maxTextCharacters = 400;
const text = (words: string) => escapeMarkdown(clip(words, maxTextCharacters));

const markup: Markup = {
  plain: text,
  removed: (words) => `<del>${text(words)}</del>`,
  added: (words) => `<ins>${text(words)}</ins>`,
  maxPieces: 60,
};

/** A changed entry may have many lines; as an item of a list that is cut, it must end somewhere. */
const maxLines = 24;

/** Each a whole list item, however many lines. */
const items: Items = {
  question: (change) => {
    const about = text(`(${tellLanguage(change)}; ${tellLabel(change)})`);
    const told = `${text(tellDecision(change.from))} → ${text(tellDecision(change.to))}`;
    return `- “${text(change.text)}” ${about}<br>${told}`;
  },
  rival: (rival) => {
    const { phrasing } = rival;
    return `- “${text(phrasing.text)}” ${text(`(${phrasing.language})`)}<br>${text(tellRival(rival))}`;
  },
  entry: (name, changes) => {
    const more = changes.length - maxLines;
    return [
      `- **${text(name)}**`,
      ...changes.slice(0, maxLines).map((line) => `  - ${line}`),
      ...(more > 0 ? [`  - and ${more} more`] : []),
    ].join("\n");
  },
  name: ({ id, category, question }) => `- **${text(`${category}/${id}`)}** ${text(question)}`,
  line: (written) => `- ${written}`,
};

const title = `${commentMark}\n### What this does to the FAQ`;

export function brokenAsMarkdown({ sides }: Broken): string {
  const sections = sides.map(
    ({ name, problems }): Section => ({
      title: tellBroken(text(name), problems),
      items: problems.map((problem) => items.line(text(formatProblem(problem)))),
      isUrgent: true,
    }),
  );
  return assemble([title], sections);
}

export function comparedAsMarkdown(difference: Compared): string {
  const { before, notes } = difference;
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const totals = groupTotals(difference).map(({ name, change }) =>
    [row([name, "before", "after", ""]), "|---|--:|--:|--:|", ...totalsRows(change).map(row)].join(
      "\n",
    ),
  );
  const head = [
    title,
    text(summaryOf(difference)),
    `Compared with ${text(before.revision)} (${text(before.commit.slice(0, 10))}).`,
    ...notes.map(text),
    ...totals,
  ];
  return assemble(head, sectionsOf(difference, markup, items));
}

/** What frames a section, and the line on what was left out. */
const frameLength = 400;

/** Each section may take half of what is left, so that a long one leaves room for those after it. */
function assemble(head: readonly string[], sections: readonly Section[]): string {
  const parts = [...head];
  let left = maxCommentLength - parts.join("\n\n").length - sections.length * frameLength;
  for (const section of sections) {
    const { kept, length } = keepWithin(section.items, Math.floor(left / 2));
    left -= length;
    parts.push(fold(section, kept));
  }
  return parts.join("\n\n");
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

function fold({ title, items, isUrgent }: Section, kept: readonly string[]): string {
  const more = items.length - kept.length;
  return [
    `<details${isUrgent ? " open" : ""}><summary>${title} (${items.length})</summary>`,
    [...kept, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
    "</details>",
  ].join("\n\n");
}
