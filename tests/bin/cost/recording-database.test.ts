// What the database that charges says of writes, and that it guesses at none.
import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { applyUpdate } from "../../../bin/cost/apply-update.ts";
import { itemBytes, storedItemOverheadBytes } from "../../../bin/cost/item-size.ts";
import { openRecordingDatabase } from "../../../bin/cost/recording-database.ts";

const text = (length: number) => ({ S: "x".repeat(length) });

describe("an update", () => {
  it("sets, adds and removes, and gives a new item its key", () => {
    const update = {
      Key: { pk: { S: "a" } },
      UpdateExpression: "SET s = :s, t = :t ADD n :one REMOVE o, l",
      ExpressionAttributeValues: { ":s": { S: "D" }, ":t": { S: "T" }, ":one": { N: "1" } },
    };
    const fresh = { pk: { S: "a" }, s: { S: "D" }, t: { S: "T" }, n: { N: "1" } };
    expect(applyUpdate({}, update)).toEqual(fresh);
    const before = {
      pk: { S: "a" },
      n: { N: "9" },
      o: { S: "owner" },
      l: { N: "3" },
      x: { N: "2" },
    };
    expect(applyUpdate(before, update)).toEqual({ ...fresh, n: { N: "10" }, x: { N: "2" } });
  });

  it.each([
    "SET n = if_not_exists(n, :one)",
    "SET n = n + :one",
    "SET n = :two",
    "DELETE n :one",
    "ADD n",
    "REMOVE list[0]",
    "",
  ])("that says `%s` is refused rather than guessed at", (UpdateExpression) => {
    const update = {
      Key: { pk: { S: "a" } },
      UpdateExpression,
      ExpressionAttributeValues: { ":one": { N: "1" } },
    };
    expect(() => applyUpdate({}, update)).toThrow(/What the update ".*" costs is not known/);
  });
});

describe("the database that charges", () => {
  it("charges each item of a transaction twice, and what is written alone once", async () => {
    const { client, units, calls } = openRecordingDatabase();
    const TransactItems = [
      { Put: { TableName: "a", Item: { pk: { S: "1" } } } },
      {
        Update: {
          TableName: "b",
          Key: { pk: { S: "1" }, sk: { S: "2" } },
          UpdateExpression: "ADD n :one",
          ExpressionAttributeValues: { ":one": { N: "1" } },
        },
      },
    ];
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    expect([units(), calls()]).toEqual([4, 1]);
    await client.send(
      new UpdateItemCommand({
        TableName: "a",
        Key: { pk: { S: "1" } },
        UpdateExpression: "SET s = :s",
        ExpressionAttributeValues: { ":s": { S: "D" } },
      }),
    );
    expect([units(), calls()]).toEqual([5, 2]);
  });

  it("charges a change for what was there before, where that was larger", async () => {
    const { client, units } = openRecordingDatabase();
    const Item = { pk: { S: "1" }, o: text(2000) };
    await client.send(
      new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName: "a", Item } }] }),
    );
    expect(units()).toBe(4);
    const Key = { pk: { S: "1" } };
    await client.send(new UpdateItemCommand({ TableName: "a", Key, UpdateExpression: "REMOVE o" }));
    expect(units()).toBe(4 + 2);
  });

  it("tells how many items a table holds and how large they are, with what AWS adds", async () => {
    const { client, stored } = openRecordingDatabase();
    const items = [
      { pk: { S: "1" }, o: text(10) },
      { pk: { S: "2" }, o: text(20) },
    ];
    const TransactItems = items.map((Item) => ({ Put: { TableName: "a", Item } }));
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    const [first = 0, second = 0] = items.map(itemBytes);
    const bytesPerItem = (first + second) / 2 + storedItemOverheadBytes;
    expect(stored("a")).toEqual({ items: 2, bytesPerItem });
    expect(stored("b")).toEqual({ items: 0, bytesPerItem: 0 });
  });

  it("refuses a command that it has no price for", async () => {
    const { client } = openRecordingDatabase();
    const Item = { pk: { S: "1" } };
    await expect(client.send(new PutItemCommand({ TableName: "a", Item }))).rejects.toThrow(
      /not known/,
    );
    const action = { Delete: { TableName: "a", Key: Item } };
    await expect(
      client.send(new TransactWriteItemsCommand({ TransactItems: [action] })),
    ).rejects.toThrow(/not known/);
    await expect(client.send(new DeleteItemCommand({ TableName: "a", Key: Item }))).rejects.toThrow(
      /not known/,
    );
  });
});
