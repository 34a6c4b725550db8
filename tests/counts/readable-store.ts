// A store of which a test can also read the counts, as whoever reports them does.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import {
  createDynamoStore,
  type DynamoStoreOptions,
} from "../../functions/webhook/counts/dynamo.ts";
import { readDynamoCounts } from "../../functions/webhook/counts/dynamo-counts.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";

export interface ReadableStore extends CountStore {
  /** The cells of these days, both included, as `readCounts` has them. */
  counts(from: string, to: string): Promise<Count[]>;
}

export function readableDynamoStore(options: DynamoStoreOptions): ReadableStore {
  return {
    ...createDynamoStore(options),
    counts: (from, to) => readDynamoCounts(options, from, to),
  };
}
