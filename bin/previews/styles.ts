// Bold, italic, lists and the like, as WhatsApp and Messenger make them of marks in a plain text.
// https://faq.whatsapp.com/539178204879377

export interface Styled {
  readonly style: "bold" | "italic" | "strike" | "mono" | "bullet" | "number" | "quote";
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

const wordPart = "\\p{L}\\p{M}\\p{N}";

/**
 * A mark opens before what is no space and closes after what is none, and stands at the edge of a
 * word: not in `2*3`, nor in `snake_case`. Something must stand between them, on the same line.
 */
const between = (mark: string): RegExp =>
  new RegExp(
    `(?<![${wordPart}${mark}])${mark}{1,2}(?![\\s${mark}])(?=[^\\n${mark}]*[${wordPart}])` +
      `[^\\n${mark}]*[^\\s${mark}]${mark}{1,2}(?![${wordPart}${mark}])`,
    "gu",
  );

const marks = [
  ["bold", between("\\*")],
  ["italic", between("_")],
  ["strike", between("~")],
] as const;

const monospace = /```(?=\s*[^\s`])[^`]+```|`(?=[^\S\n]*[^\s`])[^`\n]+`/g;

/** What stands between marks; nothing within monospace text is formatted further. */
export function styledIn(text: string): Styled[] {
  const mono = Array.from(text.matchAll(monospace), ({ 0: all, index }) => {
    const hidden = all.startsWith("```") ? 3 : 1;
    return styled("mono", index, all, hidden, hidden);
  });
  const rest = text.replace(monospace, (all) => " ".repeat(all.length));
  const others = marks.flatMap(([style, form]) =>
    Array.from(rest.matchAll(form), ({ 0: all, index }) => styled(style, index, all, 1, 1)),
  );
  return [...mono, ...others];
}

const lineMark = /^(?:(?<bullet>[-*] )|(?<quote>> )|(?<number>\d{1,3}\. ))\S.*$/gm;

/** Lines that begin as a list or a quotation does. A list's numbers stay as they are. */
export function lineMarksIn(text: string): Styled[] {
  return Array.from(text.matchAll(lineMark), ({ 0: all, index, groups = {} }) => {
    const style = groups.bullet ? "bullet" : groups.quote ? "quote" : "number";
    return styled(style, index, all, style === "number" ? 0 : 2, 0);
  });
}

function styled(
  style: Styled["style"],
  start: number,
  all: string,
  before: number,
  after: number,
): Styled {
  return { style, start, end: start + all.length, before, after };
}
