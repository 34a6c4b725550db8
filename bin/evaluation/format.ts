// An evaluation as a table for people.
import { formatTable } from "../table.ts";
import type { Evaluation, Scores } from "./evaluate.ts";

export function formatEvaluation(evaluation: Evaluation): string {
  const groups: [string, Scores][] = [
    ["all", evaluation],
    ...Object.entries(evaluation.byLanguage),
    ...Object.entries(evaluation.byStyle),
  ];
  const percent = (share: number) => `${(share * 100).toFixed(1)}`;
  const part = (n: number, of: number) => (of === 0 ? "–" : percent(n / of));
  return formatTable(
    [
      "group",
      "in scope",
      "top-1",
      "top-3",
      "right %",
      "wrong %",
      "suggested %",
      "missed %",
      "off-topic",
      "answered %",
      "AUROC",
      "language %",
    ],
    groups.map(([name, { inScope, outOfScope, ...scores }]) => [
      name,
      String(inScope.n),
      inScope.n ? percent(scores.top1) : "–",
      inScope.n ? percent(scores.top3) : "–",
      part(inScope.answeredRight, inScope.n),
      part(inScope.answeredWrong, inScope.n),
      part(inScope.suggestedRight + inScope.suggestedWrong, inScope.n),
      part(inScope.fallback, inScope.n),
      String(outOfScope.n),
      part(outOfScope.answered, outOfScope.n),
      inScope.n && outOfScope.n ? scores.auroc.toFixed(3) : "–",
      percent(scores.languageRight),
    ]),
  );
}
