// Small storms: the bot keeps its promises whatever fails, and the storm finds a bot that doesn't.
import type {
  DynamoDBClient,
  TransactWriteItemsCommand,
  TransactWriteItemsCommandInput,
} from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import type { BotData } from "../functions/webhook/bot-data.ts";
import { endings } from "../functions/webhook/counts/journey.ts";
import { type CountStore, StoreUnavailable } from "../functions/webhook/counts/store.ts";
import type { Plant } from "./bench/storm/instances.ts";
import type { ProblemKind } from "./bench/storm/judge.ts";
import { runStorm, type StormResult } from "./bench/storm/run-storm.ts";
import { trainBot } from "./fixtures/bot.ts";

const seeds = [1, 2, 3];
const deliveries = 700;
/** Enough for a planted bug to show. */
const fewDeliveries = 500;

let data: BotData;
let storms: StormResult[];

beforeAll(async () => {
  data = trainBot();
  storms = [];
  for (const seed of seeds) storms.push(await runStorm({ data, seed, deliveries }));
});

function kindsIn({ problems }: StormResult): Set<ProblemKind> {
  return new Set(problems.map(({ kind }) => kind));
}

it("counts what it acknowledges once, whatever fails", () => {
  for (const storm of storms) {
    expect(storm.problems).toEqual([]);
    expect(storm.deliveries).toBeGreaterThanOrEqual(deliveries);
    expect(storm.counted).toBeGreaterThan(deliveries / 10);
    expect(storm.counted).toBeLessThanOrEqual(storm.questions);
    expect(storm.acknowledged).toBeLessThanOrEqual(storm.counted + storm.uncounted);
  }
});

it("is the same storm for the same seed, and another for another", async () => {
  const [one, other] = storms;
  expect(await runStorm({ data, seed: seeds[0] ?? 0, deliveries })).toEqual(one);
  expect(other?.digest).not.toBe(one?.digest);
});

it("strikes with every kind of fault", () => {
  const struck = new Set(storms.flatMap(({ faults }) => [...faults.keys()]));
  const places = ["settings", "claim", "take over", "send", "notice", "mark", "release"];
  const crashes = places.flatMap((place) => [`crash before ${place}`, `crash after ${place}`]);
  const others = [
    ...["crash after the response", "crash in a pause", "function timeout", "stall"],
    ...["settings unreadable", "store conflict", "store throttled", "store done but failed"],
    ...["store done twice", "store done too late", "store left alone", "platform limited"],
    ...["platform refused", "platform answer lost", "platform taken too late", "platform cut off"],
  ];
  expect([...crashes, ...others].filter((fault) => !struck.has(fault))).toEqual([]);
});

it("meets every end of a journey", () => {
  const met = new Set(storms.flatMap((storm) => [...storm.endings.keys()]));
  expect([...endings, "stale"].filter((ending) => !met.has(ending))).toEqual([]);
});

it("leaves the timers of everybody else alone", async () => {
  const before = [setTimeout, clearTimeout, AbortSignal.timeout, Error.stackTraceLimit];
  const whileItRuns = new Promise((resolve) => setTimeout(resolve, 1));
  await runStorm({ data, seed: 1, deliveries: 50 });
  await whileItRuns;
  expect([setTimeout, clearTimeout, AbortSignal.timeout, Error.stackTraceLimit]).toEqual(before);
});

describe("finds out a store that", () => {
  const kindsWith = async (plant: Plant) =>
    kindsIn(await runStorm({ data, seed: 1, deliveries: fewDeliveries, plant }));

  /** A store whose claims are made by other rules. */
  const claimingBy = (claimBy: (store: CountStore) => CountStore["claimAndCount"]): Plant => ({
    store: (store) => ({ ...store, claimAndCount: claimBy(store) }),
  });

  it("counts whatever is there already", async () => {
    expect(await kindsWith({ client: withoutConditions })).toContain("double");
  });

  it("says that a message is done while somebody is still at it", async () => {
    const plant = claimingBy((store) => async (claim, address) => {
      const result = await store.claimAndCount(claim, address);
      return result === "in-progress" ? "done" : result;
    });
    expect(await kindsWith(plant)).toContain("unanswered");
  });

  it("says that it has counted when it could not be asked", async () => {
    const plant = claimingBy((store) => async (claim, address) => {
      try {
        return await store.claimAndCount(claim, address);
      } catch (error) {
        if (error instanceof StoreUnavailable) return "claimed";
        throw error;
      }
    });
    expect(await kindsWith(plant)).toContain("lost");
  });

  it("lets a message be taken over while it is being answered", async () => {
    const plant = claimingBy(
      (store) => (claim, address) =>
        store.claimAndCount({ ...claim, leaseUntil: claim.now }, address),
    );
    expect(await kindsWith(plant)).toContain("double reply");
  });

  it("counts for another day", async () => {
    const plant = claimingBy(
      (store) => (claim, address) =>
        store.claimAndCount(claim, { ...address, pk: address.pk.replace("2026", "2025") }),
    );
    expect(await kindsWith(plant)).toContain("wrong cell");
  });
});

/** A client that forgets under which condition an event may be put. */
function withoutConditions(client: DynamoDBClient): DynamoDBClient {
  const send = (command: { input: object }, options: object) => {
    const { TransactItems = [] } = command.input as TransactWriteItemsCommandInput;
    for (const { Put } of TransactItems) delete Put?.ConditionExpression;
    return client.send(command as TransactWriteItemsCommand, options);
  };
  return { send } as unknown as DynamoDBClient;
}
