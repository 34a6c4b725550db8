// Makes hostile text harmless before anything else looks at it.

/** A message longer than this is read up to here; characters are UTF-16 units. */
export const maxMessageUnits = 4096;

const maxMarksInARow = 4;

/**
 * Bounded, well-formed, NFKC text without invisible characters.
 *
 * The order matters: `normalize` takes minutes on a long run of combining marks, so the text is
 * cut and such runs are shortened first; one character may grow eighteenfold (U+FDFA), so it is
 * cut again after. Everything here is linear in at most `maxMessageUnits` units.
 */
export function guard(text: string): string {
  return text
    .slice(0, maxMessageUnits)
    .toWellFormed()
    .replace(runsOfMarks, "$1")
    .normalize("NFKC")
    .slice(0, maxMessageUnits)
    .toWellFormed()
    .replace(invisible, "")
    .replace(controls, " ");
}

const runsOfMarks = new RegExp(`(\\p{M}{${maxMarksInARow}})\\p{M}+`, "gu");

/** Format characters: zero-width, bidirectional, tags; also the variation selectors of emoji. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u{FFFD}/gu;

const controls = /\p{Cc}/gu;
