// How large DynamoDB reckons an item to be, which is what it charges by.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
import type { Attributes } from "../../functions/webhook/counts/dynamo-items.ts";

/** What is charged for each item that is kept, beyond its own size. */
export const storedItemOverheadBytes = 100;

/** Names and values in UTF-8; a number takes a byte for two of its digits, and one more. */
export function itemBytes(item: Attributes): number {
  return Object.entries(item)
    .map(([name, { S, N }]) => Buffer.byteLength(name) + (N ? numberBytes(N) : textBytes(S)))
    .reduce((sum, bytes) => sum + bytes, 0);
}

function textBytes(text = ""): number {
  return Buffer.byteLength(text);
}

/** Noughts at either end are not kept. */
function numberBytes(number: string): number {
  const digits = number.replace(/\D/g, "").replace(/^0+|0+$/g, "");
  return Math.ceil(digits.length / 2) + 1;
}

const unitBytes = 1024;

/** Write units of one item: one for each KB begun, two in a transaction. */
export function writeUnits(bytes: number, isTransaction: boolean): number {
  return Math.ceil(bytes / unitBytes) * (isTransaction ? 2 : 1);
}
