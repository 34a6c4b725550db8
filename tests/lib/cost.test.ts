// Holds `faq cost` to the stack: what is deployed is what is charged for, and nothing is left out.
import { describe, expect, it } from "vitest";
import { assumptionsFor } from "../../bin/cost/assumptions.ts";
import { alarmsOf, customMetricsOf, dashboardsOf } from "../../bin/cost/deployment.ts";
import type { Measurement } from "../../bin/cost/measure.ts";
import { accessLogSample } from "../../bin/cost/platform-bytes.ts";
import { usesOf } from "../../bin/cost/usage.ts";
import { metricUnits } from "../../functions/webhook/metrics.ts";
import {
  settingsFromParameter,
  settingsMaxAgeMs,
} from "../../functions/webhook/settings-source.ts";
import { functionMemoryMb } from "../../lib/function-size.ts";
import { logRetentionDays } from "../../lib/log-retention.ts";
import type { PriceName } from "../../lib/prices.ts";
import { propertiesOf, propertiesOfAll, synthesize } from "./synthesize.ts";

/** What a resource is charged as, if it is; all that a stack with every option may hold. */
const charges: Record<string, readonly PriceName[] | "free"> = {
  "AWS::ApiGatewayV2::Api": ["httpApiRequests", "dataOut"],
  "AWS::ApiGatewayV2::ApiMapping": "free",
  "AWS::ApiGatewayV2::DomainName": "free",
  "AWS::ApiGatewayV2::Integration": "free",
  "AWS::ApiGatewayV2::Route": "free",
  "AWS::ApiGatewayV2::Stage": "free",
  // One that does nothing by itself, such as stopping instances.
  "AWS::Budgets::Budget": "free",
  "AWS::CloudWatch::Alarm": ["alarms"],
  "AWS::CloudWatch::Dashboard": ["dashboards"],
  "AWS::DynamoDB::Table": ["tableWrites", "tableStorage", "tableBackup"],
  "AWS::IAM::ManagedPolicy": "free",
  "AWS::IAM::Role": "free",
  "AWS::Lambda::Alias": "free",
  "AWS::Lambda::Function": [
    "lambdaRequests",
    "lambdaTime",
    "keyRequests",
    "dataOut",
    "customMetrics",
  ],
  "AWS::Lambda::Permission": "free",
  "AWS::Lambda::Url": ["dataOut"],
  // Up to 75 GB of them.
  "AWS::Lambda::Version": "free",
  "AWS::Logs::LogGroup": ["logIngestion", "logStorage"],
  // The function's log makes some metrics too.
  "AWS::Logs::MetricFilter": ["customMetrics"],
  // Up to a thousand e-mails a month.
  "AWS::SNS::Subscription": "free",
  "AWS::SNS::Topic": "free",
  "AWS::SNS::TopicPolicy": "free",
};

const request = {
  requestBytes: 1,
  writeUnits: 1,
  storeCalls: 1,
  platformCalls: 1,
  logBytes: 1,
  outBytes: 1,
};
const items = { items: 1, bytesPerItem: 1 };
const measured: Measurement = {
  questions: 1,
  message: request,
  receipt: request,
  pageView: request,
  startLogBytes: 1,
  events: items,
  counts: items,
};

const everyOption = {
  stage: "dev",
  domain: "bot.example.org",
  certificate: "arn:aws:acm:us-east-1:000000000000:certificate/0",
  email: "operator@example.org",
  "reserved-concurrency": "5",
};

describe.each([
  { ingress: "http-api", watch: "all", others: everyOption },
  { ingress: "http-api", watch: "none", others: {} },
  { ingress: "function-url", watch: "alarms", others: {} },
  { ingress: "function-url", watch: "none", others: { email: "operator@example.org" } },
] as const)("the bill of ingress=$ingress, watch=$watch", ({ ingress, watch, others }) => {
  const template = synthesize({ ingress, watch, ...others });
  const countOf = (type: string) => Object.keys(template.findResources(type)).length;

  it("knows of every kind of resource whether it costs anything", () => {
    const resources: { Type: string }[] = Object.values(template.toJSON().Resources);
    const unknown = resources.map(({ Type }) => Type).filter((type) => !(type in charges));
    expect(unknown).toEqual([]);
  });

  it("has a line for whatever costs anything", () => {
    const charged = Object.keys(charges)
      .filter((type) => countOf(type) > 0)
      .flatMap((type) => charges[type] ?? [])
      .filter((price) => price !== "free");
    const assumptions = assumptionsFor("whatsapp");
    const uses = usesOf(measured, { messages: 1000, ingress, watch, assumptions });
    const used = uses.filter(({ amount }) => amount > 0).map(({ price }) => price);
    expect([...new Set(used)].sort()).toEqual([...new Set(charged)].sort());
  });

  it("has as many alarms, dashboards and custom metrics as the stack", () => {
    expect(countOf("AWS::CloudWatch::Alarm")).toBe(alarmsOf(watch, ingress));
    expect(countOf("AWS::CloudWatch::Dashboard")).toBe(dashboardsOf(watch));
    const metrics = Object.keys(metricUnits).length + countOf("AWS::Logs::MetricFilter");
    expect(metrics).toBe(customMetricsOf(ingress));
  });

  it("reckons with the function, the logs and the tables as they are", () => {
    const { MemorySize, Architectures, ...lambda } = propertiesOf(
      template,
      "AWS::Lambda::Function",
    );
    expect({ MemorySize, Architectures }).toEqual({
      MemorySize: functionMemoryMb,
      Architectures: ["arm64"],
    });
    // Whatever is kept ready or reported beside the log costs extra.
    expect(lambda).not.toHaveProperty("SnapStart");
    expect(lambda).not.toHaveProperty("TracingConfig");
    for (const version of propertiesOfAll(template, "AWS::Lambda::Version")) {
      expect(version).not.toHaveProperty("ProvisionedConcurrencyConfig");
    }
    for (const log of propertiesOfAll(template, "AWS::Logs::LogGroup")) {
      expect(log.RetentionInDays).toBe(logRetentionDays);
      expect(log).not.toHaveProperty("KmsKeyId");
    }
    const tables = propertiesOfAll(template, "AWS::DynamoDB::Table");
    for (const table of tables) {
      expect(table.BillingMode).toBe("PAY_PER_REQUEST");
      expect(table).not.toHaveProperty("StreamSpecification");
      expect(table).not.toHaveProperty("GlobalSecondaryIndexes");
    }
    const backedUp = tables.filter(
      (table) => table.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
    );
    // Of the counts, which have a second key.
    expect(backedUp.map(({ KeySchema }) => KeySchema.length)).toEqual([2]);
  });

  it("reckons with the access log's fields", () => {
    const formats = propertiesOfAll(template, "AWS::ApiGatewayV2::Stage").map(
      ({ AccessLogSettings }) => Object.keys(JSON.parse(AccessLogSettings.Format)),
    );
    expect(formats).toEqual(ingress === "http-api" ? [Object.keys(accessLogSample)] : []);
  });
});

describe("the settings", () => {
  it("are read as often as the bill says", async () => {
    let reads = 0;
    let nowMs = 0;
    const Value = JSON.stringify({ PEPPER: Buffer.alloc(32, 1).toString("base64") });
    const client = {
      send: async () => {
        reads += 1;
        return { Parameter: { Value } };
      },
    };
    const source = settingsFromParameter("/jelas/settings", client as never, () => nowMs);
    const hours = 6;
    for (; nowMs < hours * 3_600_000; nowMs += 10_000) await source.current();
    expect(reads).toBe((hours * 3_600_000) / settingsMaxAgeMs);
  });
});
