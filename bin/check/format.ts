// How the findings are printed.
import { formatGithub } from "./format-github.ts";
import { formatSarif } from "./format-sarif.ts";
import { formatText } from "./format-text.ts";
import type { Shown } from "./shown.ts";

export const formats = ["text", "json", "sarif", "github"] as const;
export type CheckFormat = (typeof formats)[number];

export function formatProblems(
  problems: readonly Shown[],
  format: CheckFormat,
  hasColour: boolean,
): string {
  switch (format) {
    case "text":
      return formatText(problems, hasColour);
    case "json":
      return `${JSON.stringify(problems, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(formatSarif(problems), null, 2)}\n`;
    case "github":
      return formatGithub(problems);
  }
}
