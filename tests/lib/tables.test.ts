import { describe, expect, it } from "vitest";
import { synthesize } from "./synthesize.ts";

const template = synthesize();
const tables = template.findResources("AWS::DynamoDB::Table");

function tableNamed(part: string) {
  const [table, ...others] = Object.entries(tables).filter(([id]) => id.includes(part));
  expect(others).toEqual([]);
  return table?.[1];
}

describe("the tables", () => {
  it("are two, paid for by request, encrypted with a key that costs nothing", () => {
    expect(Object.keys(tables)).toHaveLength(2);
    for (const { Properties } of Object.values(tables)) {
      expect(Properties.BillingMode).toBe("PAY_PER_REQUEST");
      expect(Properties).not.toHaveProperty("SSESpecification");
    }
  });

  it("keep counts by day and cell, restorable, and survive the stack", () => {
    expect(tableNamed("Counts")).toMatchObject({
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "S" },
        ],
      },
    });
  });

  it("forget events by themselves, and with the stack", () => {
    const events = tableNamed("Events");
    expect(events).toMatchObject({
      DeletionPolicy: "Delete",
      UpdateReplacePolicy: "Delete",
      Properties: {
        TimeToLiveSpecification: { AttributeName: "x", Enabled: true },
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      },
    });
    expect(events?.Properties).not.toHaveProperty("PointInTimeRecoverySpecification");
    expect(events?.Properties).not.toHaveProperty("DeletionProtectionEnabled");
  });

  it("are copied nowhere: no stream, no replica, no insights", () => {
    for (const { Properties } of Object.values(tables)) {
      for (const copy of [
        "StreamSpecification",
        "KinesisStreamSpecification",
        "ContributorInsightsSpecification",
        "GlobalSecondaryIndexes",
      ]) {
        expect(Properties).not.toHaveProperty(copy);
      }
    }
  });
});
