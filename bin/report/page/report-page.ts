// The report as a page to look at, to send and to print.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { faqCommand } from "../../../lib/faq-command.ts";
import { questionColumns } from "../cells.ts";
import type { KnownFaq } from "../known-faq.ts";
import type { Overview } from "../overview.ts";
import type { Uncounted } from "../uncounted.ts";
import { askedSection } from "./asked.ts";
import { channelsSection, languagesSection, pickedSection } from "./divided.ts";
import { writeDocument } from "./document.ts";
import { lacksSection } from "./lacks.ts";
import type { PageLanguage } from "./languages.ts";
import { notesSection } from "./notes.ts";
import { feedbackSection, outcomesSection } from "./outcomes.ts";
import { periodsSection } from "./periods.ts";
import { section } from "./section.ts";
import { type PageWords, pageWords } from "./words.ts";

export interface ReportPage {
  readonly overview: Overview;
  readonly uncounted: Uncounted;
  readonly known: KnownFaq;
  readonly language: PageLanguage;
}

export function reportPage({ overview, uncounted, known, language }: ReportPage): string {
  const words = pageWords(language, known);
  const { texts, day } = words;
  const { from, to } = overview.days;
  const name = known.name?.[language] ?? "";
  const sections = isEmpty(overview)
    ? [emptySection(from, words)]
    : [
        html`<div class="pair">
${outcomesSection(overview, words)}${feedbackSection(overview, words)}</div>
`,
        periodsSection(overview, words),
        lacksSection(overview, known, words),
        askedSection(overview, words),
        html`<div class="pair">
${languagesSection(overview, words)}${channelsSection(overview, words)}</div>
`,
        pickedSection(overview, words),
      ];
  return writeDocument({
    language,
    title: [name, texts.title].filter(Boolean).join(": "),
    body: html`<a class="skip" href="#numbers">${texts.skip}</a>
<header>
${
  name === ""
    ? html``
    : html`<p class="name">${name}</p>
`
}<h1>${texts.title}</h1>
<p class="days">${texts.days(day(from), day(to))}</p>
</header>
<main id="numbers" tabindex="-1">
${isEmpty(overview) ? html`` : figures(overview, words)}${sections}${notesSection(overview, uncounted, words)}</main>
`,
  });
}

/** Nothing may be told of any entry, and of no total. */
function isEmpty({ totals, entries }: Overview): boolean {
  return entries.loud.length === 0 && Object.values(totals).every((n) => n === 0);
}

function emptySection(from: string, { texts }: PageWords): Html {
  return section(
    "empty",
    texts.emptyTitle,
    html`${texts.empty.map(
      (sentence) => html`<p>${sentence}</p>
`,
    )}<p>${texts.emptyTry}</p>
<pre><code>npm start</code></pre>
<p>${texts.emptyEarlier}</p>
<pre><code>${faqCommand(`counts --format html --output report.html --from ${earlier(from)}`)}</code></pre>
`,
  );
}

/** A season before. */
function earlier(day: string): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() - 90);
  return date.toISOString().slice(0, 10);
}

/** The numbers that are looked for first. */
function figures({ totals, questions }: Overview, { texts, number }: PageWords): Html {
  const all: [string, string, number][] = [
    ["", texts.questions, questions],
    ...questionColumns.map((kind): [string, string, number] => [
      kind,
      texts.columns[kind],
      totals[kind],
    ]),
  ];
  return html`<dl class="figures">
${all.map(
  ([
    kind,
    label,
    n,
  ]) => html`<div><dt>${kind === "" ? html`` : html`<span class="key ${kind}"></span>`}${label}</dt><dd>${number(n)}</dd></div>
`,
)}</dl>
`;
}
