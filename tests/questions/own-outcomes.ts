// What becomes of our own labelled questions now, file by file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judge } from "../../bin/evaluation/judge.ts";
import { readLabelled } from "../../bin/evaluation/labelled.ts";
import { type Outcome, outcomeOf } from "../../bin/evaluation/outcome.ts";
import { openFaqWithProgress } from "../../bin/open-faq.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";

const folder = import.meta.dirname;
/** What is held of each file, as `npm run hold` writes it. */
export const heldPath = join(folder, "held.json");
export const questionFiles = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

export function ownMatcher(): Matcher {
  const { model, lexicon } = openFaqWithProgress(join(folder, "../../faq"));
  return createMatcher(model, lexicon);
}

/** By question. */
export function outcomesOf(file: string, matcher: Matcher): Map<string, Outcome> {
  const questions = readLabelled(readFileSync(join(folder, file), "utf8"));
  return new Map(questions.map((question) => [question.text, outcomeOf(judge(question, matcher))]));
}
