// What an update leaves of an item: DynamoDB charges by the larger of before and after.
import type { UpdateItemCommandInput } from "@aws-sdk/client-dynamodb";
import type { Attributes } from "../../functions/webhook/counts/dynamo-items.ts";

export type Update = Pick<
  UpdateItemCommandInput,
  "Key" | "UpdateExpression" | "ExpressionAttributeValues"
>;

/**
 * The item after `SET a = :x, b = :y`, `REMOVE a, b` or `ADD n :one`, or several of them.
 * @throws Error if the expression says anything else
 */
export function applyUpdate(before: Attributes, update: Update): Attributes {
  const { Key, UpdateExpression = "", ExpressionAttributeValues: values = {} } = update;
  const after: Attributes = { ...before, ...Key };
  for (const clause of UpdateExpression.split(/ (?=SET |REMOVE |ADD )/)) {
    const [verb = "", ...words] = clause.split(" ");
    for (const action of words.join(" ").split(", ")) {
      const { name, value } =
        /^(?<name>\w+)( = | ?)(?<value>:\w+)?$/.exec(action)?.groups ?? ({} as Partial<Groups>);
      const operand = value === undefined ? undefined : values[value];
      if (verb === "SET" && name && operand) after[name] = operand;
      else if (verb === "ADD" && name && operand?.N) after[name] = sum(after[name]?.N, operand.N);
      else if (verb === "REMOVE" && name && !value) delete after[name];
      else throw new Error(`What the update "${UpdateExpression}" costs is not known`);
    }
  }
  return after;
}

interface Groups {
  readonly name: string;
  readonly value: string;
}

function sum(before = "0", added: string): { N: string } {
  return { N: String(Number(before) + Number(added)) };
}
