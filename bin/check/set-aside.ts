// Sets aside what a comment explains, and reports the comments that explain nothing.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { FaqSources } from "../../functions/webhook/faq/read.ts";
import { isReaderRule } from "../../functions/webhook/faq/reader-rules.ts";
import { type ExplanationRule, explanationRules } from "./explanation-rules.ts";
import { type FineComment, fineCommentsIn } from "./fine-comments.ts";
import type { ExplainedProblem, Found } from "./found.ts";
import { knownRules } from "./registry.ts";

interface SetAside {
  readonly problems: Problem[];
  readonly explained: ExplainedProblem[];
}

/** `looked` are the rules of the linter that were looked at: of others nothing could be found. */
export function setAside(
  found: readonly Found[],
  { files, problems: read }: FaqSources,
  looked: ReadonlySet<string>,
): SetAside {
  const comments = files.flatMap(fineCommentsIn);
  const used = new Set<FineComment>();
  const problems: Problem[] = [];
  const explained: ExplainedProblem[] = [];
  for (const { homeLine, ...problem } of found) {
    const meant = comments.filter((comment) => isMeant(comment, problem, homeLine));
    for (const comment of meant) used.add(comment);
    const reason = meant.find(({ reason }) => reason !== "")?.reason;
    if (reason === undefined) problems.push(problem);
    else explained.push({ ...problem, reason });
  }
  const hasErrors = read.some(({ severity }) => severity === "error");
  for (const comment of comments) {
    const { rule, reason } = comment;
    if (!knownRules.has(rule)) {
      problems.push(complain(comment, "unknown-rule", `There is no rule "${rule}".`));
    } else if (reason === "") {
      problems.push(complain(comment, "no-reason", `It is not said why "${rule}" is fine here.`));
    } else if (!used.has(comment) && !hasErrors && (looked.has(rule) || isReaderRule(rule))) {
      problems.push(
        complain(comment, "unused-explanation", `There is nothing of "${rule}" to explain here.`),
      );
    }
  }
  return { problems, explained };
}

function isMeant({ file, rule, line }: FineComment, problem: Problem, homeLine: number): boolean {
  if (problem.severity === "error" || rule !== problem.rule || file.path !== problem.file) {
    return false;
  }
  return line === undefined || line === problem.line || line === homeLine;
}

function complain({ file, offset }: FineComment, rule: ExplanationRule, message: string): Problem {
  const { remedy = "" } = explanationRules.find(({ name }) => name === rule) ?? {};
  const place = file.placeOf(offset);
  return { file: file.path, ...place, rule, severity: "warning", message, remedy };
}
