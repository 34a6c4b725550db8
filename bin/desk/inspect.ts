// All that can be said of a FAQ's files without learning them: findings, rivals, the confusion map.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { checkFaq } from "../check/check.ts";
import type { ExplainedProblem } from "../check/found.ts";
import { type LocatedRival, locateRivals } from "../rivals/locate.ts";
import { today } from "../today.ts";
import type { WorkshopState } from "../workshop/state.ts";
import type { DeskReading } from "./reading.ts";

export type Inspection = Pick<WorkshopState, "findings" | "rivals" | "confusion">;

export const nothingInspected: Inspection = {
  findings: [],
  rivals: [],
  confusion: { entries: [], sizes: [], confusions: [] },
};

/** Who competes is only known of files without an error: else it is left out. */
export function inspect(
  reading: DeskReading,
  fileOf: (path: string) => string,
): Pick<Inspection, "findings"> & Partial<Inspection> {
  const { files, sources } = reading;
  const { problems, explained, rivalry } = checkFaq(files, { today: today(), sources });
  const findings = named(problems, fileOf);
  const found = rivalry();
  if (!found) return { findings };
  const { rivals, confusion } = found;
  const isExplained = ({ place }: LocatedRival) =>
    explained.some((problem) => isCompeting(problem) && isSamePlace(problem, place));
  const located = locateRivals(rivals, sources.entries)
    .filter((rival) => !isExplained(rival))
    .map((rival) => ({
      ...rival,
      place: { ...rival.place, file: fileOf(rival.place.file) },
      closestPlace: { ...rival.closestPlace, file: fileOf(rival.closestPlace.file) },
    }));
  return { findings, rivals: located, confusion };
}

/** What keeps the files from being used, before anything is inspected. */
export function errorsIn({ sources }: DeskReading, fileOf: (path: string) => string): Problem[] {
  return named(
    sources.problems.filter(({ severity }) => severity === "error"),
    fileOf,
  );
}

function named(problems: readonly Problem[], fileOf: (path: string) => string): Problem[] {
  return problems.map((problem) => ({ ...problem, file: fileOf(problem.file) }));
}

function isCompeting({ rule }: ExplainedProblem): boolean {
  return rule === "competing";
}

function isSamePlace(problem: ExplainedProblem, { file, line }: LocatedRival["place"]): boolean {
  return problem.file === file && problem.line === line;
}
