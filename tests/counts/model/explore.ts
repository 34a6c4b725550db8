// Visits every situation that can be reached from a first one, the nearest ones first.

export interface Step<Situation> {
  /** What happens, in words. */
  readonly what: string;
  readonly to: Situation;
}

export interface Search<Situation> {
  readonly first: Situation;
  stepsFrom(situation: Situation): Iterable<Step<Situation>>;
  /** The same text for situations that are the same, and for no others. */
  nameOf(situation: Situation): string;
  /** The property that does not hold there. */
  brokenIn(situation: Situation): string | undefined;
}

export interface Violation {
  readonly property: string;
  /** What happened, step by step; no shorter way leads to a violation. */
  readonly trace: readonly string[];
}

export interface Exploration {
  readonly situations: number;
  readonly steps: number;
  readonly violation: Violation | undefined;
}

/** Ends at the first violation, or when everything has been seen. */
export function explore<Situation>(search: Search<Situation>): Exploration {
  const { first, stepsFrom, nameOf, brokenIn } = search;
  const known = new Set([nameOf(first)]);
  const seen: Seen<Situation>[] = [{ situation: first, what: "", from: undefined }];
  let steps = 0;
  for (const from of seen) {
    const property = brokenIn(from.situation);
    if (property !== undefined) {
      return { situations: seen.length, steps, violation: { property, trace: traceTo(from) } };
    }
    for (const { what, to } of stepsFrom(from.situation)) {
      steps += 1;
      const name = nameOf(to);
      if (known.has(name)) continue;
      known.add(name);
      seen.push({ situation: to, what, from });
    }
  }
  return { situations: seen.length, steps, violation: undefined };
}

interface Seen<Situation> {
  readonly situation: Situation;
  readonly what: string;
  readonly from: Seen<Situation> | undefined;
}

function traceTo<Situation>(last: Seen<Situation>): string[] {
  const trace: string[] = [];
  for (let at: Seen<Situation> | undefined = last; at?.from; at = at.from) trace.push(at.what);
  return trace.reverse();
}
