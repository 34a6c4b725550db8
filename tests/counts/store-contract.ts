// What every store of counts must do, whatever it is made of.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { ClaimResult } from "../../functions/webhook/counts/store.ts";
import { addressOf, cell, claimOf, keyOf, noon } from "./claims.ts";
import type { ReadableStore } from "./readable-store.ts";

export interface OpenStore {
  readonly store: ReadableStore;
  close(): void | Promise<void>;
}

export interface Contract {
  /** Opens an empty store. */
  open(): OpenStore | Promise<OpenStore>;
  /** How many clients at once it stands; 1 where it must be spoken to in turn. */
  readonly clients: number;
  /** How many cells make it long to read. */
  readonly manyCells: number;
}

export function describeStore(name: string, { open, clients, manyCells }: Contract): void {
  describe(name, () => {
    let opened: OpenStore;
    let store: ReadableStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const claim = (message: string, now = noon) =>
      store.claimAndCount(claimOf(message, now), addressOf(message));

    async function totalOf(day = "2026-11-23"): Promise<number> {
      const counts = await store.counts(day, day);
      return counts.reduce((sum, { n }) => sum + n, 0);
    }

    it.each([2, 10, 50])("lets one of %i copies claim a message and counts it once", async (n) => {
      const results = await inParallel(clients, n, () => claim("copied"));
      expect(tally(results)).toEqual({ claimed: 1, "in-progress": n - 1 });
      expect(await totalOf()).toBe(1);
    });

    it("counts each of many messages that arrive together in one cell", async () => {
      const results = await inParallel(clients, 60, (index) => claim(`message ${index}`));
      expect(tally(results)).toEqual({ claimed: 60 });
      expect(await store.counts("2026-11-23", "2026-11-23")).toEqual([
        {
          day: "2026-11-23",
          entry: "end-to-end-encryption",
          language: "id",
          channel: "generic",
          outcome: "answer",
          n: 60,
        },
      ]);
    });

    it("asks others to wait until the last second of a lease", async () => {
      await claim("slow");
      expect(await claim("slow", noon + leaseS - 1)).toBe("in-progress");
    });

    it("lets one of many take over when a lease has run out, without counting again", async () => {
      await claim("abandoned");
      const results = await inParallel(clients, 10, () => claim("abandoned", noon + leaseS));
      expect(tally(results)).toEqual({ "taken-over": 1, "in-progress": 9 });
      expect(await totalOf()).toBe(1);
    });

    it("holds a message that was taken over for a lease of its own", async () => {
      await claim("twice unlucky");
      await claim("twice unlucky", noon + leaseS);
      expect(await claim("twice unlucky", noon + 2 * leaseS - 1)).toBe("in-progress");
      expect(await claim("twice unlucky", noon + 2 * leaseS)).toBe("taken-over");
      expect(await totalOf()).toBe(1);
    });

    it("knows a message that is done, however late it comes again", async () => {
      const first = claimOf("finished");
      await store.claimAndCount(first, addressOf("finished"));
      await store.markDone(first.eventKey, first.owner);
      expect(await claim("finished")).toBe("done");
      expect(await claim("finished", noon + 7 * 24 * 3600)).toBe("done");
      expect(await totalOf()).toBe(1);
    });

    it("recognises its own claim, tried again because the store's reply was lost", async () => {
      const own = claimOf("repeated");
      expect(await store.claimAndCount(own, addressOf("repeated"))).toBe("claimed");
      expect(await store.claimAndCount(own, addressOf("repeated"))).toBe("claimed");
      expect(await totalOf()).toBe(1);
    });

    it("lets another in at once when a claim is given back", async () => {
      const first = claimOf("given back");
      await store.claimAndCount(first, addressOf("given back"));
      await store.release(first.eventKey, first.owner);
      expect(await claim("given back")).toBe("taken-over");
      expect(await totalOf()).toBe(1);
    });

    it("lets no stranger mark a message done or give its claim back", async () => {
      await claim("mine");
      await store.markDone(keyOf("mine"), "a stranger");
      await store.release(keyOf("mine"), "a stranger");
      expect(await claim("mine")).toBe("in-progress");
    });

    it("lets nobody mark a message that was taken over from them", async () => {
      const slow = claimOf("overtaken");
      const fast = claimOf("overtaken", noon + leaseS);
      await store.claimAndCount(slow, addressOf("overtaken"));
      await store.claimAndCount(fast, addressOf("overtaken"));
      await store.markDone(slow.eventKey, slow.owner);
      expect(await claim("overtaken", fast.now)).toBe("in-progress");
      await store.markDone(fast.eventKey, fast.owner);
      expect(await claim("overtaken", fast.now)).toBe("done");
    });

    it("keeps a message done when its claim is given back afterwards", async () => {
      const first = claimOf("finished");
      await store.claimAndCount(first, addressOf("finished"));
      await store.markDone(first.eventKey, first.owner);
      await store.markDone(first.eventKey, first.owner);
      await store.release(first.eventKey, first.owner);
      expect(await claim("finished")).toBe("done");
    });

    it("takes marks and releases of messages it never saw for nothing", async () => {
      await store.markDone(keyOf("unknown"), "somebody");
      await store.release(keyOf("unknown"), "somebody");
      expect(await claim("unknown")).toBe("claimed");
    });

    it("adds to no cell when the claim is not a new one", async () => {
      await claim("renamed");
      const elsewhere = addressOf("renamed", "2026-11-24", "business-chats#en#generic#answer");
      await store.claimAndCount(claimOf("renamed"), elsewhere);
      await store.claimAndCount(claimOf("renamed", noon + leaseS), elsewhere);
      expect(await totalOf("2026-11-24")).toBe(0);
      expect(await totalOf("2026-11-23")).toBe(1);
    });

    it("reports whole days, first and last included, shards summed, in order", async () => {
      const sks = ["-#en#web#fallback-far", cell];
      const days = ["2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"];
      for (const day of days) {
        for (const sk of [...sks].reverse()) {
          // Enough messages that they lie in several shards.
          await inParallel(clients, 6, (index) => {
            const message = `${day} ${sk} ${index}`;
            return store.claimAndCount(claimOf(message), addressOf(message, day, sk));
          });
        }
      }
      const counts = await store.counts("2026-10-31", "2026-11-02");
      expect(counts.map(({ day, entry, n }) => [day, entry, n])).toEqual([
        ["2026-10-31", "-", 6],
        ["2026-10-31", "end-to-end-encryption", 6],
        ["2026-11-01", "-", 6],
        ["2026-11-01", "end-to-end-encryption", 6],
        ["2026-11-02", "-", 6],
        ["2026-11-02", "end-to-end-encryption", 6],
      ]);
      expect(await store.counts("2026-11-04", "2026-11-05")).toEqual([]);
      expect(await store.counts("2026-11-02", "2026-10-31")).toEqual([]);
    });

    it(`reports every one of ${manyCells} cells of a day`, async () => {
      await inParallel(clients, manyCells, (index) => {
        const sk = `entry-${index}#id#generic#answer`;
        return store.claimAndCount(claimOf(sk), { pk: "2026-11-23#3", sk });
      });
      const counts = await store.counts("2026-11-23", "2026-11-23");
      expect(new Set(counts.map(({ entry }) => entry)).size).toBe(manyCells);
      expect(counts.every(({ n }) => n === 1)).toBe(true);
    });
  });
}

/** Does something `times` times, by no more than `clients` at once. */
async function inParallel<Result>(
  clients: number,
  times: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let started = 0;
  async function client() {
    while (started < times) results.push(await work(started++));
  }
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}

function tally(results: readonly ClaimResult[]): Partial<Record<ClaimResult, number>> {
  const counts: Partial<Record<ClaimResult, number>> = {};
  for (const result of results) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}
