// A text that stands twice in one list: the second goes.
import { isNode, isScalar, type YAMLSeq } from "yaml";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import type { YamlFile } from "../../../functions/webhook/faq/yaml.ts";
import type { TextEdit } from "../../edit/text-edit.ts";
import { findInList } from "./find-node.ts";
import type { Fix } from "./fix.ts";

/** Only what stands in the same list before, to the letter. */
export function removeRepeated(problem: Problem, file: YamlFile): Fix | undefined {
  const found = findInList(problem, file);
  if (!found) return undefined;
  const { list, index } = found;
  const textOf = (item: unknown) => (isScalar(item) ? String(item.value).trim() : undefined);
  const text = textOf(list.items[index]);
  if (!list.items.slice(0, index).some((item) => textOf(item) === text)) return undefined;
  const edit = list.flow ? removeFromLine(list, index) : removeLines(list, index, file.text);
  return edit && { what: `removes the second "${text}"`, edits: [edit] };
}

/** An item of `[a, b]`, with the comma before it. */
function removeFromLine({ items }: YAMLSeq, index: number): TextEdit | undefined {
  const [before, item] = [items[index - 1], items[index]];
  if (!isNode(before) || !isNode(item) || !before.range || !item.range) return undefined;
  if (before.comment || item.comment || item.commentBefore) return undefined;
  return { from: before.range[1], to: item.range[1], text: "" };
}

/** The lines of an item after a dash; none if somebody has commented on it. */
function removeLines({ items }: YAMLSeq, index: number, text: string): TextEdit | undefined {
  const item = items[index];
  if (!isNode(item) || !item.range || item.comment || item.commentBefore) return undefined;
  const from = text.lastIndexOf("\n", item.range[0] - 1) + 1;
  if (!/^\s*-\s+$/.test(text.slice(from, item.range[0]))) return undefined;
  const end = text.indexOf("\n", Math.max(item.range[1] - 1, item.range[0]));
  const to = end < 0 ? text.length : end + 1;
  return /^\s*$/.test(text.slice(item.range[1], to)) ? { from, to, text: "" } : undefined;
}
