// What may be wrong with a comment that explains a finding.
import type { RuleText } from "./rule.ts";

export const explanationRules = [
  {
    name: "no-reason",
    why: "Whoever reads the file later can't tell whether the finding was right to be left.",
    remedy: "Write why after the rule's name and a comma.",
    bad: "question: {en: Opening hours}  # fine: no-question-mark",
    good: "question: {en: Opening hours}  # fine: no-question-mark, it is the sign at the door",
  },
  {
    name: "unused-explanation",
    why: "The comment explains what is no longer there, or stands in a place where nothing is found.",
    remedy: "Remove the comment, or put it on the line of the finding or right above it.",
    bad: "number: 14  # fine: no-full-stop, ends with a name",
    good: "number: 14",
  },
  {
    name: "unknown-rule",
    why: "A misspelt name explains nothing.",
    remedy: "Copy the rule's name from the finding.",
    bad: "verified: 2021-05-15  # fine: stail, the update is long over",
    good: "verified: 2021-05-15  # fine: stale, the update is long over",
  },
] as const satisfies readonly (RuleText & { name: string })[];

export type ExplanationRule = (typeof explanationRules)[number]["name"];
