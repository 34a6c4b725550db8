// Changes in the middle of a text that leave every other character of it as it was.

/** What stands from `from` up to `to` becomes `text`; where both are the same, `text` is inserted. */
export interface TextEdit {
  /** Both count UTF-16 units from behind a byte-order mark, as the ranges of `parseYaml` do. */
  readonly from: number;
  readonly to: number;
  /** Its line breaks become those of the text that is edited. */
  readonly text: string;
}

/**
 * The text with all edits made; those that insert at one place stand in the order given.
 * @throws RangeError if two edits overlap, or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(mark.length);
  const lineBreak = lineBreakOf(body);
  const parts: string[] = [mark];
  let done = 0;
  for (const { from, to, text: inserted } of edits.toSorted(byPlace)) {
    if (!(from >= 0 && from <= to && to <= body.length)) {
      throw new RangeError(`An edit from ${from} to ${to} lies outside the text.`);
    }
    if (from < done) throw new RangeError(`Two edits overlap at ${from}.`);
    parts.push(body.slice(done, from), inserted.replace(/\r?\n/g, lineBreak));
    done = to;
  }
  return [...parts, body.slice(done)].join("");
}

/** How the text ends its lines, by the first of them. */
function lineBreakOf(text: string): "\n" | "\r\n" {
  return /\r?\n/.exec(text)?.[0] === "\r\n" ? "\r\n" : "\n";
}

/** What inserts at a place comes before what replaces from there on. */
function byPlace(a: TextEdit, b: TextEdit): number {
  return a.from - b.from || a.to - b.to;
}
