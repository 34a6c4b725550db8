// Somebody who knows the rule, has every report there is, and has thought of every possible world.
import { rangesOf, type Shown, sumOf, type World } from "./worlds.ts";

/** A number that only one world, or only worlds that agree on it, can have led to. */
export interface Pinned {
  readonly world: World;
  readonly what: string;
  readonly n: number;
}

/** A sum over some cells and days that the attacker would like to know. */
export interface Target {
  readonly name: string;
  /** Cell and day of each number that is added. */
  readonly parts: readonly (readonly [cell: number, day: number])[];
}

/** What the worlds that look alike have in common. */
interface Lookalikes {
  readonly sums: readonly number[];
  readonly isOpen: boolean[];
  example: World | undefined;
}

/**
 * Sums below 5 that the reports of some world give away. The possible worlds must reach beyond
 * those that count, or the edge of what was thought of would look like knowledge.
 */
export function attack(
  possible: Iterable<World>,
  shown: Shown,
  targets: readonly Target[],
  counts: (world: World) => boolean = () => true,
): Pinned[] {
  const groups = new Map<string, Lookalikes>();
  for (const world of possible) {
    const seen = rangesOf(world[0]?.length ?? 0)
      .map((range) => shown(world, range))
      .join("\n");
    let group = groups.get(seen);
    if (!group) {
      const sums = targets.map((target) => sumIn(world, target));
      group = { sums, isOpen: targets.map(() => false), example: undefined };
      groups.set(seen, group);
    }
    for (const [at, target] of targets.entries()) {
      group.isOpen[at] ||= sumIn(world, target) !== group.sums[at];
    }
    if (counts(world)) group.example ??= world;
  }
  return [...groups.values()].flatMap(({ sums, isOpen, example }) =>
    targets.flatMap(({ name }, at) => {
      const n = sums[at] ?? 0;
      return example && n < 5 && !isOpen[at] ? [{ world: example, what: name, n }] : [];
    }),
  );
}

export function sumIn(world: World, { parts }: Target): number {
  let sum = 0;
  for (const [cell, day] of parts) sum += world[cell]?.[day] ?? 0;
  return sum;
}

/** Every cell and the total, over every range of days. */
export function rangeTargets(cells: number, days: number): Target[] {
  const all = Array.from({ length: cells }, (_, cell) => cell);
  const groups = [...all.map((cell) => [cell]), ...(cells > 1 ? [all] : [])];
  return rangesOf(days).flatMap(([from, to]) =>
    groups.map((group) => ({
      name: `${group.length > 1 ? "total" : `cell ${sumOf(group)}`}, days ${from} to ${to}`,
      parts: group.flatMap((cell) => daysIn(from, to).map((day) => [cell, day] as const)),
    })),
  );
}

/** Every sum there is, of any of the numbers. */
export function allTargets(cells: number, days: number): Target[] {
  const places = Array.from(
    { length: cells * days },
    (_, at) => [Math.floor(at / days), at % days] as const,
  );
  return Array.from({ length: 2 ** places.length - 1 }, (_, at) => {
    const parts = places.filter((_, place) => ((at + 1) >> place) & 1);
    return { name: parts.map(([cell, day]) => `cell ${cell} day ${day}`).join(" + "), parts };
  });
}

function daysIn(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
