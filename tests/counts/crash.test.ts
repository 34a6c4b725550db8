// A process may die at any await. The next delivery finds what it left and finishes the journey.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aroundStore } from "../../functions/webhook/counts/around-store.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import type { SendResult } from "../../functions/webhook/counts/journey.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import { noon } from "./claims.ts";
import { deliver, deliverUntilAcknowledged } from "./deliveries.ts";
import { type StandIn, startStandIn } from "./dynamo-stand-in.ts";
import { clientFor, createTables, wrapClient } from "./dynamo-tables.ts";
import { type Mortal, mortal } from "./mortal.ts";
import { type ReadableStore, readableDynamoStore } from "./readable-store.ts";

/** What outlives a process. */
interface World {
  /** A new process opens the store, whose every await may be its last. */
  open(life: Mortal): ReadableStore;
  /** That process is gone. */
  leave(): void;
}

const immortal = mortal(Number.POSITIVE_INFINITY);

function describeCrashes(name: string, createWorld: () => Promise<World>): void {
  describe(name, () => {
    // Moments 0 to 5 are before and after claiming, sending and marking.
    it("replies twice only when a process dies between sending and marking", async () => {
      const replies: number[] = [];
      for (let moments = 0; moments <= 6; moments++) {
        const sent = channelThatSays();
        await dieThenFinish(await createWorld(), sent.send, [moments]);
        replies.push(sent.times());
      }
      expect(replies).toEqual([1, 1, 1, 2, 2, 1, 1]);
    });

    it.each<SendResult["kind"]>(["sent", "transient", "permanent"])(
      "counts once whenever the first two deliveries die, the first reply being %s",
      async (kind) => {
        for (let first = 0; first <= 6; first++) {
          for (let second = 0; second <= 6; second++) {
            await dieThenFinish(await createWorld(), channelThatSays(kind).send, [first, second]);
          }
        }
      },
    );
  });
}

/** Lets a delivery die after each number of moments, then delivers until it is acknowledged. */
async function dieThenFinish(
  world: World,
  send: () => Promise<SendResult>,
  deaths: readonly number[],
): Promise<void> {
  let now = noon;
  for (const moments of deaths) {
    const life = mortal(moments);
    const delivery = deliver(world.open(life), () => life.live(send), "fateful", now);
    await Promise.race([delivery, life.death]);
    world.leave();
    now += leaseS;
  }
  const store = world.open(immortal);
  await deliverUntilAcknowledged(store, send, "fateful", now);
  const counts = await store.counts("2026-11-23", "2026-11-23");
  expect(counts.map(({ n }) => n)).toEqual([1]);
  world.leave();
}

/** Takes the first reply as it is told, and all later ones gladly. */
function channelThatSays(first: SendResult["kind"] = "sent") {
  let times = 0;
  const send = async (): Promise<SendResult> => ({
    kind: times++ === 0 ? first : "sent",
  });
  return { send, times: () => times };
}

describe("the embedded store", () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "jelas-crash-"));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  describeCrashes("in a folder", async () => {
    const directory = mkdtempSync(join(root, "world-"));
    let leave = () => {};
    return {
      open({ live }) {
        const store = openEmbeddedStore({ directory });
        leave = () => store.close();
        return { ...aroundStore(store, live), counts: store.counts };
      },
      leave: () => leave(),
    };
  });
});

describe("the DynamoDB store", () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterAll(() => standIn.stop());

  describeCrashes("at every request", async () => {
    const client = clientFor(standIn.endpoint);
    const tables = await createTables(client);
    return {
      open: ({ live }) =>
        readableDynamoStore({
          client: wrapClient(client, live),
          ...tables,
          deadlineMs: 30_000,
        }),
      leave: () => {},
    };
  });
});
