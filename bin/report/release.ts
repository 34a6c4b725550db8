// When a number may be shown: its questions wait until they are enough to hide each other.

/** Fewer questions than this could be about one person. */
export const leastShown = 5;

/** What became of one cell's questions: before the days of a report, and in them. */
export interface Releases {
  /** How many were let go on days of the report; each time at least `leastShown` together. */
  readonly released: number;
  /** How many still waited when the report's first day began, and when its last day ended. */
  readonly waitingBefore: number;
  readonly waiting: number;
}

/** A cell when one of its days has ended. */
interface DayEnd {
  readonly day: string;
  /** How many were let go; nought, or `leastShown` and more. */
  readonly released: number;
  readonly waiting: number;
}

/**
 * Lets a cell's questions wait until they are enough, then lets all of them go at the end of that
 * day. A day's releases depend on nothing but the days up to it, so that reports of any days agree.
 *
 * ```
 * day        1  2  3   4  5
 * asked      2  1  9   0  4
 * waiting    2  3  0   0  4
 * released   -  -  12  -  -
 * ```
 *
 * `daily` is how often on which day, in order, from the first day of counting.
 */
export function* dayEnds(daily: ReadonlyMap<string, number>): Generator<DayEnd> {
  let waiting = 0;
  for (const [day, n] of daily) {
    waiting += n;
    const released = waiting < leastShown ? 0 : waiting;
    waiting -= released;
    yield { day, released, waiting };
  }
}

export function releasesOf(
  daily: ReadonlyMap<string, number>,
  days: { readonly from: string; readonly to: string },
): Releases {
  const sums = { released: 0, waitingBefore: 0, waiting: 0 };
  for (const { day, released, waiting } of dayEnds(daily)) {
    if (day > days.to) break;
    sums.waiting = waiting;
    if (day < days.from) sums.waitingBefore = waiting;
    else sums.released += released;
  }
  return sums;
}

/** The most that one cell can have waiting. */
const mostWaiting = leastShown - 1;

/**
 * What may be told of all that waits in a column: a number it exceeds, or nought.
 *
 * ```
 * waiting   0 … 4   5 … 8   9 … 12   13 … 16
 * told      0       4       8        12
 * ```
 *
 * The steps end at multiples of the most that one cell can have waiting, so that no step is ever
 * reached or left only by cells that are all full: docs/adr/0006 has the proof.
 */
export function toldOf(waiting: number): number {
  return mostWaiting * Math.max(0, Math.ceil(waiting / mostWaiting) - 1);
}
