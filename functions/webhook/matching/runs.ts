// Runs of varying length laid end to end, in a form that says at once where each one starts.

/**
 *     lengths  3 0 2 1 …                how long each run is: small numbers, which compress well
 *     starts   0 … 41 … 97 …            where every 16th run starts, so that few are added up
 */
export interface Runs {
  readonly lengths: Uint8Array | Uint16Array;
  readonly starts: Uint32Array;
}

const blockBits = 4;
const block = 1 << blockBits;

/** @throws RangeError for a run that is longer than 65,535 */
export function runsOf(lengths: ArrayLike<number>): Runs {
  const starts = new Uint32Array(Math.ceil(lengths.length / block));
  let start = 0;
  let longest = 0;
  for (let run = 0; run < lengths.length; run++) {
    if (run % block === 0) starts[run / block] = start;
    const length = lengths[run] as number;
    start += length;
    longest = Math.max(longest, length);
  }
  if (longest > 0xffff) throw new RangeError(`A run of ${longest} is too long.`);
  return { lengths: (longest > 0xff ? Uint16Array : Uint8Array).from(lengths), starts };
}

/** Where a run starts; it ends `lengths[run]` further on. */
export function startOf(run: number, { lengths, starts }: Runs): number {
  let start = starts[run >> blockBits] as number;
  for (let at = run & -block; at < run; at++) start += lengths[at] as number;
  return start;
}
