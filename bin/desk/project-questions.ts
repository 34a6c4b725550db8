// The labelled questions that saves are judged by: the project's own.
import type { LabelledQuestion } from "../evaluation/labelled.ts";
import { labelledQuestions } from "../evaluation/question-files.ts";
import { UserError } from "../user-error.ts";

/**
 * Read anew each time, since a person may add to them meanwhile; none where they can't be read, and
 * `tell` hears why.
 */
export function projectQuestions(tell: (message: string) => void): LabelledQuestion[] {
  try {
    return labelledQuestions(undefined).labelled;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell(`${error.message} Until that is mended, no labelled question is asked.`);
    return [];
  }
}
