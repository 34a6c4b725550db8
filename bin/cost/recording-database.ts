// Stands where DynamoDB would: takes every write, and keeps what it would have charged for.
import {
  type DynamoDBClient,
  type Put,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Attributes } from "../../functions/webhook/counts/dynamo-items.ts";
import { applyUpdate, type Update } from "./apply-update.ts";
import { itemBytes, storedItemOverheadBytes, writeUnits } from "./item-size.ts";

export interface RecordingDatabase {
  readonly client: DynamoDBClient;
  /** The write units charged so far. */
  readonly units: () => number;
  /** The calls answered so far. */
  readonly calls: () => number;
  readonly stored: (table: string) => StoredItems;
}

export interface StoredItems {
  readonly items: number;
  /** On average, as they are charged for. */
  readonly bytesPerItem: number;
}

export function openRecordingDatabase(): RecordingDatabase {
  const tables = new Map<string, Map<string, Attributes>>();
  let units = 0;
  let calls = 0;

  /** Each item is charged for the larger of what it was and what it becomes. */
  function write(table: string, key: Attributes, after: Attributes, isTransaction: boolean): void {
    const items = tables.get(table) ?? new Map<string, Attributes>();
    tables.set(table, items);
    const name = keyOf(key);
    const bytes = Math.max(itemBytes(items.get(name) ?? {}), itemBytes(after));
    units += writeUnits(bytes, isTransaction);
    items.set(name, after);
  }

  function put({ TableName = "", Item = {} }: Put, isTransaction: boolean): void {
    write(TableName, Item, Item, isTransaction);
  }

  function update(change: Update & { TableName?: string | undefined }, isTransaction: boolean) {
    const { TableName = "", Key = {} } = change;
    const before = tables.get(TableName)?.get(keyOf(Key)) ?? {};
    write(TableName, Key, applyUpdate(before, change), isTransaction);
  }

  async function send(command: unknown): Promise<object> {
    if (command instanceof TransactWriteItemsCommand) {
      for (const item of command.input.TransactItems ?? []) {
        if (item.Put) put(item.Put, true);
        else if (item.Update) update(item.Update, true);
        else throw new Error("What a transaction's other actions cost is not known");
      }
    } else if (command instanceof UpdateItemCommand) update(command.input, false);
    else throw new Error("What this command costs is not known");
    // Whoever does something meanwhile does it before the answer.
    await new Promise(setImmediate);
    calls += 1;
    return {};
  }

  return {
    // The store only ever sends.
    client: { send } as unknown as DynamoDBClient,
    units: () => units,
    calls: () => calls,
    stored(table) {
      const items = [...(tables.get(table)?.values() ?? [])];
      const bytes = items.map((item) => itemBytes(item) + storedItemOverheadBytes);
      return { items: items.length, bytesPerItem: average(bytes) };
    },
  };
}

/** Both tables name their keys alike. */
function keyOf({ pk, sk }: Attributes): string {
  return `${pk?.S}\0${sk?.S ?? ""}`;
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
