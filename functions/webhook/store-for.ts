// Which store a process counts into: DynamoDB where it is named, else one of its own.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDynamoStore } from "./counts/dynamo.ts";
import { openEmbeddedStore } from "./counts/embedded.ts";
import type { CountStore } from "./counts/store.ts";
import { SettingsError } from "./settings.ts";

export type StorePlace =
  | { readonly kind: "dynamo"; readonly countsTable: string; readonly eventsTable: string }
  | { readonly kind: "embedded"; readonly directory: string };

/**
 * Both tables named, or an endpoint for DynamoDB given (the tables are `counts` and `events`
 * then): DynamoDB. Neither: a file in DATA_DIR, `.data` if that isn't set.
 * @throws SettingsError if a name is empty, one table is named without the other, or none on Lambda
 */
export function storePlace(environment: NodeJS.ProcessEnv): StorePlace {
  const { COUNTS_TABLE, EVENTS_TABLE, AWS_ENDPOINT_URL_DYNAMODB, DATA_DIR } = environment;
  const empty = ["COUNTS_TABLE", "EVENTS_TABLE", "DATA_DIR"].find(
    (name) => environment[name] === "",
  );
  if (empty) throw new SettingsError(`${empty} is empty: give it a value or remove it.`);
  if (COUNTS_TABLE && EVENTS_TABLE) {
    return { kind: "dynamo", countsTable: COUNTS_TABLE, eventsTable: EVENTS_TABLE };
  }
  if (COUNTS_TABLE || EVENTS_TABLE || environment.AWS_LAMBDA_FUNCTION_NAME) {
    const missing = COUNTS_TABLE ? "EVENTS_TABLE" : "COUNTS_TABLE";
    throw new SettingsError(`${missing} is missing: name both tables, or neither.`);
  }
  if (AWS_ENDPOINT_URL_DYNAMODB) {
    return { kind: "dynamo", countsTable: "counts", eventsTable: "events" };
  }
  return { kind: "embedded", directory: DATA_DIR ?? ".data" };
}

export function storeFor(environment: NodeJS.ProcessEnv): CountStore {
  const place = storePlace(environment);
  if (place.kind === "embedded") return openEmbeddedStore({ directory: place.directory });
  const { countsTable, eventsTable } = place;
  return createDynamoStore({ client: clientFor(environment), countsTable, eventsTable });
}

/** A stand-in on this machine is asked one thing at a time: moto mixes up what comes at once. */
function clientFor({ AWS_ENDPOINT_URL_DYNAMODB = "" }: NodeJS.ProcessEnv): DynamoDBClient {
  const isStandIn = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(
    AWS_ENDPOINT_URL_DYNAMODB,
  );
  return new DynamoDBClient({
    maxAttempts: 2,
    ...(isStandIn ? { requestHandler: { httpAgent: { maxSockets: 1 } } } : {}),
  });
}
