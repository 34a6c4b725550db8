// The totals of a report: what was let go, and something of what waits.
import type { Column } from "./cells.ts";
import { leastShown, releasesOf, toldOf } from "./release.ts";
import type { ReportDays } from "./report-days.ts";

/** What was let go, and by how much what may be told of the rest has grown; off by 4 at most. */
export function totalOf(column: Column, days: ReportDays): number {
  const all = [...column.values()].map(({ daily }) => releasesOf(daily, days));
  const rest = toldOf(sum(all.map(({ waiting }) => waiting)));
  const restBefore = toldOf(sum(all.map(({ waitingBefore }) => waitingBefore)));
  return sum(all.map(({ released }) => released)) + rest - restBefore;
}

/** Nought stays nought, and nothing else becomes it. */
export function rounded(n: number): number {
  return n === 0 ? 0 : Math.max(leastShown, Math.round(n / leastShown) * leastShown);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
