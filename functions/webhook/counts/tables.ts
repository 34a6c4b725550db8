// The two tables as they are kept in memory.
import type { Count } from "./cell.ts";
import type { EventItem } from "./event.ts";
import type { Change } from "./journal.ts";
import { type CountItem, readCounts } from "./read-counts.ts";

export class Tables {
  readonly #events = new Map<string, EventItem>();
  /** Partition key → sort key → how often. */
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.apply(change);
  }

  eventOf(eventKey: string): EventItem | undefined {
    return this.#events.get(eventKey);
  }

  apply({ put, add }: Change): void {
    if (put) this.#events.set(put.pk, put);
    if (add) {
      const partition = this.#counts.get(add.pk) ?? new Map<string, number>();
      partition.set(add.sk, (partition.get(add.sk) ?? 0) + add.n);
      this.#counts.set(add.pk, partition);
    }
  }

  /** Forgets the events whose time is before this one, in epoch seconds. */
  forgetExpired(now: number): void {
    for (const { pk, x } of this.#events.values()) {
      if (x < now) this.#events.delete(pk);
    }
  }

  readCounts(from: string, to: string): Promise<Count[]> {
    return readCounts(from, to, (pk) => this.#countsIn(pk));
  }

  /** The fewest changes that make tables like these. */
  *asChanges(): Iterable<Change> {
    for (const put of this.#events.values()) yield { put };
    for (const pk of this.#counts.keys()) {
      for (const add of this.#countsIn(pk)) yield { add };
    }
  }

  #countsIn(pk: string): CountItem[] {
    return Array.from(this.#counts.get(pk) ?? [], ([sk, n]) => ({ pk, sk, n }));
  }
}
