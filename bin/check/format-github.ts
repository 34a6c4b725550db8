// Workflow commands, which GitHub shows beside the lines of a pull request:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { relative } from "node:path";
import type { Shown } from "./shown.ts";

export function formatGithub(problems: readonly Shown[]): string {
  return problems.map((problem) => `${commandOf(problem)}\n`).join("");
}

function commandOf(problem: Shown): string {
  const { line, column, rule, message, remedy, explained } = problem;
  const kind = explained === undefined ? problem.severity : "notice";
  const properties = Object.entries({
    file: relative("", problem.file),
    line,
    col: column,
    title: `faq check: ${rule}`,
  }).map(([key, value]) => `${key}=${inProperty(String(value))}`);
  const text = explained === undefined ? `${message}\n${remedy}` : `${message}\nFine: ${explained}`;
  return `::${kind} ${properties.join(",")}::${inMessage(text)}`;
}

function inMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
