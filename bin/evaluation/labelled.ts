// Reads labelled questions: one JSON object a line.
import { UserError } from "../user-error.ts";

export interface LabelledQuestion {
  readonly text: string;
  readonly lang: string;
  /** The entry that answers it; null or `_smalltalk` where none does. */
  readonly topic: string | null;
  /** Other entries that would do. */
  readonly also_ok?: readonly string[] | null;
  readonly style?: string | null;
  readonly scope?: string | null;
}

/** @throws UserError naming the line that is not of this form */
export function readLabelled(jsonl: string): LabelledQuestion[] {
  return jsonl
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => {
      const row = parse(line);
      if (!isLabelled(row)) {
        throw new UserError(`Line ${number} is not of the form {"text", "lang", "topic", …}.`);
      }
      return row;
    });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isLabelled(row: unknown): row is LabelledQuestion {
  if (typeof row !== "object" || row === null) return false;
  const { text, lang, topic, also_ok, style, scope } = row as Partial<Record<string, unknown>>;
  return (
    typeof text === "string" &&
    typeof lang === "string" &&
    [topic, style, scope].every(isTextOrNothing) &&
    (isNothing(also_ok) ||
      (Array.isArray(also_ok) && also_ok.every((id) => typeof id === "string")))
  );
}

function isTextOrNothing(value: unknown): boolean {
  return isNothing(value) || typeof value === "string";
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** The entries that answer it; none where it is out of scope. */
export function acceptedEntries(question: LabelledQuestion): readonly string[] {
  return isInScope(question) ? [question.topic ?? "", ...(question.also_ok ?? [])] : [];
}

export function isInScope({ topic }: LabelledQuestion): boolean {
  return typeof topic === "string" && topic !== "_smalltalk";
}
