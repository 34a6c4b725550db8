// The handler as it is deployed, with the SDK and all, in a world where every answer takes a fixed time.
import { Readable } from "node:stream";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { trialValues } from "../../../bin/trial/values.ts";
import type { BotData } from "../../../functions/webhook/bot-data.ts";
import { createDynamoStore } from "../../../functions/webhook/counts/dynamo.ts";
import type { CountStore } from "../../../functions/webhook/counts/store.ts";
import type { Fetch } from "../../../functions/webhook/deliver.ts";
import { createHandler, type Handler } from "../../../functions/webhook/handler.ts";
import { createLog } from "../../../functions/webhook/log.ts";
import { readSettings } from "../../../functions/webhook/settings.ts";

export interface WorldOptions {
  readonly data: BotData;
  /** How long the store takes for each call, and so does the platform. */
  readonly delayMs: number;
  /** What the store says of each message: it has never seen it, or it was answered before. */
  readonly knows: "nothing" | "everything";
}

export interface World {
  readonly handler: Handler;
  readonly store: CountStore;
  readonly storeCalls: () => number;
  readonly platformCalls: () => number;
  /** How messages ended, by the log's word for it. */
  readonly endings: ReadonlyMap<string, number>;
}

const tables = { countsTable: "counts", eventsTable: "events" };
/** Longer than the bot's own: on a machine that others use too, nothing is to be given up. */
const deadlineMs = 30_000;

const pepper = Buffer.alloc(32, 1).toString("base64");
export const values = { ...trialValues({}), PEPPER: pepper };

export function openWorld({ data, delayMs, knows }: WorldOptions): World {
  const calls = { store: 0, platform: 0 };
  const endings = new Map<string, number>();
  // Where nothing is waited for, an answer still takes a turn of the event loop.
  const wait = delayMs > 0 ? () => pause(delayMs) : () => nextTurn();

  const fetch: Fetch = async () => {
    calls.platform += 1;
    await wait();
    return new Response('{"messages":[{"id":"wamid.reply"}]}');
  };
  const database = {
    metadata: { handlerProtocol: "http/1.1" },
    async handle() {
      calls.store += 1;
      await wait();
      return { response: answers[knows]() };
    },
  };
  const client = new DynamoDBClient({
    region: "us-east-1",
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    maxAttempts: 2,
    requestHandler: database,
  });
  const store = createDynamoStore({ client, deadlineMs, ...tables });
  const settings = readSettings(values);
  const handler = createHandler({
    data,
    store,
    settings: { current: async () => settings, refresh() {} },
    fetch,
    log: createLog(data.build, {
      metricsNamespace: "Jelas",
      write(line) {
        const ending = /"ending":"([^"]+)"/.exec(line)?.[1];
        if (ending) endings.set(ending, (endings.get(ending) ?? 0) + 1);
      },
    }),
  });
  return {
    handler,
    store,
    endings,
    storeCalls: () => calls.store,
    platformCalls: () => calls.platform,
  };
}

const answered = JSON.stringify({
  __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
  Message: "Transaction cancelled",
  CancellationReasons: [
    {
      Code: "ConditionalCheckFailed",
      Item: { pk: { S: "v1#" }, s: { S: "D" }, x: { N: "1796000000" } },
    },
    { Code: "None" },
  ],
});

const answers = {
  nothing: () => answer(200, "{}"),
  everything: () => answer(400, answered),
};

/** As the SDK takes it from the network. */
function answer(statusCode: number, body: string) {
  const headers = { "content-type": "application/x-amz-json-1.0" };
  return { statusCode, headers, body: Readable.from([Buffer.from(body)]) };
}
