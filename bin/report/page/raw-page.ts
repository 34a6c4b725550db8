// Exact counts as a page.
import { html } from "../../../functions/webhook/page/html.ts";
import type { ReportTable } from "../report.ts";
import { writeDocument } from "./document.ts";
import { type PageLanguage, pageTexts } from "./languages.ts";
import { plainTable } from "./tables.ts";

export function rawPage({ columns, rows }: ReportTable, language: PageLanguage): string {
  const { rawTitle, rawNote } = pageTexts[language];
  const table = plainTable({
    id: "counts",
    caption: rawTitle,
    columns,
    rows: rows.map(([first = "", ...cells]): [string, ...string[]] => [
      String(first),
      ...cells.map(String),
    ]),
  });
  return writeDocument({
    language,
    title: rawTitle,
    body: html`<header>
<h1>${rawTitle}</h1>
<p>${rawNote}</p>
</header>
<main class="raw">
${table}</main>
`,
  });
}
