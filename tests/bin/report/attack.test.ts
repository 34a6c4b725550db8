// Nobody can find out a number below 5 from the reports, not even with all of them side by side.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allTargets, attack, rangeTargets, sumIn } from "./attacker.ts";
import { secondWorld } from "./second-world.ts";
import { allWorlds, rangesOf, reported, type Shown, sumOf, type World } from "./worlds.ts";

/** Worlds whose numbers are small enough for others with larger ones to be thought of. */
const upTo = (most: number) => (world: World) => world.flat().every((n) => n <= most);

describe("every report of every small world", () => {
  it.each([
    ["one cell, three days", 1, 3, 10, 6],
    ["two cells, two days", 2, 2, 10, 6],
    ["two cells, three days", 2, 3, 5, 3],
    ["three cells, two days", 3, 2, 5, 3],
    ["five cells, one day", 5, 1, 6, 4],
  ])("leaves every small sum of any numbers open: %s", (_, cells, days, possible, counted) => {
    const targets = allTargets(cells, days);
    expect(attack(allWorlds(cells, days, possible), reported, targets, upTo(counted))).toEqual([]);
  });

  it("leaves them open where many cells that were nearly full are shown at once", () => {
    expect(attack(nearlyFull(), reported, rangeTargets(6, 2), isFullest)).toEqual([]);
  });
});

describe("reports of larger worlds", () => {
  const asked = fc.oneof(
    fc.constantFrom(0, 4),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 20 }),
  );
  const worlds = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
    .chain(([cells, days]) =>
      fc.array(fc.array(asked, { minLength: days, maxLength: days }), {
        minLength: cells,
        maxLength: cells,
      }),
    );

  it("fit a second world, in which a small number is another one", () => {
    let tried = 0;
    fc.assert(
      fc.property(worlds, fc.nat(), (world, pick) => {
        const days = world[0]?.length ?? 0;
        const small = rangeTargets(world.length, days).filter((t) => sumIn(world, t) < 5);
        const target = small[pick % small.length];
        if (!target) return;
        tried += 1;
        const other = secondWorld(world, (w) => sumIn(w, target)) ?? world;
        expect(sumIn(other, target)).not.toBe(sumIn(world, target));
        expect(Math.min(...other.flat())).toBeGreaterThanOrEqual(0);
        for (const range of rangesOf(days)) {
          expect(reported(other, range)).toBe(reported(world, range));
        }
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});

// The same attacker against rules that look as good: were he blind, these would pass too.
describe("other rules give numbers away", () => {
  const cellsIn = (world: World, [from, to]: readonly [number, number]) =>
    world.map((daily) => sumOf(daily.slice(from, to + 1)));
  const nearest = (n: number) => Math.round(n / 5) * 5;

  const rules: readonly (readonly [string, Shown])[] = [
    [
      "exact numbers from 5 on, whatever the days",
      (world, range) =>
        cellsIn(world, range)
          .map((n) => (n < 5 ? "<5" : n))
          .join(),
    ],
    [
      "numbers and totals rounded, whatever the days",
      (world, range) => {
        const cells = cellsIn(world, range);
        return [...cells, sumOf(cells)].map(nearest).join();
      },
    ],
    [
      "numbers that wait for 5, with an exact total",
      (world, range) => `${reported(world, range)} ${sumOf(cellsIn(world, range))}`,
    ],
  ];

  it.each(rules)("%s", (_, shown) => {
    const pinned = attack(allWorlds(2, 2, 10), shown, rangeTargets(2, 2), upTo(6));
    expect(pinned.length).toBeGreaterThan(0);
  });

  it("numbers that wait for 5, with what waits told in steps of five", () => {
    const inFives: Shown = (world, range) =>
      `${reported(world, range)} ${Math.floor(waitingAfter(world, range[1]) / 5)}`;
    const pinned = attack(nearlyFull(), inFives, rangeTargets(6, 2), isFullest);
    expect(pinned).toContainEqual(expect.objectContaining({ what: "cell 4, days 1 to 1", n: 0 }));
  });
});

/** Four cells with 2 to 4 waiting that are shown on the second day, two that are not. */
function* nearlyFull(): Generator<World> {
  for (const ready of allWorlds(4, 1, 2)) {
    const shownOnTheSecond = ready.map(([n = 0]) => [n + 2, 9 - (n + 2)]);
    for (const quiet of allWorlds(2, 2, 4)) {
      if (quiet.every((daily) => sumOf(daily) < 5)) yield [...shownOnTheSecond, ...quiet];
    }
  }
}

const isFullest = (world: World) => world.slice(0, 4).every(([first = 0]) => first > 2);

function waitingAfter(world: World, day: number): number {
  const waits = world.map((daily) =>
    daily.slice(0, day + 1).reduce((waiting, n) => (waiting + n < 5 ? waiting + n : 0), 0),
  );
  return sumOf(waits);
}
