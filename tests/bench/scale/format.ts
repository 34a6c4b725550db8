// The figures of all sizes as a table, and beside it whether the aims are met.
import { formatTable } from "../../../bin/table.ts";
import { figures, pointsOf, question } from "./figures.ts";
import { exponentOf, timesAsMuch } from "./growth.ts";
import type { Cost, Failure } from "./measure.ts";

const none = "–";

/** The aim is set for these two sizes. */
const aim = { small: 50, large: 5000, times: 20 };

export function formatScale(costs: readonly Cost[]): string {
  const sizes = costs.map(({ entries }) => written(entries));
  const head = ["entries", ...sizes, "last / first", "exponent"];
  const rows = figures.map((figure) => {
    const points = pointsOf(figure, costs);
    const [times, exponent] = figure.grows ? [timesAsMuch(points), exponentOf(points)] : [];
    return [
      figure.title,
      ...points.map(({ value }) => figure.write(value)),
      times?.toFixed(1) ?? none,
      exponent?.toFixed(2) ?? none,
    ];
  });
  return formatTable(head, rows);
}

/** The aims that these sizes can tell of; judged as they are written. */
export function formatAims(costs: readonly Cost[]): string[] {
  const points = pointsOf(question, costs);
  const ends = points.filter(({ entries }) => entries === aim.small || entries === aim.large);
  const times = timesAsMuch(ends)?.toFixed(1);
  const exponent = exponentOf(points)?.toFixed(2);
  const said: string[] = [];
  if (times !== undefined) {
    said.push(
      `Aim: with ${written(aim.large)} entries a question takes at most ${aim.times} times what it takes with ${written(aim.small)}: ${times} times, ${verdict(Number(times) <= aim.times)}.`,
    );
  }
  if (exponent !== undefined) {
    said.push(
      `Aim: a question's time grows slower than the bank does, exponent below 1: ${exponent}, ${verdict(Number(exponent) < 1)}.`,
    );
  }
  return said;
}

export function formatFailure({ entries, why }: Failure): string {
  return `Left out: ${written(entries)} entries, whose process told no figures: ${why}.`;
}

function written(entries: number): string {
  return entries.toLocaleString("en");
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "not met";
}
