// DynamoDB's stand-in as far away as DynamoDB is, and able to go away.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Database, Refusal } from "../../counts/dynamo-stand-in.ts";
import { clientFor, createTables } from "../../counts/dynamo-tables.ts";

export const storeModes = [
  "up",
  /** Nobody listens at the port. */
  "refusing",
  /** Requests are taken, and neither done nor answered. */
  "silent",
] as const;
export type StoreMode = (typeof storeModes)[number];

export interface SlowStore {
  readonly endpoint: string;
  readonly countsTable: string;
  readonly eventsTable: string;
  become(mode: StoreMode): Promise<void>;
  /** How many questions are counted, and how many messages are known to be. */
  totals(): { counted: number; claimed: number };
}

/** The bot asks what is at 127.0.0.1 one thing at a time, which moto needs and this doesn't. */
const host = "127.0.0.2";

export async function startSlowStore(delayMs: number): Promise<SlowStore> {
  const database = new Database();
  let mode: StoreMode = "up";

  // The answer is what waits: a store that goes away meanwhile has done what was asked.
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (mode === "silent") return;
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const { status, result } = perform(database, operation, body);
    await pause(delayMs);
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
    response.end(JSON.stringify(result));
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://${host}:${port}`;
  const client = clientFor(endpoint);
  const { countsTable, eventsTable } = await createTables(client);
  client.destroy();

  return {
    endpoint,
    countsTable,
    eventsTable,
    async become(next) {
      mode = next;
      if (next === "refusing" && server.listening) {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      }
      if (next !== "refusing") {
        // Whoever still waits for an answer gets none.
        server.closeAllConnections();
        if (!server.listening) await listen(port);
      }
    },
    totals: () => ({
      counted: database
        .items(countsTable)
        .reduce((sum, { n }) => sum + (n && "N" in n ? Number(n.N) : 0), 0),
      claimed: database.items(eventsTable).length,
    }),
  };
}

/** @throws Error of the stand-in, if it doesn't know what is asked of it: then nobody gets an answer */
function perform(
  database: Database,
  operation: string,
  body: Record<string, unknown>,
): { status: number; result: object } {
  try {
    return { status: 200, result: database.perform(operation, body, undefined) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, result: error.body };
  }
}
