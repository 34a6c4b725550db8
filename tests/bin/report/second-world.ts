// Finds another world that looks the same: the proof of docs/adr/0006 turned into a search.
//
// What is hidden is a flow. A question of a cell enters on its day, flows through the days on which
// it waits, and leaves through its cell's spell of waiting; what waits on a day must stay between
// two bounds, and a spell must stay below 5. A world that looks the same differs by a circle of
// questions, along which no bound is broken.
import { leastShown, toldOf } from "../../../bin/report/release.ts";
import { sumOf, type World } from "./worlds.ts";

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly least: number;
  readonly most: number;
  flow: number;
  /** Which question's number this is, if it is one. */
  readonly place?: readonly [cell: number, day: number];
}

/** Days on which a cell has something waiting, up to its release if there is one. */
interface Spell {
  readonly cell: number;
  readonly first: number;
  readonly last: number;
  readonly releasedOn: number | undefined;
}

/** A world with the same reports in which `tell` is another number; undefined if none is found. */
export function secondWorld(world: World, tell: (world: World) => number): World | undefined {
  const told = tell(world);
  const spells = world.flatMap(spellsOf);
  const arcs = arcsOf(world, spells);
  // The shortest way round may undo what it should change: then one arc after another is shunned.
  for (const shunned of [undefined, ...arcs]) {
    for (const arc of arcs.filter((arc) => arc !== shunned)) {
      for (const by of [1, -1] as const) {
        const flows = circle(arc, by, arcs, shunned);
        const other = flows && worldOf(world, spells, flows);
        if (other && tell(other) !== told) return other;
      }
    }
  }
  return undefined;
}

function spellsOf(daily: readonly number[], cell: number): Spell[] {
  const spells: Spell[] = [];
  let first = 0;
  let waiting = 0;
  for (const [day, n] of daily.entries()) {
    waiting += n;
    if (waiting < leastShown) continue;
    spells.push({ cell, first, last: day - 1, releasedOn: day });
    first = day + 1;
    waiting = 0;
  }
  spells.push({ cell, first, last: daily.length - 1, releasedOn: undefined });
  return spells.filter(({ first, last }) => first <= last);
}

function arcsOf(world: World, spells: readonly Spell[]): Arc[] {
  const days = world[0]?.length ?? 0;
  const asked = (cell: number, day: number) => world[cell]?.[day] ?? 0;
  const waiting = ({ cell, first, last }: Spell, day: number) =>
    day < first || day > last ? 0 : sumOf(world[cell]?.slice(first, day + 1) ?? []);
  const throughDays = Array.from({ length: days }, (_, day): Arc => {
    const flow = sumOf(spells.map((spell) => waiting(spell, day)));
    const told = toldOf(flow);
    return {
      from: `day ${day}`,
      to: `day ${day + 1}`,
      least: told && told + 1,
      most: told + 4,
      flow,
    };
  });
  const throughSpells = spells.flatMap((spell): Arc[] => {
    const { cell, first, last } = spell;
    const leaf = `cell ${cell} from ${first}`;
    const out = { from: `day ${last + 1}`, to: leaf, least: 0, most: 4 };
    const back = Array.from({ length: last - first + 1 }, (_, at): Arc => {
      const day = first + at;
      const most = Number.POSITIVE_INFINITY;
      const flow = asked(cell, day);
      return { from: leaf, to: `day ${day}`, least: 0, most, flow, place: [cell, day] };
    });
    return [{ ...out, flow: waiting(spell, last) }, ...back];
  });
  return [...throughDays, ...throughSpells];
}

/** The flows after one more question, or one less, goes through an arc and round. */
function circle(
  arc: Arc,
  by: 1 | -1,
  arcs: readonly Arc[],
  shunned: Arc | undefined,
): Map<Arc, number> | undefined {
  const steps = arcs
    .filter((other) => other !== shunned)
    .flatMap((other) => [
      ...(other.flow < other.most ? [{ arc: other, from: other.from, to: other.to, by: 1 }] : []),
      ...(other.flow > other.least ? [{ arc: other, from: other.to, to: other.from, by: -1 }] : []),
    ]);
  const start = steps.find((step) => step.arc === arc && step.by === by);
  if (!start) return undefined;
  const reached = new Map([[start.to, [start]]]);
  for (const [place, way] of reached) {
    if (place === start.from) {
      return new Map(way.map((step) => [step.arc, step.arc.flow + step.by]));
    }
    for (const step of steps) {
      if (step.arc !== arc && step.from === place && !reached.has(step.to)) {
        reached.set(step.to, [...way, step]);
      }
    }
  }
  return undefined;
}

/** A release stays what it was, so its own day makes up for what the days before it changed. */
function worldOf(world: World, spells: readonly Spell[], flows: ReadonlyMap<Arc, number>): World {
  const other = world.map((daily) => [...daily]);
  for (const [{ place, flow }, n] of flows) {
    if (!place) continue;
    const [cell, day] = place;
    const daily = other[cell] ?? [];
    daily[day] = n;
    const spell = spells.find((s) => s.cell === cell && s.first <= day && day <= s.last);
    const end = spell?.releasedOn;
    if (end !== undefined) daily[end] = (daily[end] ?? 0) - (n - flow);
  }
  return other;
}
