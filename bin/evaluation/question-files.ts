// The files of labelled questions: those that are named, or the project's own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cannotRead } from "../file-refusal.ts";
import { UserError } from "../user-error.ts";
import { type LabelledQuestion, readLabelled } from "./labelled.ts";

export const questionsFolder = "tests/questions";

export function labelledQuestions(given: readonly string[] | undefined): {
  labelled: LabelledQuestion[];
  notes: string[];
} {
  const files = given ?? defaultQuestions();
  const labelled = files.flatMap(readQuestions);
  if (labelled.length > 0) return { labelled, notes: [] };
  const where = given ? given.join(", ") : `${questionsFolder}/*.jsonl`;
  const note = `There are no labelled questions in ${where}: only entries and their own questions are compared.`;
  return { labelled, notes: [note] };
}

function defaultQuestions(): string[] {
  try {
    return readdirSync(questionsFolder)
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .map((name) => join(questionsFolder, name));
  } catch {
    return [];
  }
}

export function readQuestions(file: string): LabelledQuestion[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw cannotRead(file, error);
  }
  try {
    return readLabelled(text);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${file}: ${error.message}`);
    throw error;
  }
}
