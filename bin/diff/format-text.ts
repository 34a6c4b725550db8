// A difference as text for the terminal.
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import { formatTable } from "../table.ts";
import { visible } from "../visible.ts";
import type { Broken, Compared } from "./compare.ts";
import { groupTotals, type Items, type Markup, sectionsOf } from "./sections.ts";
import {
  summaryOf,
  tellBroken,
  tellDecision,
  tellLabel,
  tellLanguage,
  tellRival,
  totalsRows,
} from "./wording.ts";

export function brokenAsText({ sides }: Broken): string {
  return sides
    .flatMap(({ name, problems }) => [
      ...problems.map(formatProblem),
      `${tellBroken(name, problems)}.`,
    ])
    .map(visible)
    .join("\n");
}

/** Words taken out and put in are marked as `git diff --word-diff` marks them. */
const markup: Markup = {
  plain: (words) => words,
  removed: (words) => `[-${words}-]`,
  added: (words) => `{+${words}+}`,
  maxPieces: Number.POSITIVE_INFINITY,
};

const items: Items = {
  question: (change) => {
    const { text, from, to } = change;
    return `  "${text}" (${tellLanguage(change)}; ${tellLabel(change)})\n    ${tellDecision(from)} → ${tellDecision(to)}`;
  },
  rival: (rival) =>
    `  "${rival.phrasing.text}" (${rival.phrasing.language})\n    ${tellRival(rival)}`,
  entry: (name, changes) => [`  ${name}`, ...changes.map((line) => `    ${line}`)].join("\n"),
  name: ({ id, category, question }) => `  ${category}/${id}: ${question}`,
  line: (written) => `  ${written}`,
};

export function comparedAsText(difference: Compared): string {
  const { before, notes } = difference;
  const head = `${before.revision} (${before.commit.slice(0, 10)}) → the working tree`;
  const sections = sectionsOf(difference, markup, items).map(({ title, items }) =>
    [`${title} (${items.length})`, ...items].join("\n"),
  );
  const totals = groupTotals(difference).map(({ name, change }) =>
    formatTable([name, "before", "after", "change"], totalsRows(change)),
  );
  return [head, summaryOf(difference), ...notes, ...sections, ...totals].map(visible).join("\n\n");
}
