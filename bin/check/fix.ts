// Which problems can be mended without a person, and how: every other character stays.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { FaqSources } from "../../functions/webhook/faq/read.ts";
import { addNumber } from "./fixes/add-number.ts";
import type { Fix } from "./fixes/fix.ts";
import { joinSpaces } from "./fixes/join-spaces.ts";
import { removeHidden } from "./fixes/remove-hidden.ts";
import { removeRepeated } from "./fixes/remove-repeated.ts";

/** The linter's rules that may have a fix; the reader's are looked at in any case. */
export const fixableRules: ReadonlySet<string> = new Set([
  "repeated-sentence",
  "repeated-form",
  "double-space",
  "no-number",
]);

/** How to mend the problem; `undefined` for what a person has to decide. */
export function fixOf(problem: Problem, sources: FaqSources): Fix | undefined {
  const file = sources.files.find(({ path }) => path === problem.file);
  if (!file) return undefined;
  switch (problem.rule) {
    case "repeated-phrasing":
    case "repeated-sentence":
    case "repeated-form":
      return removeRepeated(problem, file);
    case "hidden-character":
      return removeHidden(problem, file);
    case "double-space":
      return joinSpaces(problem, file);
    case "no-number":
      return addNumber(problem, file, sources);
    default:
      return undefined;
  }
}
