// DynamoDB within this process: the real store over the real SDK, and all that they say to each other.
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { createDynamoStore } from "../../functions/webhook/counts/dynamo.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { Database, type Fault, Refusal } from "../counts/dynamo-stand-in.ts";
import { clientFor, createTables } from "../counts/dynamo-tables.ts";

export interface TableStore {
  readonly store: CountStore;
  /** Every item of both tables, as they are now. */
  items(): string;
  close(): void;
}

interface SdkRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** `see` is given the body of each request; `faultFor` says what becomes of it. */
export async function openTableStore(
  faultFor: () => Fault | undefined,
  see: (body: string) => void,
): Promise<TableStore> {
  const database = new Database();
  const handle = async (
    request: SdkRequest,
    { abortSignal }: { readonly abortSignal?: AbortSignal } = {},
  ) => {
    const operation = request.headers["x-amz-target"]?.split(".").at(-1) ?? "";
    const text = textOf(request.body);
    see(text);
    const fault = operation === "CreateTable" ? undefined : faultFor();
    if (fault === "silent") await aborted(abortSignal);
    const [status, result] = perform(() => database.perform(operation, JSON.parse(text), fault));
    return {
      response: {
        statusCode: status,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: Buffer.from(JSON.stringify(result)),
      },
    };
  };
  const requestHandler = { handle } as unknown as NonNullable<
    DynamoDBClientConfig["requestHandler"]
  >;
  const client = clientFor("http://dynamodb.example", { maxAttempts: 2, requestHandler });
  const tables = await createTables(client);
  const store = createDynamoStore({ client, ...tables, deadlineMs: 2000, sleep: async () => {} });
  return {
    store,
    items: () =>
      [tables.eventsTable, tables.countsTable]
        .flatMap((table) => database.items(table))
        .map((item) => JSON.stringify(item))
        .join("\n"),
    close: () => client.destroy(),
  };
}

function textOf(body: string | Uint8Array): string {
  if (typeof body === "string") return body;
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
}

function perform(work: () => object): [status: number, result: object] {
  try {
    return [200, work()];
  } catch (error) {
    if (error instanceof Refusal) return [error.status, error.body];
    throw error;
  }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () =>
      reject(Object.assign(new Error("Aborted"), { name: "AbortError" })),
    );
  });
}
