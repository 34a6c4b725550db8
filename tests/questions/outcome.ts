// What became of labelled questions, as it is held, and what changed since last time.
import type { Outcome } from "../../bin/evaluation/outcome.ts";

/** By question, what became of it; those that went as they should are left out. */
export type Exceptions = Readonly<Record<string, Exclude<Outcome, "right" | "quiet">>>;

/** What is held of a file of questions. */
export interface Held {
  readonly right: number;
  readonly wrong: number;
  readonly exceptions: Exceptions;
}

export function heldOf(outcomes: ReadonlyMap<string, Outcome>): Held {
  const all = [...outcomes];
  const count = (which: Outcome) => all.filter(([, outcome]) => outcome === which).length;
  return {
    right: count("right"),
    wrong: count("wrong"),
    exceptions: Object.fromEntries(
      all.filter(([, outcome]) => outcome !== "right" && outcome !== "quiet"),
    ) as Exceptions,
  };
}

/** A line for each question that goes otherwise than it did. */
export function changes(before: Exceptions, after: Exceptions): string[] {
  const texts = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const name = (outcome: string | undefined) => outcome ?? "as it should";
  return texts
    .filter((text) => before[text] !== after[text])
    .map((text) => `${name(before[text])} → ${name(after[text])}: ${text}`);
}
