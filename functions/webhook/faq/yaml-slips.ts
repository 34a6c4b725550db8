// Slips that the lines of a file show plainly, where the parser only stumbles over what follows.
import type { Fault } from "./yaml-faults.ts";

/** A slip, and where in the text it is. */
export interface Slip extends Fault {
  readonly offset: number;
}

/** What makes all other faults of a file its consequences. */
export function slipOfFile(text: string): Slip | undefined {
  // Text saved as UTF-16 or UTF-32 has one in every other place.
  if (text.includes("\0")) {
    return {
      offset: 0,
      rule: "unreadable-character",
      message: "This file is not text saved as UTF-8.",
      remedy: "Open it in an editor, and save it anew with the encoding UTF-8.",
    };
  }
  const conflict = /^(?:<{7}|>{7})(?: .*)?$/mu.exec(text);
  if (!conflict) return undefined;
  return {
    offset: conflict.index,
    rule: "yaml-syntax",
    message: "Git has left two versions of these lines here, one above ======= and one below.",
    remedy: "Keep one of them, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
  };
}

/** The slip that a fault at this offset comes from, if it is a common one. */
export function slipAt(text: string, offset: number): Slip | undefined {
  const from = Math.max(offset - farthest, 0);
  const [lineBefore = "", lineToHere = ""] = ["", ...text.slice(from, offset).split("\n")].slice(
    -2,
  );
  const start = offset - lineToHere.length;
  const line = lineToHere + (/^.*/.exec(text.slice(offset, offset + farthest))?.[0] ?? "");
  return (
    dashWithoutSpace(line, start) ??
    textBesideItsMark(line, lineBefore, start) ??
    keysOnOneLine(line, start) ??
    quoteWithin(line, start, offset)
  );
}

/** A line may be a whole file, with a fault in every place. */
const farthest = 2000;

/**
 * The quote or bracket that is opened last before this offset and not closed on its line: where one
 * is missing, the parser only notices at the end of the file or at the next quote.
 */
export function unclosedBefore(text: string, offset: number): Slip | undefined {
  const from = Math.max(offset - farthest, 0);
  let end = text.indexOf("\n", offset);
  if (end < 0) end = text.length;
  for (const line of text.slice(from, end).split("\n").reverse()) {
    const start = end - line.length;
    const [, before = "", mark, rest = ""] = opening.exec(line) ?? [];
    if (mark !== undefined && !isClosed(mark, rest) && start + before.length <= offset) {
      return {
        offset: start + before.length,
        rule: "yaml-syntax",
        message: `The ${mark} that opens here is never closed.`,
        remedy: "Close it, or put the whole text in double quotes if it belongs to the text.",
      };
    }
    end = start - 1;
  }
  return undefined;
}

/** A value, after a key or a dash, that begins with a quote or a bracket. */
const opening = /^([ -]*(?:[\w-]+: *)?)(["'[{])(.*)$/;

function isClosed(mark: string, rest: string): boolean {
  const closing = { "[": "]", "{": "}" }[mark] ?? mark;
  const count = (sign: string) => rest.replaceAll(/\\./g, "").split(sign).length - 1;
  return mark === closing ? count(mark) % 2 === 1 : count(closing) > count(mark);
}

function dashWithoutSpace(line: string, start: number): Slip | undefined {
  const blanks = /^( *)-[^\s-]/.exec(line)?.[1];
  if (blanks === undefined) return undefined;
  return {
    offset: start + blanks.length,
    rule: "yaml-syntax",
    message: "This dash has no space after it.",
    remedy: "Put a space between the dash and the text.",
  };
}

function textBesideItsMark(line: string, lineBefore: string, start: number): Slip | undefined {
  const [, blanks = "", mark] = /^([ -]*)[^\s#].*: *([|>][-+]?) *\r?$/.exec(lineBefore) ?? [];
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  if (mark === undefined || line.trim() === "" || indent > blanks.length) return undefined;
  return {
    offset: start + indent,
    rule: "yaml-syntax",
    message: `The text below ${mark} stands no further in than the line with ${mark}.`,
    remedy: "Indent every line of the text by two more spaces.",
  };
}

function keysOnOneLine(line: string, start: number): Slip | undefined {
  const [, before, second] =
    /^( *(?:question|short|answer|phrasings|name): +)([a-z]{2,3}|mixed):(?: |$)/.exec(line) ?? [];
  if (before === undefined) return undefined;
  return {
    offset: start + before.length,
    rule: "yaml-syntax",
    message: `"${second}:" stands on the same line as the key before it.`,
    remedy: `Begin a new line before "${second}:", indented by two spaces.`,
  };
}

function quoteWithin(line: string, start: number, offset: number): Slip | undefined {
  const before = line
    .slice(0, offset - start)
    .trimEnd()
    .at(-1);
  const after = line.slice(offset - start).trim();
  if ((before !== "'" && before !== '"') || after === "") return undefined;
  const rule = "yaml-syntax";
  const message = `The mark ${before} before this ends the text in quotes, and more follows.`;
  return before === "'"
    ? { offset, rule, message, remedy: "Put the whole text in double quotes instead." }
    : { offset, rule, message, remedy: 'Close each quote, and write \\" for one within a text.' };
}
