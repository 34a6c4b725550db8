import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { asUnavailable, eventInTheWay } from "../../functions/webhook/counts/dynamo-errors.ts";
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";

const about = { message: "The conditional request failed", $metadata: {} };

describe("the code of a store that can't be reached", () => {
  it.each([
    [
      "the reason of the write at fault",
      new TransactionCanceledException({
        ...about,
        CancellationReasons: [{ Code: "None" }, { Code: "ThrottlingError" }],
      }),
      "ThrottlingError",
    ],
    [
      "the exception's name where no write is at fault",
      new TransactionCanceledException(about),
      "TransactionCanceledException",
    ],
    [
      "the code of the socket",
      Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
      "ECONNREFUSED",
    ],
    [
      "the error's name where its code is a number",
      Object.assign(new RangeError("far"), { code: 7 }),
      "RangeError",
    ],
    ["the error's name where it has no code", new TypeError("odd"), "TypeError"],
    ["Unknown for what is no error", { code: "SECRET" }, "Unknown"],
    ["Unknown for nothing", undefined, "Unknown"],
  ])("is %s", (_, error, code) => {
    expect(asUnavailable(error).code).toBe(code);
  });

  it("stays what it was found to be", () => {
    const found = new StoreUnavailable("Deadline");
    expect(asUnavailable(found)).toBe(found);
  });
});

describe("the event in the way of a write", () => {
  const Item = { pk: { S: "v1#key" }, s: { S: "D" }, x: { N: "1" } };

  it("comes with the refusal of a write alone, and with that of a transaction's first", () => {
    const alone = new ConditionalCheckFailedException({ ...about, Item });
    const first = new TransactionCanceledException({
      ...about,
      CancellationReasons: [{ Code: "ConditionalCheckFailed", Item }, { Code: "None" }],
    });
    expect(eventInTheWay(alone)).toEqual(eventInTheWay(first));
    expect(eventInTheWay(alone)).toEqual({ pk: "v1#key", s: "D", x: 1 });
  });

  it.each([
    ["a refusal without the item", new ConditionalCheckFailedException(about)],
    ["a transaction without reasons", new TransactionCanceledException(about)],
    ["an error that merely has an item", Object.assign(new Error("odd"), { Item })],
  ])("is not to be had from %s, which is thrown on", (_, error) => {
    expect(() => eventInTheWay(error)).toThrow(error);
  });
});
