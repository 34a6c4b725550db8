// The settings of a bot under load: those of the suite's WhatsApp, towards stand-ins.
import { whatsappSample } from "../../channels/samples/whatsapp.ts";
import type { Addresses } from "./stand-ins.ts";

export function environmentFor(
  { platform, store, countsTable, eventsTable }: Addresses,
  dataDir: string,
): Record<string, string> {
  return {
    ...definedOf(whatsappSample.values),
    PEPPER: Buffer.alloc(32, 1).toString("base64"),
    WHATSAPP_API_URL: platform,
    AWS_ENDPOINT_URL_DYNAMODB: store,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
    COUNTS_TABLE: countsTable,
    EVENTS_TABLE: eventsTable,
    DATA_DIR: dataDir,
    PORT: "0",
  };
}

function definedOf(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
