import { describe, expect, it } from "vitest";
import { storePlace } from "../functions/webhook/store-for.ts";

describe("where counts go", () => {
  it("into the tables that are named", () => {
    expect(storePlace({ COUNTS_TABLE: "c", EVENTS_TABLE: "e" })).toEqual({
      kind: "dynamo",
      countsTable: "c",
      eventsTable: "e",
    });
  });

  it("into tables of the usual names, where only an endpoint is given", () => {
    const place = storePlace({ AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:8000" });
    expect(place).toEqual({ kind: "dynamo", countsTable: "counts", eventsTable: "events" });
  });

  it("into a folder, where nothing of DynamoDB is named", () => {
    expect(storePlace({})).toEqual({ kind: "embedded", directory: ".data" });
    expect(storePlace({ DATA_DIR: "/tmp/d" })).toEqual({
      kind: "embedded",
      directory: "/tmp/d",
    });
  });

  it("nowhere, if one table is named without the other, or none on Lambda", () => {
    expect(() => storePlace({ COUNTS_TABLE: "c" })).toThrow(/^EVENTS_TABLE is missing/);
    expect(() => storePlace({ EVENTS_TABLE: "e" })).toThrow(/^COUNTS_TABLE is missing/);
    expect(() => storePlace({ AWS_LAMBDA_FUNCTION_NAME: "bot" })).toThrow(
      /^COUNTS_TABLE is missing/,
    );
  });

  it.each(["COUNTS_TABLE", "EVENTS_TABLE", "DATA_DIR"])("nowhere, if %s is empty", (name) => {
    expect(() => storePlace({ [name]: "" })).toThrow(`${name} is empty`);
  });
});
