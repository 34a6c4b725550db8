// The process of AWS's stand-ins: tables and one parameter. It ends with its parent.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startStandIn } from "../../counts/dynamo-stand-in.ts";
import { clientFor, createTables } from "../../counts/dynamo-tables.ts";

const settings = JSON.stringify({ PEPPER: Buffer.alloc(32, 1).toString("base64") });
const parameter = JSON.stringify({ Parameter: { Name: "/jelas/settings", Value: settings } });

const tables = await startStandIn();
const { countsTable, eventsTable } = await createTables(clientFor(tables.endpoint));
const parameters = createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/x-amz-json-1.1");
  response.end(parameter);
});
await new Promise<void>((resolve) => parameters.listen(0, "127.0.0.1", resolve));

process.send?.({
  AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint,
  AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(parameters.address() as AddressInfo).port}`,
  COUNTS_TABLE: countsTable,
  EVENTS_TABLE: eventsTable,
  SETTINGS_PARAMETER: "/jelas/settings",
});
process.on("disconnect", () => process.exit());
