// What was measured, as tables.
import { formatTable } from "../../../bin/table.ts";
import { quantile } from "../quality/measure.ts";
import type { Life, Variant } from "./lives.ts";

const megabyte = 1024 * 1024;

/** From the beginning of the import to the first answer. */
export const startMs = ({ bootedMs, answeredMs }: Life) => answeredMs - bootedMs;
export const laterMb = ({ rss, rssLater = rss }: Life) => rssLater / megabyte;

export function formatStarts(variants: readonly Variant[], lives: readonly Life[][]): string {
  const rows = variants.map(({ name }, index) => {
    const own = lives[index] ?? [];
    const at = (of: (life: Life) => number, q = 0.5) => quantile(own.map(of), q).toFixed(1);
    return [
      name,
      at(({ bootedMs, importedMs }) => importedMs - bootedMs),
      at(({ importedMs, answeredMs }) => answeredMs - importedMs),
      at(startMs),
      `${at(startMs, 0.25)}–${at(startMs, 0.75)}`,
      at(({ importCpuMs }) => importCpuMs),
      at(({ importCpuMs, wholeCpuMs }) => wholeCpuMs - importCpuMs),
    ];
  });
  const times = ["import", "first call", "both", "quartiles"];
  // Lambda gives the import a whole processor, and the first call a seventh of one.
  const processor = ["processor: import", "first call"];
  return formatTable(["a start, ms, medians", ...times, ...processor], rows);
}

export function formatMemory(
  variants: readonly Variant[],
  lives: readonly Life[][],
  calls: number,
): string {
  const rows = variants.map(({ name }, index) => {
    const own = lives[index] ?? [];
    const medianOf = (of: (life: Life) => number) => quantile(own.map(of), 0.5).toFixed(1);
    return [name, medianOf(({ rss }) => rss / megabyte), medianOf(laterMb)];
  });
  return formatTable(["memory, MB, medians", "first call", `${calls} calls later`], rows);
}

/** By how much one takes more than another: the median over the rounds in which both ran. */
export function beyond(
  lives: readonly Life[] = [],
  floor: readonly Life[] = [],
  of: (life: Life) => number,
): number {
  const differences = lives.flatMap((life, round) => {
    const beside = floor[round];
    return beside ? [of(life) - of(beside)] : [];
  });
  return quantile(differences, 0.5);
}
