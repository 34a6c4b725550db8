// An entry without a number is given the one that it has.
import { isMap, isScalar } from "yaml";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import type { FaqSources } from "../../../functions/webhook/faq/read.ts";
import type { YamlFile } from "../../../functions/webhook/faq/yaml.ts";
import type { Fix } from "./fix.ts";

/** The number that the entry has now, on a line of its own above the answer. */
export function addNumber(
  { file: path }: Problem,
  file: YamlFile,
  sources: FaqSources,
): Fix | undefined {
  const number = sources.entries.find(({ file }) => file.path === path)?.entry.number;
  const root = file.document.contents;
  if (number === undefined || !isMap(root) || root.flow) return undefined;
  const answer = root.items.find(({ key }) => isScalar(key) && key.value === "answer")?.key;
  if (!isScalar(answer) || !answer.range) return undefined;
  const from = aboveComments(file.text, answer.range[0]);
  return {
    what: `adds "number: ${number}"`,
    edits: [{ from, to: from, text: `number: ${number}\n` }],
  };
}

/** Where the comments begin that stand right above a line; the line itself at a file's head. */
function aboveComments(text: string, offset: number): number {
  let from = offset;
  while (from > 0) {
    const previous = text.lastIndexOf("\n", from - 2) + 1;
    if (!/^\s*#/.test(text.slice(previous, from))) return from;
    from = previous;
  }
  return offset;
}
