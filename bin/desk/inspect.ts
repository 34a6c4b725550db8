// All that can be said of a FAQ's files without learning them: findings, rivals, the confusion map.
import { asReading } from "../../functions/webhook/faq/read.ts";
import { locateRivals } from "../rivals/locate.ts";
import { findRivals } from "../rivals/rivals.ts";
import type { WorkshopState } from "../workshop/state.ts";
import type { DeskReading } from "./reading.ts";

export type Inspection = Pick<WorkshopState, "findings" | "rivals" | "confusion">;

export const nothingInspected: Inspection = {
  findings: [],
  rivals: [],
  confusion: { entries: [], sizes: [], confusions: [] },
};

export function inspect({ sources }: DeskReading, fileOf: (path: string) => string): Inspection {
  const reading = asReading(sources);
  const findings = sources.problems.map((problem) => ({ ...problem, file: fileOf(problem.file) }));
  if (reading.kind === "problems") return { ...nothingInspected, findings };
  const { rivals, confusion } = findRivals(reading.faq);
  const located = locateRivals(rivals, sources.entries).map((rival) => ({
    ...rival,
    place: { ...rival.place, file: fileOf(rival.place.file) },
    closestPlace: { ...rival.closestPlace, file: fileOf(rival.closestPlace.file) },
  }));
  return { findings, rivals: located, confusion };
}
