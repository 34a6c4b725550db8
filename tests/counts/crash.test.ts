// A process may die at any await. The next delivery finds what it left and finishes the journey.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDynamoStore } from "../../functions/webhook/counts/dynamo.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import type { SendResult } from "../../functions/webhook/counts/journey.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { noon } from "./claims.ts";
import { deliver, deliverUntilAcknowledged } from "./deliveries.ts";
import { type StandIn, startStandIn } from "./dynamo-stand-in.ts";
import { clientFor, createTables, wrapClient } from "./dynamo-tables.ts";
import { type Mortal, mortal } from "./mortal.ts";

/** What outlives a process: tables, or a folder. */
interface World {
  /** Starts a process whose store dies with it. */
  open(life: Mortal): CountStore;
  /** The process is gone, whether it died or ended. */
  leave(): void;
}

const immortal = mortal(Number.POSITIVE_INFINITY);

/** How the channel takes the first replies; it takes all later ones. */
const channels: SendResult["kind"][][] = [["sent"], ["transient"], ["permanent"]];

function describeCrashes(name: string, createWorld: () => Promise<World>): void {
  describe(name, () => {
    it.each(channels)("counts once whenever two deliveries die, their first reply being %s", async (...kinds) => {
      let livedThrough = false;
      for (let first = 0; !livedThrough; first++) {
        for (let second = 0; ; second++) {
          const lived = await dieTwice(await createWorld(), kinds, first, second);
          livedThrough = lived.first;
          if (lived.first || lived.second) break;
        }
      }
    });

    it("replies twice only when a process dies between sending and marking", async () => {
      for (let moments = 0; ; moments++) {
        const { replies, diedAfter } = await dieOnce(await createWorld(), moments);
        expect(replies).toBe(diedAfter === "send" ? 2 : 1);
        if (diedAfter === undefined) break;
      }
    });
  });

  /** Two deliveries die, a third may not. Says which lived long enough to finish. */
  async function dieTwice(world: World, kinds: SendResult["kind"][], first: number, second: number) {
    const results = [...kinds];
    const send = async (): Promise<SendResult> => ({ kind: results.shift() ?? "sent" });
    const lived = [];
    let now = noon;
    for (const moments of [first, second]) {
      const life = mortal(moments);
      const store = world.open(life);
      const journey = deliver(store, () => life.live(send), "fateful", now);
      lived.push((await Promise.race([journey, life.death])) !== "died");
      world.leave();
      now += leaseS;
    }
    const store = world.open(immortal);
    const ending = await deliverUntilAcknowledged(store, send, "fateful", now);
    expect(["replied", "duplicate", "refused"]).toContain(ending);
    expect(await totalOf(store)).toBe(1);
    world.leave();
    return { first: lived[0] ?? false, second: lived[1] ?? false };
  }

  /** One delivery dies, the message comes again at once and later, until it is acknowledged. */
  async function dieOnce(world: World, moments: number) {
    const life = mortal(moments);
    let replies = 0;
    const send = async (): Promise<SendResult> => {
      replies++;
      return { kind: "sent" };
    };
    const mortalStore = world.open(life);
    // The last thing that was done to the end, though the process may not have lived to know it.
    let diedAfter: "claim" | "send" | "mark" | "nothing" | undefined = "nothing";
    const outcome = await Promise.race([
      deliver(mortalStore, () => life.live(send), "fateful", noon),
      life.death,
    ]);
    const repliesOfFirst = replies;
    world.leave();
    const store = world.open(immortal);
    const ending = await deliverUntilAcknowledged(store, send, "fateful", noon + 1);
    expect(await totalOf(store)).toBe(1);
    world.leave();
    if (outcome !== "died") diedAfter = undefined;
    else if (ending === "duplicate") diedAfter = "mark";
    else if (repliesOfFirst > 0) diedAfter = "send";
    return { replies, diedAfter };
  }
}

async function totalOf(store: CountStore): Promise<number> {
  const counts = await store.counts("2026-11-23", "2026-11-23");
  return counts.reduce((sum, { n }) => sum + n, 0);
}
