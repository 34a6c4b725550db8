// How it went: answered, suggested, not known; helpful or not.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { type ColumnName, questionColumns } from "../cells.ts";
import type { Overview } from "../overview.ts";
import { sum } from "../totals.ts";
import { dividedBar } from "./charts.ts";
import { section } from "./section.ts";
import { barTable } from "./tables.ts";
import type { PageWords } from "./words.ts";

export function outcomesSection({ totals }: Overview, words: PageWords): Html {
  const { outcomesTitle, outcomesNote, outcome } = words.texts;
  const content = division("outcomes", outcomesTitle, outcome, questionColumns, totals, words);
  return section(
    "outcomes",
    outcomesTitle,
    html`<p>${outcomesNote}</p>
${content ?? html``}`,
  );
}

export function feedbackSection({ totals }: Overview, words: PageWords): Html {
  const { feedbackTitle, feedbackNone, feedback } = words.texts;
  const said = ["helpful", "unhelpful"] as const;
  const content = division("feedback", feedbackTitle, feedback, said, totals, words);
  return section("feedback", feedbackTitle, content ?? html`<p>${feedbackNone}</p>`);
}

/** A divided bar above the numbers that it is made of; nothing where there are none. */
function division(
  id: string,
  title: string,
  head: string,
  columns: readonly ColumnName[],
  totals: Overview["totals"],
  words: PageWords,
): Html | undefined {
  const parts = columns.map((kind) => ({ kind, n: totals[kind] }));
  const all = sum(parts.map(({ n }) => n));
  if (all === 0) return undefined;
  const { texts, number, share } = words;
  const description = parts
    .map(({ kind, n }) => `${texts.columns[kind]}: ${number(n)} (${share(n, all)})`)
    .join("; ");
  const rows = parts.map(({ kind, n }) => ({
    label: texts.columns[kind],
    parts: [{ kind, n }],
  }));
  return html`${dividedBar(parts, { id: `${id}-chart`, title, description })}
${barTable({ caption: title, head, rows, all }, words)}`;
}
