// Items as DynamoDB writes them: every value with its type.
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { EventItem } from "./event.ts";

export type Attributes = Record<string, AttributeValue>;

/** Of an object whose properties are texts and numbers only. */
export function toAttributes(item: object): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(item)) {
    attributes[name] = typeof value === "number" ? { N: String(value) } : { S: value };
  }
  return attributes;
}

export function toEvent({ pk, s, o, l, x }: Attributes): EventItem {
  const kept = { pk: pk?.S ?? "", x: Number(x?.N) };
  if (s?.S === "D") return { ...kept, s: "D" };
  return { ...kept, s: "P", o: o?.S ?? "", l: Number(l?.N) };
}
