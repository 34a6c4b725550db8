// The figures that are shown of each size: their names, how they are written, which have an aim.
import type { Cost } from "./measure.ts";

export interface Figure {
  readonly title: string;
  /** Its line in the plot, if it has one. */
  readonly line?: string;
  readonly of: (cost: Cost) => number;
  readonly write: (value: number) => string;
  /** A share doesn't grow with the bank. */
  readonly grows: boolean;
}

const grows = (title: string, of: Figure["of"], write: Figure["write"], line?: string): Figure => ({
  title,
  of,
  write,
  grows: true,
  ...(line !== undefined && { line }),
});

const share = (title: string, of: Figure["of"]): Figure => ({
  title,
  of,
  write: (value) => (100 * value).toFixed(1),
  grows: false,
});

const whole = (value: number) => value.toFixed(0);
const tenths = (value: number) => value.toFixed(1);

/** What the aims are set for. */
export const question = grows("a question, p50 µs", (cost) => cost.p50Us, whole, "a question");

export const figures: readonly Figure[] = [
  grows("different words in the phrasings", (cost) => cost.words, whole),
  grows("learning, s", (cost) => cost.trainingS, tenths, "learning"),
  grows("… its process at most, MB", (cost) => cost.trainingPeakMb, whole),
  grows("the model, kB", (cost) => cost.modelKb, whole),
  grows("… gzipped, kB", (cost) => cost.gzippedKb, whole, "model, gzipped"),
  grows("loading it, ms", (cost) => cost.loadMs, tenths, "loading"),
  grows("the first question, ms", (cost) => cost.firstMs, tenths),
  question,
  grows("… p99 µs", (cost) => cost.p99Us, whole),
  grows("10 % of letters wrong, p50 µs", (cost) => cost.noisyP50Us, whole, "a misspelt question"),
  grows("… p99 µs", (cost) => cost.noisyP99Us, whole),
  grows("memory of the bot, RSS, MB", (cost) => cost.rssMb, tenths),
  grows("… heap and arrays, MB", (cost) => cost.usedMb, tenths, "memory"),
  share("right entry first, %", (cost) => cost.right),
  share("… 10 % of letters wrong, %", (cost) => cost.noisyRight),
];

/** A figure at each size, as it grows. */
export const pointsOf = (figure: Figure, costs: readonly Cost[]) =>
  costs.map((cost) => ({ entries: cost.entries, value: figure.of(cost) }));
