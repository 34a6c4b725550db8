// Finds the place for a new key or item in a YAML text, and writes it as its neighbours are written.
import {
  isCollection,
  isPair,
  isScalar,
  type Node,
  type Pair,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { TextEdit } from "./text-edit.ts";

export type NewValue = string | readonly NewValue[] | { readonly [key: string]: NewValue };

/** A text to edit, and the ranges of its nodes, which count from behind a byte-order mark. */
type Body = string;

/** `after` is the key that the new one follows; the last one if it isn't there. */
export function insertKey(
  text: string,
  map: YAMLMap,
  key: string,
  value: NewValue,
  after?: string,
): TextEdit {
  const body = bodyOf(text);
  const pairs = map.items as Pair<Node, Node | null>[];
  const pair = pairs.find((one) => String(one.key) === after) ?? pairs.at(-1);
  if (!pair) {
    const within = (map.range?.[0] ?? 0) + "{".length;
    return insertion(within, `${inline(key)}: ${JSON.stringify(value)}`);
  }
  const last = lastOf(pair);
  if (map.flow) {
    return insertion(endOf(last), `, ${inline(key)}: ${JSON.stringify(value)}`);
  }
  const indent = " ".repeat(columnOf(body, pair.key.range?.[0] ?? 0));
  return insertLines(body, last, blockLines({ [key]: value }, indent));
}

export function insertItem(text: string, list: YAMLSeq, value: string): TextEdit {
  const body = bodyOf(text);
  const item = list.items.at(-1) as Node | undefined;
  const start = list.range?.[0] ?? 0;
  const last = item && lastOf(item);
  if (!last) return insertion(start + "[".length, JSON.stringify(value));
  if (list.flow) return insertion(endOf(last), `, ${inline(value)}`);
  const indent = " ".repeat(columnOf(body, start));
  return insertLines(body, last, blockLines([value], indent));
}

/** Adds to the end of a file whose top is a block of keys, or which holds comments only. */
export function appendKey(text: string, key: string, value: NewValue): TextEdit {
  const body = bodyOf(text);
  const lineBreak = body === "" || body.endsWith("\n") ? "" : "\n";
  return insertion(body.length, lineBreak + blockLines({ [key]: value }, ""));
}

export function blockLines(value: NewValue, indent: string): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: "literal",
    // A quoted text stays on its line, whatever it holds.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).replace(/^(?=[^\n])/gm, indent);
}

/** What a person would see last of it: the range of a block goes on to whatever follows it. */
function lastOf(part: Node | Pair<Node, Node | null>): Node {
  if (isPair(part)) return part.value?.range ? lastOf(part.value) : part.key;
  const inner = isCollection(part) && !part.flow ? part.items.at(-1) : undefined;
  return inner ? lastOf(inner as Node | Pair<Node, Node | null>) : part;
}

function insertLines(body: Body, after: Node, lines: string): TextEdit {
  const at = lineAfter(body, after);
  const isOnNewLine = at === 0 || body[at - 1] === "\n";
  return insertion(at, isOnNewLine ? lines : `\n${lines.replace(/\n$/, "")}`);
}

/** The beginning of the line behind a node and what is said of it on its last line. */
function lineAfter(body: Body, node: Node): number {
  const end = endOf(node);
  const isBlock = isScalar(node) && /^BLOCK/.test(node.type ?? "");
  if (isBlock && body[end - 1] === "\n")
    return keepsBreaks(body, node) ? end : contentEnd(body, end);
  const lineEnd = body.indexOf("\n", end);
  return lineEnd < 0 ? body.length : lineEnd + 1;
}

/** The empty lines behind `|+` belong to the text. */
function keepsBreaks(body: Body, node: Node): boolean {
  return /^[|>]\d?\+/.test(body.slice(node.range?.[0]));
}

/** Behind the last line before `end` that isn't empty. */
function contentEnd(body: Body, end: number): number {
  const content = body.slice(0, end).trimEnd().length;
  return body.indexOf("\n", content) + 1;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function columnOf(body: Body, offset: number): number {
  return offset - (body.lastIndexOf("\n", offset - 1) + 1);
}

function insertion(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

/** In brackets, commas and colons would end a plain text. */
function inline(text: string): string {
  return /^[\w-]+$/.test(text) ? text : JSON.stringify(text);
}

function bodyOf(text: string): Body {
  return text.replace(/^\ufeff/, "");
}
