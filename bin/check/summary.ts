// How many problems there are, in a sentence, and whether they are too many.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { numbered } from "../numbered.ts";
import type { Checked } from "./check.ts";
import { fixOf } from "./fix.ts";

const countOf = ({ problems }: Checked, severity: Problem["severity"]) =>
  problems.filter((problem) => problem.severity === severity).length;

export function hasFailed(checked: Checked, mostWarnings: number): boolean {
  return countOf(checked, "error") > 0 || countOf(checked, "warning") > mostWarnings;
}

interface Telling {
  /** What is explained has been shown. */
  readonly isAllShown: boolean;
  /** `--fix` has done what it can. */
  readonly isMended: boolean;
}

export function summaryOf(checked: Checked, { isAllShown, isMended }: Telling): string {
  const { problems, explained, sources } = checked;
  const [errors, warnings] = [countOf(checked, "error"), countOf(checked, "warning")];
  const fixable = isMended ? 0 : problems.filter((problem) => fixOf(problem, sources)).length;
  return [
    problems.length === 0
      ? "Nothing is wrong."
      : `${numbered(errors, "error")}, ${numbered(warnings, "warning")}.`,
    ...(fixable > 0 ? [`--fix would mend ${fixable}.`] : []),
    ...(explained.length > 0 && !isAllShown
      ? [`${numbered(explained.length, "finding")} explained; --all shows them.`]
      : []),
  ].join(" ");
}

/** What `--fix` did, or would do. */
export function mendingSummary(changes: number, files: number, isDryRun: boolean): string {
  if (changes === 0) return "Nothing can be mended without you.";
  const what = `${numbered(changes, "change")} in ${numbered(files, "file")}`;
  return isDryRun ? `That would be ${what}; nothing was written. It would leave:` : `Made ${what}.`;
}
