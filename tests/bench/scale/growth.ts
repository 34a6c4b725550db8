// How fast a figure grows with the bank: figure ≈ constant · entries^exponent.

/** A figure at a size. */
export interface Point {
  readonly entries: number;
  readonly value: number;
}

/**
 * The slope of the straight line that fits log value over log entries best (least squares): 0 is
 * no growth, 1 grows as the bank does. None with fewer than two sizes, or where a value isn't
 * above nought.
 */
export function exponentOf(points: readonly Point[]): number | undefined {
  if (points.some(({ value }) => !(value > 0))) return undefined;
  const xs = points.map(({ entries }) => Math.log(entries));
  const ys = points.map(({ value }) => Math.log(value));
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const spread = sum(xs.map((x) => (x - meanX) ** 2));
  if (!(spread > 0)) return undefined;
  return sum(xs.map((x, at) => (x - meanX) * ((ys[at] ?? 0) - meanY))) / spread;
}

/** How many times the first value the last one is; none where the first isn't above nought. */
export function timesAsMuch(points: readonly Point[]): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last || !(first.value > 0)) return undefined;
  return last.value / first.value;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
