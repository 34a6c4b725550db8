// What a rule of the linter is, and what it says of a FAQ.
import type { Path, YamlFile } from "../../functions/webhook/faq/yaml.ts";
import type { FaqText } from "./faq-texts.ts";
import type { Subject } from "./subject.ts";

/** What people are told about a rule, whether the reader or the linter has it. */
export interface RuleText {
  /** One sentence: what goes wrong for people where the rule is broken. */
  readonly why: string;
  /** One or two sentences for somebody who doesn't program. */
  readonly remedy: string;
  readonly bad: string;
  readonly good: string;
}

export interface Finding {
  readonly file: YamlFile;
  /** The key or text that is meant; the empty path means the whole file. */
  readonly path: Path;
  /** What in the text at the path is meant, where that is less than all of it. */
  readonly piece?: Piece;
  readonly message: string;
  /** The rule's own remedy where there is none. */
  readonly remedy?: string;
}

/** Part of a text, and where in the text it begins. */
export interface Piece {
  readonly text: string;
  readonly index: number;
}

export interface Rule extends RuleText {
  /** Kebab-case. */
  readonly name: string;
  /** How long it takes, beside the others, of which most take no time to speak of. */
  readonly weight?: number;
  readonly find: (faq: Subject, onProgress: (share: number) => void) => Iterable<Finding>;
}

/** A finding about a whole text. */
export function about({ file, path }: FaqText, message: string, remedy?: string): Finding {
  return { file, path, message, ...(remedy === undefined ? {} : { remedy }) };
}

/** A finding about each place in a text that the pattern, a global one, finds. */
export function* aboutEach(
  { file, path, text }: FaqText,
  pattern: RegExp,
  messageOf: (found: string) => string,
): Generator<Finding> {
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    yield { file, path, piece: { text: found, index: match.index }, message: messageOf(found) };
  }
}

/** A text as it is quoted in a message: its beginning, on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  const characters = [...line];
  return characters.length <= 60 ? `"${line}"` : `"${characters.slice(0, 59).join("")}…"`;
}

/** Where a text stands, for a message: `borrowing/how-many-books.yaml:14`. */
export function whereIs({ file, node }: FaqText): string {
  return `${file.path}:${file.placeOf(node.range?.[0] ?? 0).line}`;
}
