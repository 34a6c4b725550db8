// For a person at a terminal: places that a click opens, and what to do beneath what is wrong.
import { styleText } from "node:util";
import { visible } from "../visible.ts";
import type { Shown } from "./shown.ts";

type Style = Parameters<typeof styleText>[0];

export function formatText(problems: readonly Shown[], hasColour: boolean): string {
  const paint = (style: Style, text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text;
  const placeOf = ({ file, line, column }: Shown) => `${visible(file)}:${line}:${column}`;
  return problems
    .flatMap((problem, at) => {
      const kind = kindOf(problem);
      const place = paint("bold", placeOf(problem));
      const isFirstOfFile = problem.file !== problems[at - 1]?.file;
      return [
        ...(isFirstOfFile && at > 0 ? [""] : []),
        `${place} ${paint(colours[kind], `${kind}:`)} ${visible(problem.message)} ${paint("dim", `(${problem.rule})`)}`,
        `    ${visible(adviceOf(problem))}`,
      ];
    })
    .map((line) => `${line}\n`)
    .join("");
}

const colours = { error: "red", warning: "yellow", explained: "green" } as const;

function kindOf({ severity, explained }: Shown): keyof typeof colours {
  return explained === undefined ? severity : "explained";
}

function adviceOf({ remedy, explained }: Shown): string {
  return explained === undefined ? remedy : `Fine: ${explained}`;
}
