// How the questions divide by language and channel, and what people picked from lists.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import type { Breakdown } from "../breakdown.ts";
import { leastInBatch, type Overview } from "../overview.ts";
import { sum } from "../totals.ts";
import { name } from "./asked.ts";
import { section } from "./section.ts";
import { barTable } from "./tables.ts";
import type { PageWords } from "./words.ts";

const mostPicked = 10;

export function languagesSection({ languages }: Overview, words: PageWords): Html {
  const { languagesTitle, language } = words.texts;
  return divided("languages", languagesTitle, language, languages, words.languageName, words);
}

export function channelsSection({ channels }: Overview, words: PageWords): Html {
  const { channelsTitle, channel } = words.texts;
  return divided("channels", channelsTitle, channel, channels, words.channelName, words);
}

export function pickedSection({ picked }: Overview, words: PageWords): Html {
  const { texts, number } = words;
  const rows = picked.entries.slice(0, mostPicked).map(({ entry, n }) => ({
    label: name(entry, words),
    parts: [{ kind: "answered", n }],
  }));
  const table = barTable({ caption: texts.pickedTitle, head: texts.entry, rows }, words);
  const content =
    rows.length === 0
      ? html`<p>${texts.pickedNone(leastInBatch.answers)}</p>
`
      : html`<p>${texts.pickedNote(number(picked.answers))}</p>
${table}`;
  return section("picked", texts.pickedTitle, content);
}

function divided(
  id: string,
  title: string,
  head: string,
  { questions, parts }: Breakdown,
  nameOf: (label: string) => string,
  words: PageWords,
): Html {
  const { texts, number } = words;
  const rows = parts.map(({ label, n }) => ({
    label: nameOf(label),
    parts: [{ kind: "plain", n }],
  }));
  const all = sum(parts.map(({ n }) => n));
  const content =
    rows.length === 0
      ? html`<p>${texts.batchNone(leastInBatch.questions)}</p>
`
      : html`<p>${texts.batchNote(number(questions))}</p>
${barTable({ caption: title, head, rows, all, rest: texts.others }, words)}`;
  return section(id, title, content);
}
