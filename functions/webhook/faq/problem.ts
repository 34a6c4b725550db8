// What is wrong with a FAQ, said so that its author can mend it.
import type { ReaderRule } from "./reader-rules.ts";

export interface Problem {
  readonly file: string;
  /** Both count from 1; a column is a character. */
  readonly line: number;
  readonly column: number;
  /** A short kebab-case name of the rule that was broken. */
  readonly rule: string;
  /** An error keeps the FAQ from being used; a warning does not. */
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** `file:line:column severity message — remedy (rule)`, one line. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, remedy, rule } = problem;
  return `${file}:${line}:${column} ${severity}: ${message} ${remedy} (${rule})`;
}

/** By file, then by place in the file. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

export function wholeFaqProblem(rule: ReaderRule, message: string, remedy: string): Problem {
  return { file: "bot.yaml", line: 1, column: 1, rule, severity: "error", message, remedy };
}
