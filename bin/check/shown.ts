// Problems as they are shown: with the files as a person would open them.
import { join } from "node:path";
import { compareProblems, type Problem } from "../../functions/webhook/faq/problem.ts";
import type { Checked } from "./check.ts";
import { fixOf } from "./fix.ts";

export interface Shown extends Problem {
  /** What `--fix` would do. */
  readonly fix?: string;
  /** Why it is right as it is, where a comment says so. */
  readonly explained?: string;
}

export function showProblems(
  { problems, explained, sources }: Checked,
  folder: string,
  isAllShown: boolean,
): Shown[] {
  const shown = problems.map((problem): Shown => {
    const fix = fixOf(problem, sources)?.what;
    return { ...inFolder(problem, folder), ...(fix === undefined ? {} : { fix }) };
  });
  if (!isAllShown) return shown;
  const others = explained.map(
    ({ reason, ...problem }): Shown => ({ ...inFolder(problem, folder), explained: reason }),
  );
  return [...shown, ...others].toSorted(compareProblems);
}

function inFolder(problem: Problem, folder: string): Problem {
  return { ...problem, file: join(folder, problem.file) };
}
