// Counts the log's lines about questions that were answered while the store was down.
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { uncountedEvent, uncountedMetric } from "../functions/webhook/counts/uncounted-metric.ts";

/** The number outlives the log, which forgets after two weeks: CloudWatch keeps it for 15 months. */
export function countUncounted(scope: Construct, log: LogGroup): void {
  new MetricFilter(scope, "Uncounted", {
    logGroup: log,
    filterPattern: FilterPattern.stringValue("$.event", "=", uncountedEvent),
    metricNamespace: uncountedMetric.namespace,
    metricName: uncountedMetric.name,
    metricValue: "1",
    // Any other line says that the metric is there, and that nothing went uncounted.
    defaultValue: 0,
  });
}
