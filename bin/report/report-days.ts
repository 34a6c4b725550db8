// The days of a report, and how they are cut into pieces that a chart can show.
import { daysBetween } from "../../functions/webhook/counts/day.ts";

export interface ReportDays {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

export type PeriodUnit = "day" | "week" | "month";

export interface Periods {
  readonly unit: PeriodUnit;
  readonly periods: readonly ReportDays[];
}

/** More columns than this are too thin to be told apart. */
const mostColumns = 62;

/** Day by day, or by weeks from Monday or months where there are many; the ends may be cut. */
export function periodsOf({ from, to }: ReportDays): Periods {
  const days = daysBetween(from, to);
  const unit =
    days.length <= mostColumns ? "day" : days.length <= 7 * mostColumns ? "week" : "month";
  const periods: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = periods.at(-1);
    if (!last || isFirst[unit](day)) periods.push({ from: day, to: day });
    else last.to = day;
  }
  return { unit, periods };
}

const isFirst: Readonly<Record<PeriodUnit, (day: string) => boolean>> = {
  day: () => true,
  week: (day) => new Date(day).getUTCDay() === 1,
  month: (day) => day.endsWith("-01"),
};

export function endsWeek(day: string): boolean {
  return new Date(day).getUTCDay() === 0;
}
