// What the log says of uncounted questions becomes a number that outlives it.
import { expect, it } from "vitest";
import { uncountedMetric } from "../../functions/webhook/counts/uncounted-metric.ts";
import { createLog } from "../../functions/webhook/log.ts";
import { propertiesOf, synthesize } from "./synthesize.ts";

const template = synthesize();
const filter = propertiesOf(template, "AWS::Logs::MetricFilter");

it("is filtered out of the function's own log", () => {
  const logs = Object.keys(template.findResources("AWS::Logs::LogGroup"));
  expect(filter.LogGroupName).toEqual({ Ref: logs.find((id) => id.startsWith("WebhookLog")) });
});

it("looks for the line that the bot writes for each of them", () => {
  const lines: string[] = [];
  const log = createLog("build", (line) => lines.push(line));
  log({ level: "warn", event: "uncounted", channel: "whatsapp" });
  expect(filter.FilterPattern).toBe('{ $.event = "uncounted" }');
  expect(JSON.parse(lines[0] ?? "").event).toBe("uncounted");
});

it("adds one for each, and nought for any other line, to the metric that the report reads", () => {
  expect(filter.MetricTransformations).toEqual([
    {
      MetricNamespace: uncountedMetric.namespace,
      MetricName: uncountedMetric.name,
      MetricValue: "1",
      DefaultValue: 0,
    },
  ]);
});

it("is told without anything of who asked: it has no dimension", () => {
  expect(filter.MetricTransformations[0]).not.toHaveProperty("Dimensions");
});
