// The places where counts may be kept, each fresh, with a look at all that lies in it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import { type StandIn, startStandIn } from "../counts/dynamo-stand-in.ts";
import { clientFor, createTables } from "../counts/dynamo-tables.ts";
import { type ReadableStore, readableDynamoStore } from "../counts/readable-store.ts";

export interface Backend {
  readonly store: ReadableStore;
  /** Everything that is kept, as JSON: one text for each item or change. */
  stored(): Promise<string[]>;
  close(): Promise<void>;
}

/** The embedded store, with its file in a folder of its own. */
export async function openEmbedded(): Promise<Backend> {
  const directory = mkdtempSync(join(tmpdir(), "jelas-test-"));
  const store = openEmbeddedStore({ directory });
  return {
    store,
    stored: async () =>
      readFileSync(join(directory, "counts.jsonl"), "utf8").split("\n").filter(Boolean),
    async close() {
      store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export interface StandInBackend extends Backend {
  readonly standIn: StandIn;
}

/** The DynamoDB store through the real SDK; its operations may take `deadlineMs`. */
export async function openOnStandIn(deadlineMs = 30_000): Promise<StandInBackend> {
  const standIn = await startStandIn();
  const client = clientFor(standIn.endpoint, { maxAttempts: 2 });
  const tables = await createTables(client);
  return {
    standIn,
    store: readableDynamoStore({ client, ...tables, deadlineMs }),
    stored: async () =>
      [tables.eventsTable, tables.countsTable].flatMap((table) =>
        standIn.items(table).map((item) => JSON.stringify(item)),
      ),
    async close() {
      client.destroy();
      await standIn.stop();
    },
  };
}

/** The DynamoDB store through the real SDK, at an endpoint that somebody else's code serves. */
export async function openAt(endpoint: string): Promise<Backend> {
  // moto mixes up transactions that come at once.
  const client = clientFor(endpoint, { requestHandler: { httpAgent: { maxSockets: 1 } } });
  const tables = await createTables(client);
  return {
    store: readableDynamoStore({ client, ...tables, deadlineMs: 30_000 }),
    stored: async () => [
      ...(await itemsOf(client, tables.eventsTable)),
      ...(await itemsOf(client, tables.countsTable)),
    ],
    close: async () => client.destroy(),
  };
}

async function itemsOf(client: DynamoDBClient, table: string): Promise<string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
  return Items.map((item) => JSON.stringify(item));
}
