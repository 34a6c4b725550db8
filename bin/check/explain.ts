// Sets aside what a comment explains, and reports the comments that explain nothing.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { FaqSources } from "../../functions/webhook/faq/read.ts";
import { isReaderRule } from "../../functions/webhook/faq/reader-rules.ts";
import { type ExplanationRule, explanationRules } from "./explanation-rules.ts";
import { type Explanation, explanationsIn } from "./explanations.ts";
import type { ExplainedProblem, Found } from "./found.ts";
import { knownRules } from "./registry.ts";

interface Explained {
  readonly problems: Problem[];
  readonly explained: ExplainedProblem[];
}

/** `looked` are the rules of the linter that were looked at: of others nothing could be found. */
export function explain(
  found: readonly Found[],
  { files, problems: read }: FaqSources,
  looked: ReadonlySet<string>,
): Explained {
  const explanations = files.flatMap(explanationsIn);
  const used = new Set<Explanation>();
  const problems: Problem[] = [];
  const explained: ExplainedProblem[] = [];
  for (const { homeLine, ...problem } of found) {
    const meant = explanations.filter((explanation) => isMeant(explanation, problem, homeLine));
    for (const explanation of meant) used.add(explanation);
    const reason = meant.find(({ reason }) => reason !== "")?.reason;
    if (reason === undefined) problems.push(problem);
    else explained.push({ ...problem, reason });
  }
  const hasErrors = read.some(({ severity }) => severity === "error");
  for (const explanation of explanations) {
    const { rule, reason } = explanation;
    if (!knownRules.has(rule)) {
      problems.push(complain(explanation, "unknown-rule", `There is no rule "${rule}".`));
    } else if (reason === "") {
      problems.push(
        complain(explanation, "no-reason", `It is not said why "${rule}" is fine here.`),
      );
    } else if (!used.has(explanation) && !hasErrors && (looked.has(rule) || isReaderRule(rule))) {
      problems.push(
        complain(
          explanation,
          "unused-explanation",
          `There is nothing of "${rule}" to explain here.`,
        ),
      );
    }
  }
  return { problems, explained };
}

function isMeant({ file, rule, line }: Explanation, problem: Problem, homeLine: number): boolean {
  if (problem.severity === "error" || rule !== problem.rule || file.path !== problem.file) {
    return false;
  }
  return line === undefined || line === problem.line || line === homeLine;
}

function complain({ file, offset }: Explanation, rule: ExplanationRule, message: string): Problem {
  const { remedy = "" } = explanationRules.find(({ name }) => name === rule) ?? {};
  const place = file.placeOf(offset);
  return { file: file.path, ...place, rule, severity: "warning", message, remedy };
}
