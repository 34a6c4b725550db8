// Sizes by DynamoDB's rules, worked out by hand from its documentation.
import { describe, expect, it } from "vitest";
import { itemBytes, writeUnits } from "../../../bin/cost/item-size.ts";

describe("the size of an item", () => {
  it("is that of its names and texts, in UTF-8", () => {
    expect(itemBytes({ pk: { S: "v1#abc" } })).toBe(2 + 6);
    expect(itemBytes({ s: { S: "é" } })).toBe(1 + 2);
    expect(itemBytes({})).toBe(0);
  });

  it.each([
    ["0", 1],
    ["7", 2],
    ["12", 2],
    ["123", 3],
    ["1200", 2],
    ["1795827600", 5],
    ["-12", 2],
  ])(
    "takes a byte for two digits of the number %s, and one more, but none for noughts at its end",
    (number, bytes) => {
      expect(itemBytes({ n: { N: number } })).toBe(1 + bytes);
    },
  );
});

describe("write units", () => {
  it.each([
    [1, 1, 2],
    [1024, 1, 2],
    [1025, 2, 4],
    [3000, 3, 6],
  ])("of %i bytes are %i, and twice as many in a transaction", (bytes, plain, inTransaction) => {
    expect(writeUnits(bytes, false)).toBe(plain);
    expect(writeUnits(bytes, true)).toBe(inTransaction);
  });
});
