// Reads counts out of DynamoDB. The function's own role may not: it is for whoever reports.
import { type DynamoDBClient, paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Count } from "./cell.ts";
import { type CountItem, readCounts } from "./read-counts.ts";

export interface DynamoCounts {
  readonly client: DynamoDBClient;
  readonly countsTable: string;
}

/** The cells of these days, both included, as `readCounts` has them. */
export function readDynamoCounts(
  { client, countsTable }: DynamoCounts,
  from: string,
  to: string,
  onProgress?: (share: number) => void,
): Promise<Count[]> {
  const itemsOf = async (pk: string) => {
    const items: CountItem[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: countsTable,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": { S: pk } },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const { sk, n } of Items) items.push({ pk, sk: sk?.S ?? "", n: Number(n?.N ?? 0) });
    }
    return items;
  };
  return readCounts(from, to, itemsOf, onProgress);
}
