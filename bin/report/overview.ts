// Everything that the report's page shows, as numbers.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import { type Batch, type BatchRule, batchesOf, byWeeks } from "./batches.ts";
import { type Breakdown, breakdownOf } from "./breakdown.ts";
import { type ByColumn, byColumn, type Cells, cellsOf, questionColumns } from "./cells.ts";
import { type ShownEntries, shownEntries } from "./entries.ts";
import { type PeriodUnit, periodsOf, type ReportDays } from "./report-days.ts";
import { rounded, sum, totalOf } from "./totals.ts";

/** Nought stands for fewer than 5, here as in all that follows. */
export interface Overview {
  readonly days: ReportDays;
  readonly totals: ByColumn;
  readonly questions: number;
  readonly unit: PeriodUnit;
  readonly periods: readonly Period[];
  readonly entries: ShownEntries;
  readonly languages: Breakdown;
  readonly channels: Breakdown;
  readonly picked: Picked;
}

export interface Period extends ReportDays {
  readonly totals: ByColumn;
}

/** Answers that people picked from a list, not found by what they wrote. */
export interface Picked {
  /** How many answers the batches held, of all entries. */
  readonly answers: number;
  readonly entries: readonly { readonly entry: string; readonly n: number }[];
}

export interface BatchRules {
  /** Over all entries, by language and by channel. */
  readonly questions: BatchRule;
  /** Of one entry's answers. */
  readonly answers: BatchRule;
}

/** The larger a batch, the closer its numbers are to the truth; the smaller, the sooner told. */
export const leastInBatch = { questions: 50, answers: 20 } as const;

const batchRules: BatchRules = {
  questions: byWeeks(leastInBatch.questions),
  answers: byWeeks(leastInBatch.answers),
};

/** Like the report: of all counts from the first day of counting. */
export function makeOverview(
  counts: readonly Count[],
  days: ReportDays,
  faqEntries: readonly string[],
  rules: BatchRules = batchRules,
): Overview {
  const cells = cellsOf(counts, days.to);
  const totalsIn = (some: ReportDays) => byColumn((name) => totalOf(cells[name], some));
  const totals = totalsIn(days);
  const { unit, periods } = periodsOf(days);
  const questions = questionColumns.flatMap((name) => [...cells[name].values()]);
  const batches = batchesOf(questions, rules.questions, days.to).filter(isIn(days));
  return {
    days,
    totals: roundedAll(totals),
    questions: rounded(sum(questionColumns.map((name) => totals[name]))),
    unit,
    // What a report of these days alone would say, so that nothing more is told.
    periods: periods.map((some) => ({ ...some, totals: roundedAll(totalsIn(some)) })),
    entries: shownEntries(cells, days, faqEntries),
    languages: breakdownOf(batches, ({ language }) => language),
    channels: breakdownOf(batches, ({ channel }) => channel),
    picked: pickedIn(cells, days, rules.answers),
  };
}

function pickedIn({ answered }: Cells, days: ReportDays, rule: BatchRule): Picked {
  const byEntry = [...answered].map(([entry, cell]) => {
    const batches = batchesOf([cell], rule, days.to).filter(isIn(days));
    const { questions, parts } = breakdownOf(batches, ({ outcome }) => outcome);
    return { entry, questions, n: parts.find(({ label }) => label === "chosen")?.n ?? 0 };
  });
  return {
    answers: sum(byEntry.map(({ questions }) => questions)),
    entries: byEntry
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.entry < b.entry ? -1 : 1))
      .map(({ entry, n }) => ({ entry, n })),
  };
}

function isIn({ from, to }: ReportDays): (batch: Batch) => boolean {
  return ({ endedOn }) => endedOn >= from && endedOn <= to;
}

function roundedAll(totals: ByColumn): ByColumn {
  return byColumn((name) => rounded(totals[name]));
}
