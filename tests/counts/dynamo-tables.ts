// A client and two fresh tables, for tests of the DynamoDB store.
import { randomUUID } from "node:crypto";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { TableNames } from "../../functions/webhook/counts/dynamo-writes.ts";
import { readableDynamoStore } from "./readable-store.ts";
import type { OpenStore } from "./store-contract.ts";

/** A client as the bot's own, of an account that nobody has. */
export function clientFor(endpoint: string, options: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({
    ...options,
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
  });
}

export async function createTables(client: DynamoDBClient): Promise<TableNames> {
  const suffix = randomUUID();
  const names = {
    countsTable: `counts-${suffix}`,
    eventsTable: `events-${suffix}`,
  };
  await createTable(client, names.countsTable, ["pk", "sk"]);
  await createTable(client, names.eventsTable, ["pk"]);
  return names;
}

async function createTable(client: DynamoDBClient, name: string, keys: string[]): Promise<void> {
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: keys.map((key) => ({
        AttributeName: key,
        AttributeType: "S",
      })),
      KeySchema: keys.map((key, index) => ({
        AttributeName: key,
        KeyType: index === 0 ? "HASH" : "RANGE",
      })),
    }),
  );
  if (TableDescription?.TableStatus !== "ACTIVE") {
    await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: name });
  }
}

/** A store in tables of its own, which go when it is closed. It may take its time. */
export async function openDynamoStore(client: DynamoDBClient): Promise<OpenStore> {
  const tables = await createTables(client);
  return {
    store: readableDynamoStore({ client, ...tables, deadlineMs: 30_000 }),
    async close() {
      await client.send(new DeleteTableCommand({ TableName: tables.countsTable }));
      await client.send(new DeleteTableCommand({ TableName: tables.eventsTable }));
    },
  };
}

/** The same client, with something done around each request. */
export function wrapClient(
  client: DynamoDBClient,
  around: (send: () => Promise<unknown>) => Promise<unknown>,
): DynamoDBClient {
  const send = (...parameters: unknown[]) =>
    around(() => Reflect.apply(client.send, client, parameters) as Promise<unknown>);
  return Object.assign(Object.create(client), { send });
}
