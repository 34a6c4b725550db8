// Keeps counts in this process, and in a file where it is given a folder: no account, no server.
import { mkdirSync } from "node:fs";
import type { Count } from "./cell.ts";
import { dayMs } from "./day.ts";
import { type PendingEvent, pendingEvent, standingOf } from "./event.ts";
import { type Change, type Journal, readJournal, startJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { type CountStore, StoreUnavailable } from "./store.ts";
import { Tables } from "./tables.ts";

export interface EmbeddedStore extends CountStore {
  /** As `readEmbeddedCounts` has them, also where there is no folder to read. */
  counts(from: string, to: string): Promise<Count[]>;
  /** Ends counting and lets another process have the folder. */
  close(): void;
}

export interface EmbeddedStoreOptions {
  /** Where the counts are kept between runs; without it they end with the process. */
  readonly directory?: string;
}

/**
 * Opens the store, forgetting expired events, then and once a day.
 * @throws Error naming the remedy, if another process has the folder or its file is damaged
 */
export function openEmbeddedStore({ directory }: EmbeddedStoreOptions = {}): EmbeddedStore {
  if (directory === undefined) return storeIn(new Tables([]), inMemory, () => {});
  mkdirSync(directory, { recursive: true });
  const unlock = lockFolder(directory);
  try {
    const tables = new Tables(readJournal(directory));
    const forgetExpired = () => tables.forgetExpired(Date.now() / 1000);
    forgetExpired();
    const journal = startJournal(directory, tables.asChanges());
    const daily = setInterval(() => {
      forgetExpired();
      try {
        journal.rewrite(tables.asChanges());
      } catch {
        // The disk is full, say: the old file is whole, and tomorrow is another day.
      }
    }, dayMs).unref();
    return storeIn(tables, journal, () => {
      clearInterval(daily);
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The counts in a folder, also while a server in another process goes on counting into it. */
export async function readEmbeddedCounts(
  directory: string,
  from: string,
  to: string,
): Promise<Count[]> {
  return new Tables(readJournal(directory)).readCounts(from, to);
}

type Appendable = Pick<Journal, "append">;

const inMemory: Appendable = { append() {} };

// Nothing below waits for anything, so every operation is whole before the next one begins.
function storeIn(tables: Tables, journal: Appendable, letGo: () => void): EmbeddedStore {
  let isClosed = false;

  function commit(change: Change): void {
    if (isClosed) throw new StoreUnavailable("Closed");
    try {
      journal.append(change);
    } catch (error) {
      throw new StoreUnavailable((error as NodeJS.ErrnoException).code ?? "Unknown");
    }
    tables.apply(change);
  }

  function eventHeldBy(owner: string, eventKey: string): PendingEvent | undefined {
    const event = tables.eventOf(eventKey);
    return event?.s === "P" && event.o === owner ? event : undefined;
  }

  return {
    async claimAndCount(claim, address) {
      const event = tables.eventOf(claim.eventKey);
      if (!event) {
        commit({ put: pendingEvent(claim), add: { ...address, n: 1 } });
        return "claimed";
      }
      switch (standingOf(event, claim)) {
        case "ours":
          return "claimed";
        case "done":
          return "done";
        case "held":
          return "in-progress";
        case "lapsed":
          commit({ put: { ...pendingEvent(claim), x: event.x } });
          return "taken-over";
      }
    },
    async markDone(eventKey, owner) {
      const event = eventHeldBy(owner, eventKey);
      if (event) commit({ put: { pk: eventKey, s: "D", x: event.x } });
    },
    async release(eventKey, owner) {
      const event = eventHeldBy(owner, eventKey);
      if (event) commit({ put: { ...event, l: 0 } });
    },
    counts: (from, to) => tables.readCounts(from, to),
    close() {
      isClosed = true;
      letGo();
    },
  };
}
