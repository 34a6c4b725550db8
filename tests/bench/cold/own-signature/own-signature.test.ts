// The client with our own signature is measured as what it claims to be: one that the store can use.
import type { DynamoDBClient as AwsClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type StandIn, startStandIn } from "../../../counts/dynamo-stand-in.ts";
import { clientFor, openDynamoStore } from "../../../counts/dynamo-tables.ts";
import { describeStore } from "../../../counts/store-contract.ts";
import { sign } from "./sign.ts";

vi.mock("@aws-sdk/client-dynamodb", async (importActual) => ({
  ...(await importActual<object>()),
  ...(await import("./dynamodb.ts")),
}));

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

describeStore("the DynamoDB store with our own signature", {
  open: () => openDynamoStore(clientFor(standIn.endpoint)),
  clients: 50,
  manyCells: 200,
});

it("is the client that the store is given", () => {
  expect(clientFor(standIn.endpoint)).not.toHaveProperty("middlewareStack");
});

it("signs as AWS's own signer does", async () => {
  const { DynamoDBClient } = await vi.importActual<{ DynamoDBClient: typeof AwsClient }>(
    "@aws-sdk/client-dynamodb",
  );
  const region = "ap-southeast-1";
  const credentials = { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" };
  const { config } = new DynamoDBClient({ region, credentials });
  const scope = { name: "sigv4", signingName: "dynamodb", signingRegion: region, properties: {} };
  const signer = await config.signer(scope);
  const host = "dynamodb.ap-southeast-1.amazonaws.com";
  const request = { headers: { host, "content-type": "text/plain" }, body: '{"é":1}' };
  const now = new Date(Date.UTC(2026, 10, 23, 5));
  const where = { protocol: "https:", hostname: host, path: "/", query: {}, method: "POST" };
  const theirs = await signer.sign({ ...where, ...request }, { signingDate: now });
  expect(sign(request, { service: "dynamodb", region }, credentials, now)).toEqual(theirs.headers);
});
