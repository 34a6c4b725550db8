// What was done to the numbers, and what is missing from them.
import { countingTimeZone } from "../../../functions/webhook/counts/day.ts";
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { faqCommand } from "../../../lib/faq-command.ts";
import type { Overview } from "../overview.ts";
import type { Uncounted } from "../uncounted.ts";
import { section } from "./section.ts";
import type { PageWords } from "./words.ts";

export function notesSection(overview: Overview, uncounted: Uncounted, words: PageWords): Html {
  const { texts } = words;
  const { from, to } = overview.days;
  const sentences = [...texts.notes(countingTimeZone), sayUncounted(overview, uncounted, words)];
  return section(
    "notes",
    texts.notesTitle,
    html`<ul class="notes">
${sentences.map(
  (sentence) => html`<li>${sentence}</li>
`,
)}</ul>
<p>${texts.exactNumbers}</p>
<pre><code>${faqCommand(`counts --raw --from ${from} --to ${to}`)}</code></pre>
`,
  );
}

function sayUncounted({ questions }: Overview, uncounted: Uncounted, words: PageWords): string {
  const { texts, number } = words;
  if (uncounted.kind === "unknown") {
    return texts.uncountedUnknown(texts.unknownReasons[uncounted.reason]);
  }
  if (uncounted.questions === 0) return texts.uncountedNone;
  const most = questions + uncounted.questions;
  return texts.uncounted(number(uncounted.questions), number(questions), number(most));
}
