// The state with what the views look up in it again and again.
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import type { LocatedRival } from "../../rivals/locate.ts";
import type { WorkshopEntry, WorkshopState } from "../state.ts";

export interface IndexedState {
  readonly state: WorkshopState;
  entry(id: string): WorkshopEntry | undefined;
  /** What the linter says of the entry's file. */
  findingsOf(entry: WorkshopEntry): readonly Problem[];
  /** The phrasings of the entry that another would win. */
  rivalsOf(entryId: string): readonly LocatedRival[];
}

export function indexState(state: WorkshopState): IndexedState {
  const byId = new Map(state.entries.map((entry) => [entry.id, entry]));
  const findings = grouped(state.findings, ({ file }) => file);
  const rivals = grouped(state.rivals, ({ entry }) => entry);
  return {
    state,
    entry: (id) => byId.get(id),
    findingsOf: ({ file }) => findings.get(file) ?? [],
    rivalsOf: (id) => rivals.get(id) ?? [],
  };
}

/** By key, in the order in which the keys come up. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
