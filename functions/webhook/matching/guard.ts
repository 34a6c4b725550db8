// Makes hostile text harmless before anything else looks at it.
import { isAscii } from "./ascii.ts";

/** A message longer than this is read up to here; characters are UTF-16 units. */
export const maxMessageUnits = 4096;

const maxMarksInARow = 4;

/**
 * Bounded, well-formed, NFKC text without invisible characters; guarding it again changes nothing.
 *
 * The order matters. `normalize` takes minutes on a long run of combining marks, so the text is
 * cut and such runs are shortened first, once nothing invisible breaks them up. One character may
 * grow eighteenfold (U+FDFA) or bring marks of its own, so both are done again after. All of it is
 * linear in at most `maxMessageUnits` units.
 */
export function guard(text: string): string {
  const bounded = text.slice(0, maxMessageUnits);
  // Nothing in ASCII is invisible, combines or has another form.
  if (isAscii(bounded)) return bounded.replace(controls, " ");
  const visible = withoutInvisible(bounded);
  const plain = shortenMarks(visible).normalize("NFKC").slice(0, maxMessageUnits);
  return shortenMarks(withoutInvisible(plain)).replace(controls, " ");
}

/** Half a character counts as invisible: it becomes U+FFFD, which says nothing. */
function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(invisible, "");
}

/** Format characters: zero-width, bidirectional, tags; also the variation selectors of emoji. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u{FFFD}/gu;

function shortenMarks(text: string): string {
  return text.replace(runsOfMarks, "$1");
}

/** Marks, and the two halfwidth letters that NFKC makes marks of. */
const mark = "[\\p{M}\\uff9e\\uff9f]";
const runsOfMarks = new RegExp(`(${mark}{${maxMarksInARow}})${mark}+`, "gu");

const controls = /\p{Cc}/gu;
