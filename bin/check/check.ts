// Everything that can be said against a FAQ: by its reader, by the rules, and by what explains them.
import { compareProblems, type Problem } from "../../functions/webhook/faq/problem.ts";
import { type FaqSources, readSources } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import type { Rivalry } from "../rivals/rivals.ts";
import type { ExplainedProblem, Found } from "./found.ts";
import { homeOf, offsetOfFinding } from "./place.ts";
import { rules as allRules } from "./registry.ts";
import type { Finding, Rule } from "./rule.ts";
import { setAside } from "./set-aside.ts";
import { createSubject } from "./subject.ts";

export interface CheckOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays?: number;
  /** Those of the linter that are looked at; all of them by default. */
  readonly rules?: readonly Rule[];
  readonly onProgress?: (share: number) => void;
  /** What the files were read as, where somebody has read them already. */
  readonly sources?: FaqSources;
}

export interface Checked {
  readonly sources: FaqSources;
  /** By file and place. */
  readonly problems: readonly Problem[];
  readonly explained: readonly ExplainedProblem[];
  /** Which entries compete for phrasings; `undefined` where there are errors. */
  readonly rivalry: () => Rivalry | undefined;
}

export const defaultStaleAfterDays = 180;

export function checkFaq(files: readonly FaqFile[], options: CheckOptions): Checked {
  const { today, staleAfterDays = defaultStaleAfterDays, rules = allRules } = options;
  const { sources = readSources(files) } = options;
  const subject = createSubject(files, sources, { today, staleAfterDays });
  const found: Found[] = sources.problems.map((problem) => ({
    ...problem,
    homeLine: problem.line,
  }));
  const progress = progressOver(rules, options.onProgress);
  for (const rule of rules) {
    for (const finding of rule.find(subject, progress.within(rule))) {
      found.push(problemOf(finding, rule));
    }
    progress.done(rule);
  }
  const { problems, explained } = setAside(found, sources, new Set(rules.map(({ name }) => name)));
  return {
    sources,
    problems: problems.toSorted(compareProblems),
    explained: explained.toSorted(compareProblems),
    rivalry: subject.rivalry,
  };
}

function problemOf(finding: Finding, rule: Rule): Found {
  const { file, path, message, remedy = rule.remedy } = finding;
  return {
    file: file.path,
    ...file.placeOf(offsetOfFinding(finding)),
    rule: rule.name,
    severity: "warning",
    message,
    remedy,
    homeLine: file.placeOf(homeOf(file, path)).line,
  };
}

function progressOver(rules: readonly Rule[], onProgress: (share: number) => void = () => {}) {
  const weightOf = ({ weight = 1 }: Rule) => weight;
  const all = rules.reduce((sum, rule) => sum + weightOf(rule), 0);
  let done = 0;
  return {
    within: (rule: Rule) => (share: number) => onProgress((done + share * weightOf(rule)) / all),
    done(rule: Rule) {
      done += weightOf(rule);
      onProgress(done / all);
    },
  };
}
