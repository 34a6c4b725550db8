// What the DynamoDB store writes, and what it does when DynamoDB falters.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createDynamoStore,
  type DynamoStoreOptions,
} from "../../functions/webhook/counts/dynamo.ts";
import type { TableNames } from "../../functions/webhook/counts/dynamo-writes.ts";
import type { SendResult } from "../../functions/webhook/counts/journey.ts";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { addressOf, cell, claimOf, keyOf, noon } from "./claims.ts";
import { deliverUntilAcknowledged } from "./deliveries.ts";
import { type Fault, type StandIn, startStandIn } from "./dynamo-stand-in.ts";
import { clientFor, createTables, wrapClient } from "./dynamo-tables.ts";
import { type ReadableStore, readableDynamoStore } from "./readable-store.ts";

let standIn: StandIn;
let client: DynamoDBClient;
let tables: TableNames;
let store: ReadableStore;
let pausesMs: number[];

beforeEach(async () => {
  standIn = await startStandIn();
  client = clientFor(standIn.endpoint);
  tables = await createTables(client);
  pausesMs = [];
  store = storeWith({});
});

afterEach(async () => {
  client.destroy();
  await standIn.stop();
});

/** A store that takes its time but does not pause, unless told otherwise. */
function storeWith(options: Partial<DynamoStoreOptions>): ReadableStore {
  return readableDynamoStore({
    client,
    ...tables,
    deadlineMs: 30_000,
    sleep: async (ms) => {
      pausesMs.push(ms);
    },
    ...options,
  });
}

function failNext(operation: string, ...faults: Fault[]): void {
  standIn.faultFor = (asked) => (asked === operation ? faults.shift() : undefined);
}

function failAlways(fault: Fault): void {
  standIn.faultFor = () => fault;
}

const claim = (message: string, now = noon) =>
  store.claimAndCount(claimOf(message, now), addressOf(message));

async function total(): Promise<number> {
  const counts = await store.counts("2026-11-23", "2026-11-23");
  return counts.reduce((sum, { n }) => sum + n, 0);
}

async function codeOf(operation: Promise<unknown>): Promise<string> {
  const error = await operation.then(
    () => new Error("It worked"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  return (error as StoreUnavailable).code;
}

describe("the items of the tables", () => {
  it("hold a key, a state, an owner, two times and a number, and nothing else", async () => {
    const first = claimOf("a question");
    const event = {
      pk: { S: first.eventKey },
      x: { N: String(first.expiresAt) },
    };
    const pending = { ...event, s: { S: "P" }, o: { S: first.owner } };

    await store.claimAndCount(first, addressOf("a question"));
    expect(standIn.items(tables.eventsTable)).toEqual([
      { ...pending, l: { N: String(first.leaseUntil) } },
    ]);
    await store.release(first.eventKey, first.owner);
    expect(standIn.items(tables.eventsTable)).toEqual([{ ...pending, l: { N: "0" } }]);
    await store.markDone(first.eventKey, first.owner);
    expect(standIn.items(tables.eventsTable)).toEqual([{ ...event, s: { S: "D" } }]);

    expect(standIn.items(tables.countsTable)).toEqual([
      { pk: { S: addressOf("a question").pk }, sk: { S: cell }, n: { N: "1" } },
    ]);
  });

  it("name the one who took a message over", async () => {
    await claim("abandoned");
    const second = claimOf("abandoned", noon + leaseS);
    await store.claimAndCount(second, addressOf("abandoned"));
    expect(standIn.items(tables.eventsTable)).toEqual([
      {
        pk: { S: second.eventKey },
        s: { S: "P" },
        o: { S: second.owner },
        l: { N: String(second.leaseUntil) },
        x: { N: String(second.expiresAt) },
      },
    ]);
  });
});

it("leaves the token of a transaction to the SDK, which makes one for each call", async () => {
  const own = claimOf("repeated");
  await store.claimAndCount(own, addressOf("repeated"));
  await store.claimAndCount(own, addressOf("repeated"));
  const tokens = standIn.requests
    .filter(({ operation }) => operation === "TransactWriteItems")
    .map(({ body }) => body.ClientRequestToken);
  expect(new Set(tokens).size).toBe(2);
});

describe("when transactions collide", () => {
  const fourTimes: Fault[] = ["conflict", "conflict", "conflict", "conflict"];

  it("tries a claim four more times", async () => {
    failNext("TransactWriteItems", ...fourTimes);
    expect(await claim("popular")).toBe("claimed");
    expect(await total()).toBe(1);
  });

  it("gives up a claim after that, with neither event nor count written", async () => {
    failNext("TransactWriteItems", ...fourTimes, "conflict");
    expect(await codeOf(claim("popular"))).toBe("TransactionConflict");
    expect(standIn.items(tables.eventsTable)).toEqual([]);
    expect(standIn.items(tables.countsTable)).toEqual([]);
    expect(await claim("popular")).toBe("claimed");
  });

  it("tries to take over, mark and give back four more times", async () => {
    await claim("popular");
    failNext("UpdateItem", ...fourTimes);
    const second = claimOf("popular", noon + leaseS);
    expect(await store.claimAndCount(second, addressOf("popular"))).toBe("taken-over");
    failNext("UpdateItem", ...fourTimes);
    await store.release(second.eventKey, second.owner);
    failNext("UpdateItem", ...fourTimes);
    await store.markDone(second.eventKey, second.owner);
    expect(await claim("popular")).toBe("done");
  });

  it("pauses for 10 to 80 ms, as chance has it", async () => {
    const chances = [0, 0.5, 0.25, 1 - Number.EPSILON];
    store = storeWith({ random: () => chances.shift() ?? Number.NaN });
    failNext("TransactWriteItems", ...fourTimes);
    await claim("popular");
    expect(pausesMs.map(Math.round)).toEqual([10, 45, 28, 80]);
  });
});

describe("when a write is done but its reply is lost", () => {
  it("knows its own claim again and counts once", async () => {
    failNext("TransactWriteItems", "applied-but-failed");
    expect(await claim("unlucky")).toBe("claimed");
    expect(await total()).toBe(1);
  });

  it("knows that it has taken a message over", async () => {
    await claim("unlucky");
    failNext("UpdateItem", "applied-but-failed");
    expect(await claim("unlucky", noon + leaseS)).toBe("taken-over");
    expect(await total()).toBe(1);
  });

  it("has marked a message done, or given it back", async () => {
    const first = claimOf("unlucky");
    await store.claimAndCount(first, addressOf("unlucky"));
    failNext("UpdateItem", "applied-but-failed");
    await store.release(first.eventKey, first.owner);
    const second = claimOf("unlucky");
    expect(await store.claimAndCount(second, addressOf("unlucky"))).toBe("taken-over");
    failNext("UpdateItem", "applied-but-failed");
    await store.markDone(second.eventKey, second.owner);
    expect(await claim("unlucky")).toBe("done");
  });

  it("does not count again after it gave up on a claim that was made", async () => {
    const deafClient = wrapClient(client, async (send) => {
      await send();
      throw Object.assign(new Error("the line went dead"), {
        code: "ECONNRESET",
      });
    });
    const deaf = storeWith({ client: deafClient });
    const lost = deaf.claimAndCount(claimOf("unlucky"), addressOf("unlucky"));
    expect(await codeOf(lost)).toBe("ECONNRESET");
    expect(await claim("unlucky")).toBe("in-progress");
    expect(await claim("unlucky", noon + leaseS)).toBe("taken-over");
    expect(await total()).toBe(1);
  });
});

it("asks no further about a message that another holds", async () => {
  await claim("held");
  standIn.requests.length = 0;
  expect(await claim("held")).toBe("in-progress");
  expect(standIn.requests.map(({ operation }) => operation)).toEqual(["TransactWriteItems"]);
});

describe("when another is faster to take a message over", () => {
  /** Tries to take over, while another does something between our reading and our writing. */
  async function takeOverWhile(intervene: () => Promise<unknown>) {
    let requests = 0;
    const slowClient = wrapClient(client, async (send) => {
      if (requests++ === 1) await intervene();
      return send();
    });
    const slow = storeWith({ client: slowClient });
    return slow.claimAndCount(claimOf("raced", noon + leaseS), addressOf("raced"));
  }

  it("waits for the other", async () => {
    await claim("raced");
    expect(await takeOverWhile(() => claim("raced", noon + leaseS))).toBe("in-progress");
  });

  it("leaves it at that if the other is done", async () => {
    const first = claimOf("raced");
    await store.claimAndCount(first, addressOf("raced"));
    const finish = () => store.markDone(first.eventKey, first.owner);
    expect(await takeOverWhile(finish)).toBe("done");
  });
});

describe("when DynamoDB is out of reach", () => {
  it("gets over a failure or a refusal that passes", async () => {
    failNext("TransactWriteItems", "failed", "throttled");
    expect(await claim("patient")).toBe("claimed");
    expect(await total()).toBe(1);
  });

  it.each<[Fault, string]>([
    ["failed", "InternalServerError"],
    ["throttled", "ProvisionedThroughputExceededException"],
  ])("names the code when requests are %s for good", async (fault, code) => {
    failAlways(fault);
    store = storeWith({
      client: clientFor(standIn.endpoint, { maxAttempts: 2 }),
    });
    expect(await codeOf(claim("unheard"))).toBe(code);
    expect(await codeOf(store.markDone(keyOf("unheard"), "me"))).toBe(code);
    expect(await codeOf(store.release(keyOf("unheard"), "me"))).toBe(code);
  });

  it("waits no longer than its deadline for a reply that never comes", async () => {
    failAlways("silent");
    store = storeWith({ deadlineMs: 20 });
    expect(await codeOf(claim("unheard"))).toBe("Deadline");
    expect(await codeOf(store.markDone(keyOf("unheard"), "me"))).toBe("Deadline");
    expect(await codeOf(store.release(keyOf("unheard"), "me"))).toBe("Deadline");
  });

  it("waits 600 ms unless it is told otherwise", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const silentClient = wrapClient(client, () => new Promise(() => {}));
      const patient = createDynamoStore({ client: silentClient, ...tables });
      let isOver = false;
      const code = codeOf(patient.claimAndCount(claimOf("unheard"), addressOf("unheard"))).finally(
        () => {
          isOver = true;
        },
      );
      await vi.advanceTimersByTimeAsync(599);
      expect(isOver).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(await code).toBe("Deadline");
    } finally {
      vi.useRealTimers();
    }
  });

  it("does not go on trying after its deadline", async () => {
    failAlways("conflict");
    let wake = () => {};
    const pause = new Promise<void>((resolve) => {
      wake = resolve;
    });
    store = storeWith({ deadlineMs: 500, sleep: () => pause });
    expect(await codeOf(claim("unheard"))).toBe("Deadline");
    const requestsBefore = standIn.requests.length;
    wake();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(standIn.requests.length).toBe(requestsBefore);
  });

  it("names the code when nobody listens", async () => {
    await standIn.stop();
    expect(await codeOf(claim("unheard"))).toBe("ECONNREFUSED");
  });

  it("names the code when a table is missing", async () => {
    store = storeWith({ eventsTable: "forgotten" });
    expect(await codeOf(claim("unheard"))).toBe("ResourceNotFoundException");
  });

  it("says nothing of the message in its error", async () => {
    store = storeWith({ eventsTable: "forgotten" });
    const error = await claim("unheard").catch((reason: unknown) => reason as StoreUnavailable);
    expect(error).toEqual(new StoreUnavailable("ResourceNotFoundException"));
    expect(Object.keys(error).sort()).toEqual(["code", "name"]);
    expect(error).not.toHaveProperty("cause");
  });
});

describe("in any storm", () => {
  const weather = fc.array(
    fc.oneof(
      { weight: 10, arbitrary: fc.constant(undefined) },
      { weight: 8, arbitrary: fc.constant<Fault>("conflict") },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Fault>("failed", "throttled", "applied-but-failed"),
      },
      { weight: 1, arbitrary: fc.constant<Fault>("silent") },
    ),
    { minLength: 50, maxLength: 50 },
  );
  const channelWeather = fc.array(
    fc.constantFrom<SendResult["kind"]>("sent", "sent", "sent", "transient", "permanent"),
    { minLength: 20, maxLength: 20 },
  );

  it("never counts too much, and owns up to what it may have missed", async () => {
    await fc.assert(
      fc.asyncProperty(weather, channelWeather, async (faults, sends) => {
        tables = await createTables(client);
        store = readableDynamoStore({ client, ...tables, deadlineMs: 300 });
        let request = 0;
        standIn.faultFor = () => faults[request++ % faults.length];
        let sending = 0;
        const send = async (): Promise<SendResult> => ({
          kind: sends[sending++ % sends.length] ?? "sent",
        });
        const messages = Array.from({ length: 12 }, (_, index) => `message ${index}`);
        const endings = await Promise.all(
          messages.map((message) => deliverUntilAcknowledged(store, send, message, noon)),
        );

        standIn.faultFor = () => undefined;
        const counted = await total();
        const uncounted = endings.filter((ending) => ending === "uncounted").length;
        expect(counted).toBeLessThanOrEqual(messages.length);
        expect(counted + uncounted).toBeGreaterThanOrEqual(messages.length);
      }),
      { numRuns: 10 },
    );
  });
});
