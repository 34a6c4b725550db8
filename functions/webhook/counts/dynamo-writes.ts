// The four writes to DynamoDB. Each changes only what its condition finds still so.
import {
  type DynamoDBClient,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { toAttributes } from "./dynamo-items.ts";
import { pendingEvent } from "./event.ts";
import type { Claim, CountAddress } from "./store.ts";

export interface TableNames {
  readonly countsTable: string;
  readonly eventsTable: string;
}

/** A write that can be sent, and sent again. */
export type Write = (
  client: DynamoDBClient,
  options: { readonly abortSignal: AbortSignal },
) => Promise<unknown>;

/**
 * Puts the event and adds one to the cell, unless the event is there already.
 *
 * It sets no ClientRequestToken. The SDK makes one for each call and keeps it for its own retries;
 * one made from the message would be refused whenever another delivery's claim differs.
 */
export function claimWrite(
  { countsTable, eventsTable }: TableNames,
  claim: Claim,
  { pk, sk }: CountAddress,
): Write {
  const input = {
    TransactItems: [
      {
        Put: {
          TableName: eventsTable,
          Item: toAttributes(pendingEvent(claim)),
          ConditionExpression: "attribute_not_exists(pk)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        } as const,
      },
      {
        Update: {
          TableName: countsTable,
          Key: toAttributes({ pk, sk }),
          UpdateExpression: "ADD n :one",
          ExpressionAttributeValues: toAttributes({ ":one": 1 }),
        },
      },
    ],
  };
  return (client, options) => client.send(new TransactWriteItemsCommand(input), options);
}

/** Makes an event ours whose lease ran out before it was done. */
export function takeOverWrite({ eventsTable }: TableNames, claim: Claim): Write {
  return update({
    TableName: eventsTable,
    Key: toAttributes({ pk: claim.eventKey }),
    UpdateExpression: "SET o = :owner, l = :lease",
    ConditionExpression: "s = :pending AND l <= :now",
    ExpressionAttributeValues: toAttributes({
      ":owner": claim.owner,
      ":lease": claim.leaseUntil,
      ":pending": "P",
      ":now": claim.now,
    }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
}

export function doneWrite({ eventsTable }: TableNames, eventKey: string, owner: string): Write {
  return update({
    TableName: eventsTable,
    Key: toAttributes({ pk: eventKey }),
    UpdateExpression: "SET s = :done REMOVE o, l",
    ConditionExpression: "o = :owner",
    ExpressionAttributeValues: toAttributes({ ":done": "D", ":owner": owner }),
  });
}

/** Ends our lease, so that the next delivery need not wait for it. */
export function releaseWrite({ eventsTable }: TableNames, eventKey: string, owner: string): Write {
  return update({
    TableName: eventsTable,
    Key: toAttributes({ pk: eventKey }),
    UpdateExpression: "SET l = :over",
    ConditionExpression: "o = :owner",
    ExpressionAttributeValues: toAttributes({ ":over": 0, ":owner": owner }),
  });
}

function update(input: UpdateItemCommandInput): Write {
  return (client, options) => client.send(new UpdateItemCommand(input), options);
}
