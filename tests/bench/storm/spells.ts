// Bad spells: stretches of virtual time in which something fails far more often than it should.
import type { Chance } from "./chance.ts";

export interface Climate<Kind> {
  readonly kinds: readonly Kind[];
  /** How long it stays calm, and how long a spell lasts, on average. */
  readonly calmMs: number;
  readonly spellMs: number;
}

/** The spell at a time, `undefined` when it is calm. Asked in the order of time. */
export function spellsOf<Kind>(
  { kinds, calmMs, spellMs }: Climate<Kind>,
  chance: Chance,
  startMs: number,
): (nowMs: number) => Kind | undefined {
  let spell: Kind | undefined;
  let untilMs = startMs + chance.around(calmMs);
  return (nowMs) => {
    while (nowMs >= untilMs) {
      spell = spell === undefined ? chance.oneOf(kinds) : undefined;
      untilMs += chance.around(spell === undefined ? calmMs : spellMs);
    }
    return spell;
  };
}
