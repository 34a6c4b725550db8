// The two calls that a question costs at AWS, by whatever clients: the settings once, then a count.
import { randomUUID } from "node:crypto";
import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";

export function callAws(readSettings: () => Promise<unknown>, client: DynamoDBClient) {
  let isConfigured = false;
  return async () => {
    if (!isConfigured) await readSettings();
    isConfigured = true;
    await count(client);
    return { statusCode: 200 };
  };
}

function count(client: DynamoDBClient) {
  const { COUNTS_TABLE, EVENTS_TABLE } = process.env;
  const event = {
    TableName: EVENTS_TABLE,
    Item: { pk: { S: randomUUID() }, x: { N: "1796472000" } },
    ConditionExpression: "attribute_not_exists(pk)",
  };
  const cell = {
    TableName: COUNTS_TABLE,
    Key: { pk: { S: "2026-11-23#5" }, sk: { S: "join#id#web#answer" } },
    UpdateExpression: "ADD n :one",
    ExpressionAttributeValues: { ":one": { N: "1" } },
  };
  return client.send(
    new TransactWriteItemsCommand({ TransactItems: [{ Put: event }, { Update: cell }] }),
  );
}
