// Questions that were let go, gathered into batches that are large enough to be divided.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import { daysBetween } from "../../functions/webhook/counts/day.ts";
import type { Cell } from "./cells.ts";
import { dayEnds } from "./release.ts";
import { endsWeek } from "./report-days.ts";
import { sum } from "./totals.ts";

/** All questions that some cells let go between the end of one batch and its own. */
export interface Batch {
  readonly endedOn: string;
  readonly questions: number;
  readonly counts: readonly Count[];
}

/** When a batch may end: on days such as these, once it holds so many questions. */
export interface BatchRule {
  readonly least: number;
  readonly mayEndOn: (day: string) => boolean;
}

/** Few and large, so that rounding each of them costs little. */
export function byWeeks(least: number): BatchRule {
  return { least, mayEndOn: endsWeek };
}

/**
 * Batches of the cells' releases, from the first day of counting to the last day. They are made of
 * whole releases, and where they end depends on nothing but what the releases tell anyway.
 */
export function batchesOf(
  cells: readonly Cell[],
  { least, mayEndOn }: BatchRule,
  lastDay: string,
): Batch[] {
  const byDay = new Map<string, Count[]>();
  for (const cell of cells) addReleases(cell, byDay);
  const firstDay = [...byDay.keys()].sort()[0];
  if (firstDay === undefined) return [];
  const batches: Batch[] = [];
  let counts: Count[] = [];
  for (const day of daysBetween(firstDay, lastDay)) {
    counts = counts.concat(byDay.get(day) ?? []);
    const questions = sum(counts.map(({ n }) => n));
    if (questions < least || !mayEndOn(day)) continue;
    batches.push({ endedOn: day, questions, counts });
    counts = [];
  }
  return batches;
}

/** Puts each count to the day on which it was let go. */
function addReleases({ counts, daily }: Cell, byDay: Map<string, Count[]>): void {
  const onDay = new Map<string, Count[]>();
  for (const count of counts) onDay.set(count.day, [...(onDay.get(count.day) ?? []), count]);
  let waiting: Count[] = [];
  for (const { day, released } of dayEnds(daily)) {
    waiting.push(...(onDay.get(day) ?? []));
    if (released === 0) continue;
    byDay.set(day, (byDay.get(day) ?? []).concat(waiting));
    waiting = [];
  }
}
