// Which entries people asked about: the most asked as bars, all of them as a table.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { columnNames, questionColumns } from "../cells.ts";
import type { ShownEntry } from "../entries.ts";
import type { Overview } from "../overview.ts";
import { few } from "../report.ts";
import { sum } from "../totals.ts";
import { legend } from "./legend.ts";
import { section } from "./section.ts";
import { barTable, folded, nothing, plainTable } from "./tables.ts";
import type { PageWords } from "./words.ts";

const mostTop = 10;

export function askedSection({ entries }: Overview, words: PageWords): Html {
  const { texts } = words;
  const top = entries.loud
    .filter((entry) => questionsOn(entry) > 0)
    .sort((a, b) => questionsOn(b) - questionsOn(a))
    .slice(0, mostTop)
    .map(({ entry, shown }) => ({
      label: name(entry, words),
      parts: questionColumns.map((kind) => ({ kind, n: shown[kind] })),
    }));
  const bars = barTable({ caption: texts.topTitle, head: texts.entry, rows: top }, words);
  return section(
    "asked",
    texts.topTitle,
    html`${
      top.length === 0
        ? html`<p>${texts.topNone}</p>`
        : html`<p>${texts.topNote}</p>
${legend(questionColumns, words)}${bars}`
    }
${folded(texts.allEntries, table(entries, words))}`,
  );
}

function table({ loud, quiet }: Overview["entries"], words: PageWords): Html {
  const { texts, number } = words;
  const rows = loud.map(({ entry, shown }): [Html, ...string[]] => [
    name(entry, words),
    ...columnNames.map((column) => number(shown[column])),
  ]);
  const rest: [string, ...string[]][] =
    quiet.length === 0 ? [] : [[texts.moreEntries(quiet.length), ...columnNames.map(() => few)]];
  return plainTable({
    id: "entries",
    caption: texts.allEntries,
    columns: [texts.entry, ...columnNames.map((column) => texts.columns[column])],
    rows: [...rows, ...rest],
  });
}

/** The question, with the id beneath. */
export function name(entry: string, { entryName }: PageWords): Html {
  const written = entryName(entry);
  const isNamed = written !== entry && entry !== "-";
  return html`${written}${isNamed ? html`<span class="id">${entry}</span>` : nothing}`;
}

function questionsOn({ shown }: ShownEntry): number {
  return sum(questionColumns.map((column) => shown[column]));
}
