// Questions per day, week or month, as columns and as a table.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { questionColumns } from "../cells.ts";
import type { Overview, Period } from "../overview.ts";
import { sum } from "../totals.ts";
import { columns, roundTop } from "./charts.ts";
import { legend } from "./legend.ts";
import { section } from "./section.ts";
import { folded, plainTable } from "./tables.ts";
import type { PageWords } from "./words.ts";

export function periodsSection({ unit, periods }: Overview, words: PageWords): Html {
  const { texts, number, day, shortDay } = words;
  const title = texts.periodsTitle[unit];
  const most = Math.max(0, ...periods.map(questionsIn));
  if (most === 0) return section("periods", title, html`<p>${texts.periodsNone}</p>`);

  const top = roundTop(most);
  const busiest = periods.find((period) => questionsIn(period) === most);
  const description = texts.most[unit](number(most), day(busiest?.from ?? ""));
  const stacks = periods.map(({ totals }) =>
    questionColumns.map((kind) => ({ kind, n: totals[kind] })),
  );
  const rows = periods.map(({ from, totals }): [string, ...string[]] => [
    day(from),
    ...questionColumns.map((kind) => number(totals[kind])),
  ]);
  const table = plainTable({
    id: "periods",
    caption: texts.asTable,
    columns: [texts.period[unit], ...questionColumns.map((kind) => texts.columns[kind])],
    rows,
  });
  return section(
    "periods",
    title,
    html`<p>${texts.periodsNote[unit]}</p>
<figure>
<div class="plot">
<div class="axis" aria-hidden="true"><span>${number(top)}</span><span>${number(top / 2)}</span><span>0</span></div>
${columns(stacks, top, { id: "periods-chart", title, description })}
<div class="dates" aria-hidden="true">${marks(periods).map(({ from }) => html`<span>${shortDay(from)}</span>`)}</div>
</div>
<figcaption>${legend(questionColumns, words)}${description}</figcaption>
</figure>
${folded(texts.asTable, table)}`,
  );
}

function questionsIn({ totals }: Period): number {
  return sum(questionColumns.map((kind) => totals[kind]));
}

/** The first, the middle and the last, as far as they differ. */
function marks(periods: readonly Period[]): Period[] {
  const places = [0, (periods.length - 1) / 2, periods.length - 1].filter(Number.isInteger);
  return [...new Set(places)].map((at) => periods[at]).filter((period) => period !== undefined);
}
