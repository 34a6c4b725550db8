// The DynamoDB store keeps the contract, through the real SDK against whatever is at hand.
import { spawn, spawnSync } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, it } from "vitest";
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

const hasMoto = spawnSync("moto_server", ["--help"]).status === 0;

if (hasMoto) {
  describe("against moto", () => {
    let stopMoto = () => {};
    let client: DynamoDBClient;
    beforeAll(async () => {
      const port = await freePort();
      const moto = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
        stdio: "ignore",
      });
      stopMoto = () => moto.kill();
      await untilAnswers(`http://127.0.0.1:${port}/moto-api/`);
      client = clientFor(`http://127.0.0.1:${port}`);
    });
    afterAll(() => {
      client.destroy();
      stopMoto();
    });
    // moto answers 500 to clients that come at once, and copies its tables for each transaction.
    describeStore("the DynamoDB store", {
      open: () => openDynamoStore(client),
      clients: 1,
      manyCells: 200,
    });
  });
} else {
  it.skip("the DynamoDB store against moto: there is no moto_server on the PATH", () => {});
}

const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;

if (endpoint) {
  describe(`against ${endpoint}`, () => {
    const client = process.env.AWS_ACCESS_KEY_ID ? new DynamoDBClient() : clientFor(endpoint);
    afterAll(() => client.destroy());
    describeStore("the DynamoDB store", {
      open: () => openDynamoStore(client),
      clients: 10,
      manyCells: 1000,
    });
  });
} else {
  it.skip("the DynamoDB store against a server of your own: AWS_ENDPOINT_URL_DYNAMODB is not set", () => {});
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await pause(100);
  }
  throw new Error("moto_server did not start");
}
