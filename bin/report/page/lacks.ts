// What the FAQ lacks, with the command to look closer.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { faqCommand } from "../../../lib/faq-command.ts";
import { shellWord } from "../../shell-word.ts";
import type { KnownFaq } from "../known-faq.ts";
import { type Lack, lacksIn, signs } from "../lacks.ts";
import type { Overview } from "../overview.ts";
import { sum } from "../totals.ts";
import { bar } from "./charts.ts";
import { legend } from "./legend.ts";
import { section } from "./section.ts";
import { nothing } from "./tables.ts";
import type { PageWords } from "./words.ts";

/** More would not be mended in one go. */
const mostLacks = 8;

export function lacksSection(overview: Overview, known: KnownFaq, words: PageWords): Html {
  const { texts, number } = words;
  const { entries, far } = lacksIn(overview.entries);
  const shown = entries.slice(0, mostLacks);
  const most = Math.max(0, ...shown.map(weightOf));
  const items = shown.map((lack) => item(lack, most, known, words));
  return section(
    "lacks",
    texts.lacksTitle,
    html`${
      items.length === 0
        ? html`<p>${texts.lacksNone}</p>`
        : html`<p>${texts.lacksNote}</p>
<p>${texts.lookCloser}</p>
<ol class="lacks">
${items}</ol>`
    }
${
  far === 0
    ? nothing
    : html`<p>${texts.lacksFar(number(far))}</p>
`
}`,
  );
}

function item(lack: Lack, most: number, known: KnownFaq, words: PageWords): Html {
  const { entry, shown, mostly } = lack;
  const { texts, entryName } = words;
  const name = entryName(entry);
  const file = known.entries.get(entry)?.file;
  const parts = signs.map((kind) => ({ kind, n: shown[kind] }));
  const told = signs.filter((sign) => shown[sign] > 0);
  return html`<li>
<h3>${name}</h3>
${
  name === entry
    ? nothing
    : html`<p class="id">${entry}</p>
`
}${bar(parts, most)}
${legend(told, words, shown)}<p>${texts.lacksAdvice[mostly]}</p>
<pre><code>${faqCommand(`words ${shellWord(name)}`)}</code></pre>
${
  file === undefined
    ? nothing
    : html`<p class="id">${texts.open} <code>${file}</code></p>
`
}</li>
`;
}

function weightOf({ shown }: Lack): number {
  return sum(signs.map((sign) => shown[sign]));
}
