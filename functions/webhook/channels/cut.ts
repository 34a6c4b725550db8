// Cuts texts and lists to what a platform takes.
import { encodeChoice } from "../choice.ts";
import { asText, type Option, type Reply } from "../reply.ts";

let segmenter: Intl.Segmenter | undefined;

/** What people see as letters. Not made before it is needed, since that takes a moment. */
function lettersIn(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** At most `maxUnits` UTF-16 units, ending in … where cut: between words, never within a letter. */
export function cutText(text: string, maxUnits: number): string {
  if (text.length <= maxUnits) return text;
  let kept = "";
  for (const { segment } of lettersIn(text)) {
    if (kept.length + segment.length > maxUnits - 1) break;
    kept += segment;
  }
  const lastSpace = kept.search(/\s\S*$/);
  return `${(lastSpace > maxUnits / 2 ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}

/** At most `maxGraphemes` letters as people see them, ending in … where cut. */
export function cutLabel(text: string, maxGraphemes: number): string {
  if (text.length <= maxGraphemes) return text;
  const letters = Array.from(lettersIn(text), ({ segment }) => segment);
  if (letters.length <= maxGraphemes) return text;
  const kept = letters.slice(0, maxGraphemes - 1).join("");
  return `${kept.trimEnd()}…`;
}

/**
 * A reply as plain text of at most `maxUnits` UTF-16 units. Where it is too long the last options
 * go first; then the answer is cut, not its sources, unless they alone are too long.
 */
export function cutReply(reply: Reply, maxUnits: number): string {
  for (let shown = reply.options.length; shown >= 0; shown--) {
    const text = asText({ ...reply, options: reply.options.slice(0, shown) });
    if (text.length <= maxUnits) return text;
  }
  const answer = reply.text.slice(0, reply.text.length - reply.sources.length).trimEnd();
  const end = reply.text.slice(answer.length);
  const kept = end.length + leastAnswerUnits <= maxUnits ? end : "";
  return cutText(answer, maxUnits - kept.length) + kept;
}

/** Less of an answer than this is of no use to anyone. */
const leastAnswerUnits = 200;

/** An option as a platform's button or row. */
export interface Row {
  readonly payload: string;
  readonly title: string;
  readonly question: string;
}

/**
 * At most `max` rows; where not all options fit, the last row leads to the rest. None at all
 * where nothing leads there.
 */
export function rowsOf(reply: Reply, max: number): Row[] {
  if (reply.options.length <= max) return reply.options.map(rowOf);
  if (!reply.rest) return [];
  const shown = reply.options.slice(0, max - 1);
  return [...shown, reply.rest(shown.length)].map(rowOf);
}

/** The buttons for feedback on an answer. */
export function feedbackRowsOf(reply: Reply): Row[] {
  return reply.feedback.map(rowOf);
}

/** All of them in one list of at most `max` rows: the options, then the feedback. */
export function rowsWithFeedback(reply: Reply, max: number): Row[] {
  const feedback = feedbackRowsOf(reply);
  return [...rowsOf(reply, max - feedback.length), ...feedback];
}

function rowOf({ choice, title, question = "" }: Option): Row {
  return { payload: encodeChoice(choice), title, question };
}
