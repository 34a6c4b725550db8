// The DynamoDB store keeps the contract, through the real SDK against whatever is at hand.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe } from "vitest";
import { hasMoto, type Moto, startMoto } from "../moto.ts";
import { type StandIn, startStandIn } from "./dynamo-stand-in.ts";
import { clientFor, openDynamoStore } from "./dynamo-tables.ts";
import { describeStore } from "./store-contract.ts";

describe("against the stand-in", () => {
  let standIn: StandIn;
  let client: DynamoDBClient;
  beforeAll(async () => {
    standIn = await startStandIn();
    client = clientFor(standIn.endpoint);
  });
  afterAll(async () => {
    client.destroy();
    await standIn.stop();
  });
  describeStore("the DynamoDB store", {
    open: () => openDynamoStore(client),
    clients: 50,
    manyCells: 2000,
  });
});

describe.skipIf(!hasMoto)("against moto (skipped where moto_server is not on the PATH)", () => {
  let moto: Moto;
  let client: DynamoDBClient;
  beforeAll(async () => {
    moto = await startMoto();
    client = clientFor(moto.endpoint);
  });
  afterAll(() => {
    client.destroy();
    moto.stop();
  });
  // moto answers 500 to clients that come at once, and copies its tables for each transaction.
  describeStore("the DynamoDB store", {
    open: () => openDynamoStore(client),
    clients: 1,
    manyCells: 200,
  });
});

const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;

describe.skipIf(!endpoint)(
  "against a server of your own (skipped where AWS_ENDPOINT_URL_DYNAMODB is not set)",
  () => {
    let client: DynamoDBClient;
    beforeAll(() => {
      client = process.env.AWS_ACCESS_KEY_ID ? new DynamoDBClient() : clientFor(endpoint ?? "");
    });
    afterAll(() => client.destroy());
    describeStore("the DynamoDB store", {
      open: () => openDynamoStore(client),
      clients: 10,
      manyCells: 1000,
    });
  },
);
