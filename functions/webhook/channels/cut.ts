// Cuts texts and lists to what a platform takes.
import { encodeChoice } from "../choice.ts";
import type { Option, Reply } from "../reply.ts";

const segmenter = new Intl.Segmenter();

/** At most `maxUnits` UTF-16 units, ending in … where cut: between words, never within a letter. */
export function cutText(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > maxUnits - 1) break;
    kept += segment;
  }
  const lastSpace = kept.search(/\s\S*$/);
  return `${(lastSpace > maxUnits / 2 ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}

/** An option as a platform's button or row. */
export interface Row {
  readonly payload: string;
  readonly title: string;
  readonly question: string;
}

/** At most `max` rows; where not all options fit, the last one leads to the rest. */
export function rowsOf(reply: Reply, max: number): Row[] {
  const row = ({ choice, title, question }: Option): Row => ({
    payload: encodeChoice(choice),
    title,
    question: question ?? "",
  });
  if (reply.options.length <= max) return reply.options.map(row);
  const shown = reply.options.slice(0, max - 1).map(row);
  return reply.rest ? [...shown, row(reply.rest(shown.length))] : shown;
}
