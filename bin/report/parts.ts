// How many of some questions had which label, told so that no label's small number follows.
import { leastShown } from "./release.ts";
import { sum } from "./totals.ts";

/** What is told of each label: a multiple of 5, or nought for fewer than 5. */
export type Told = ReadonlyMap<string, number>;

const step = leastShown;
/** The most that a label which is told as nought can have. */
const mostUntold = leastShown - 1;

/**
 * Rounds each label's number. A reader knows how many questions there were in all, so the numbers
 * must leave room: were all of them rounded up as far as can be, or all down, there would be only
 * one way to come to that sum. Then the largest is moved to the next step.
 *
 * ```
 *             web   telegram   together
 * true         58          4         62
 * rounded      60         <5              58 … 62 and 0 … 4: 62 leaves room
 * true         98          0         98
 * rounded     100         <5              98 … 102 and 0 … 4: 98 leaves none for telegram
 * told         95         <5              93 … 97 and 0 … 4: telegram had 1 to 4, or 0 as here
 * ```
 *
 * docs/adr/0006 has the proof, for readers too who know that some labels were never used.
 */
export function toldParts(numbers: ReadonlyMap<string, number>): Told {
  const told = new Map([...numbers].map(([label, n]) => [label, nearest(n)]));
  const largest = [...numbers].reduce<[string, number]>(
    (most, each) => (each[1] > most[1] ? each : most),
    ["", 0],
  )[0];
  const move = roomless(told, sum([...numbers.values()]));
  if (move !== 0) told.set(largest, (told.get(largest) ?? 0) + move);
  return told;
}

/** Which way the largest must be moved to leave room; nought where there is room. */
function roomless(told: Told, together: number): number {
  const large = [...told.values()].filter((n) => n > 0);
  if (sum(large.map(leastOf)) === together) return -step;
  // What must be left for the others, even if each of those rounded up had the most it can.
  const left = together - sum(large.map(mostOf));
  const others = left / mostUntold;
  const areOthersFull = left >= 0 && Number.isInteger(others) && large.length + others >= 2;
  return areOthersFull ? step : 0;
}

function nearest(n: number): number {
  return n < leastShown ? 0 : Math.round(n / step) * step;
}

function leastOf(told: number): number {
  return Math.max(leastShown, told - 2);
}

function mostOf(told: number): number {
  return told + 2;
}
