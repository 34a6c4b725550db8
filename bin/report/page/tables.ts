// The tables of the report's page.
import { type Html, html, trusted } from "../../../functions/webhook/page/html.ts";
import { bar, type Part } from "./charts.ts";
import type { PageWords } from "./words.ts";

export interface BarRow {
  readonly label: string | Html;
  /** The bar's parts; their sum is the row's number. */
  readonly parts: readonly Part[];
}

export interface BarTable {
  readonly caption: string;
  /** What the rows are. */
  readonly head: string;
  readonly rows: readonly BarRow[];
  /** Shares are of this number; left out without it. */
  readonly all?: number;
  /** A last row for what may not be told. */
  readonly rest?: string;
}

/** Names, numbers, and a bar for each. */
export function barTable({ caption, head, rows, all, rest }: BarTable, words: PageWords): Html {
  const { texts, number, share } = words;
  const most = Math.max(...rows.map(sumOf), 1);
  const shareCell = (n: number) => (all === undefined ? nothing : html`<td>${share(n, all)}</td>`);
  const line = (label: string | Html, n: number, drawn: Html) =>
    html`<tr><th scope="row">${label}</th><td>${number(n)}</td>${shareCell(n)}<td class="drawn">${drawn}</td></tr>
`;
  return html`<table class="bars">
<caption class="unseen">${caption}</caption>
<thead><tr><th scope="col">${head}</th><th scope="col">${texts.number}</th>${all === undefined ? nothing : html`<th scope="col">${texts.share}</th>`}<th scope="col" class="drawn"><span class="unseen">${texts.chart}</span></th></tr></thead>
<tbody>
${rows.map((row) => line(row.label, sumOf(row), bar(row.parts, most)))}${rest === undefined ? nothing : line(rest, 0, nothing)}</tbody>
</table>
`;
}

export interface PlainTable {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [string | Html, ...string[]])[];
}

/** Many numbers; where the screen is narrow it moves sideways in its own frame. */
export function plainTable({ id, caption, columns, rows }: PlainTable): Html {
  const captionId = `${id}-caption`;
  return html`<div class="frame" role="region" aria-labelledby="${captionId}" tabindex="0">
<table>
<caption class="unseen" id="${captionId}">${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([
    name,
    ...cells
  ]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>
</div>
`;
}

/** Folded away on a screen, open on paper. */
export function folded(title: string, content: Html): Html {
  return html`<details>
<summary>${title}</summary>
${content}</details>
`;
}

export const nothing = trusted("");

function sumOf({ parts }: BarRow): number {
  return parts.reduce((sum, { n }) => sum + n, 0);
}
