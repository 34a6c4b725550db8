// Several spaces in a row: one is left.
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import type { YamlFile } from "../../../functions/webhook/faq/yaml.ts";
import type { Fix } from "./fix.ts";

/** The problem's place is the word before the spaces. */
export function joinSpaces(problem: Problem, file: YamlFile): Fix | undefined {
  const lines = file.text.split("\n");
  const line = lines[problem.line - 1] ?? "";
  const start = [...line].slice(0, problem.column - 1).join("").length;
  const spaces = /^\S+( {2,})\S/u.exec(line.slice(start))?.[1];
  if (spaces === undefined) return undefined;
  const before = lines.slice(0, problem.line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const from = before + line.indexOf(spaces, start);
  return { what: "leaves one space", edits: [{ from, to: from + spaces.length, text: " " }] };
}
