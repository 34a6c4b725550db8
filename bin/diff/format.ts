// A difference in one of the formats that people and programs ask for.
import type { Difference } from "./compare.ts";
import { brokenAsMarkdown, comparedAsMarkdown } from "./format-markdown.ts";
import { brokenAsText, comparedAsText } from "./format-text.ts";

export const formats = ["text", "json", "markdown"] as const;
export type DiffFormat = (typeof formats)[number];

export function formatDifference(difference: Difference, format: DiffFormat): string {
  switch (format) {
    case "text":
      return difference.kind === "broken" ? brokenAsText(difference) : comparedAsText(difference);
    case "json":
      return JSON.stringify(difference, null, 2);
    case "markdown":
      return difference.kind === "broken"
        ? brokenAsMarkdown(difference)
        : comparedAsMarkdown(difference);
  }
}
