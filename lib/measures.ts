// What can be measured of a deployment: its own metrics, and those that AWS keeps by itself.
import { type Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { MetricName } from "../functions/webhook/metrics.ts";
import type { FrontDoorMetrics } from "./front-door.ts";
import { metricPeriod } from "./metric-period.ts";
import type { PriceName } from "./prices.ts";
import type { Tables } from "./tables.ts";
import type { Webhook } from "./webhook.ts";

export interface Measures {
  /** Where the deployment's own metrics are. */
  readonly namespace: string;
  /** A metric of the function's log; the sum of five minutes unless told otherwise. */
  readonly own: (name: MetricName, period?: Duration, statistic?: string) => Metric;
  readonly frontDoor: FrontDoorMetrics;
  /** What a request costs at the front door, if anything. */
  readonly requestPrice: PriceName | undefined;
  readonly lambda: {
    readonly errors: Metric;
    readonly throttles: Metric;
    readonly invocations: Metric;
    /** Milliseconds, summed. */
    readonly duration: Metric;
    readonly atOnce: Metric;
  };
  /** Write units, summed, of each table. */
  readonly writes: readonly [counts: Metric, events: Metric];
  /** Bytes taken in, summed, of each log. */
  readonly logged: readonly Metric[];
}

export function measuresOf(scope: Construct, tables: Tables, webhook: Webhook): Measures {
  const namespace = Stack.of(scope).stackName;
  const { lambda, frontDoor } = webhook;
  const summed = { period: metricPeriod, statistic: "Sum" };
  return {
    namespace,
    own: (metricName, period = metricPeriod, statistic = "Sum") =>
      new Metric({ namespace, metricName, period, statistic }),
    frontDoor: frontDoor.metrics,
    requestPrice: frontDoor.requestPrice,
    lambda: {
      errors: lambda.metricErrors(summed),
      throttles: lambda.metricThrottles(summed),
      invocations: lambda.metricInvocations(summed),
      duration: lambda.metricDuration(summed),
      atOnce: lambda.metric("ConcurrentExecutions", { ...summed, statistic: "Maximum" }),
    },
    writes: [
      tables.counts.metricConsumedWriteCapacityUnits(summed),
      tables.events.metricConsumedWriteCapacityUnits(summed),
    ],
    logged: [webhook.log, ...(frontDoor.log ? [frontDoor.log] : [])].map(bytesIn),
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html */
function bytesIn({ logGroupName }: LogGroup): Metric {
  return new Metric({
    namespace: "AWS/Logs",
    metricName: "IncomingBytes",
    dimensionsMap: { LogGroupName: logGroupName },
    period: metricPeriod,
    statistic: "Sum",
  });
}
