// A problem on its way from where it is found to where it is told.
import type { Problem } from "../../functions/webhook/faq/problem.ts";

/** A problem as it is found; `homeLine` is the line of the text or key that holds the place. */
export interface Found extends Problem {
  readonly homeLine: number;
}

export interface ExplainedProblem extends Problem {
  readonly reason: string;
}
