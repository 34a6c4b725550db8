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
 * `daily` is how often on which day, from the first day of counting to the last of the report.
 */
export function releasesOf(daily: ReadonlyMap<string, number>, from: string): Releases {
  let released = 0;
  let waitingBefore = 0;
  let waiting = 0;
  for (const day of [...daily.keys()].sort()) {
    waiting += daily.get(day) ?? 0;
    if (waiting >= leastShown) {
      if (day >= from) released += waiting;
      waiting = 0;
    }
    if (day < from) waitingBefore = waiting;
  }
  return { released, waitingBefore, waiting };
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
