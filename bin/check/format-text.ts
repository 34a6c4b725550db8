// For a person at a terminal: file by file, with what to do beneath what is wrong.
import { styleText } from "node:util";
import type { Shown } from "./shown.ts";

type Style = Parameters<typeof styleText>[0];

export function formatText(problems: readonly Shown[], hasColour: boolean): string {
  const paint = (style: Style, text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text;
  const place = ({ line, column }: Shown) => `${line}:${column}`;
  const placeWidth = Math.max(...problems.map((problem) => place(problem).length));
  const kindWidth = Math.max(...problems.map((problem) => kindOf(problem).length));
  const lines: string[] = [];
  let file = "";
  for (const problem of problems) {
    if (problem.file !== file) lines.push(...(file ? [""] : []), paint("underline", problem.file));
    file = problem.file;
    const kind = kindOf(problem);
    const margin = " ".repeat(placeWidth + kindWidth + 6);
    lines.push(
      `  ${place(problem).padEnd(placeWidth)}  ${paint(colours[kind], kind.padEnd(kindWidth))}  ${problem.message}`,
      `${margin}${adviceOf(problem)}  ${paint("dim", `(${problem.rule})`)}`,
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

const colours = { error: "red", warning: "yellow", explained: "green" } as const;

function kindOf({ severity, explained }: Shown): keyof typeof colours {
  return explained === undefined ? severity : "explained";
}

function adviceOf({ remedy, explained }: Shown): string {
  return explained === undefined ? remedy : `Fine: ${explained}`;
}
