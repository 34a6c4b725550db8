// Small worlds of questions, and what a report tells of them, for those who attack it.
import { makeReport } from "../../../bin/report/report.ts";
import type { Count } from "../../../functions/webhook/counts/cell.ts";

/** How often each cell of a column was asked on each day: `world[cell][day]`. */
export type World = readonly (readonly number[])[];

/** Days from and to, both included, counted from 0. */
export type Range = readonly [from: number, to: number];

/** What somebody sees of a world who asks for these days. */
export type Shown = (world: World, range: Range) => string;

export function rangesOf(days: number): Range[] {
  const all = Array.from({ length: days }, (_, day) => day);
  return all.flatMap((from) => all.slice(from).map((to): Range => [from, to]));
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

const dayMs = 24 * 60 * 60 * 1000;
const dayNames = Array.from({ length: 100 }, (_, day) =>
  new Date(Date.UTC(2026, 9, 1) + day * dayMs).toISOString().slice(0, 10),
);
export const nameOf = (day: number) => dayNames[day] ?? "";
const entryNames = Array.from({ length: 20 }, (_, cell) => `entry-${cell}`);

/** Everything that the command prints of a world, the same in every format. */
export const reported: Shown = (world, [from, to]) => {
  const report = makeReport(countsOf(world), { from: nameOf(from), to: nameOf(to) }, []);
  return `${report.rows.join(";")}|${report.questions}`;
};

function countsOf(world: World): Count[] {
  return world.flatMap((daily, cell) =>
    daily.flatMap((n, day) =>
      n === 0
        ? []
        : {
            day: nameOf(day),
            entry: entryNames[cell] ?? "",
            language: "id",
            channel: "web" as const,
            outcome: "answer" as const,
            n,
          },
    ),
  );
}

/** Every world of so many cells and days whose numbers are from 0 to `most`. */
export function* allWorlds(cells: number, days: number, most: number): Generator<World> {
  const world = Array.from({ length: cells }, () => new Array<number>(days).fill(0));
  function* fill(place: number): Generator<World> {
    const daily = world[Math.floor(place / days)];
    if (!daily) return yield world.map((row) => [...row]);
    for (let n = 0; n <= most; n++) {
      daily[place % days] = n;
      yield* fill(place + 1);
    }
  }
  yield* fill(0);
}
