// What CloudWatch counts: a few numbers without a dimension, written as part of the log's lines.
import type { LogRecord } from "./log-record.ts";

/** Ten custom metrics cost nothing; AWS has the others of the dashboard by itself. */
export const metricUnits = {
  /** Messages whose journey has ended, copies not among them. */
  Questions: "Count",
  /** Messages that their platform was asked to deliver again. */
  Retries: "Count",
  /** Questions that were acknowledged while the store could not be asked. */
  Uncounted: "Count",
  /** Operations of the store that failed. */
  StoreFailures: "Count",
  /** Replies that a platform did not take now, and may take later. */
  FailedReplies: "Count",
  /** Replies that a platform will never take, and tokens that it refused. */
  RefusedReplies: "Count",
  /** Requests to a webhook without a valid signature. */
  Unauthorised: "Count",
  /** Errors that nobody expected, each caught and answered with 503. */
  Crashes: "Count",
  /** From the start of a process to its being ready to answer. */
  ColdStart: "Milliseconds",
} as const;

export type MetricName = keyof typeof metricUnits;
export type Metrics = Partial<Record<MetricName, number>>;

/** A line as it was checked, which may have lost what was on no list. */
type CheckedLine = { readonly [Field in keyof LogRecord]?: LogRecord[Field] | undefined };

/** What a line of the log adds to the metrics. */
export function metricsOf({ event, ending, delivery, ms = 0 }: CheckedLine): Metrics {
  switch (event) {
    case "message":
      if (ending === "duplicate") return {};
      if (ending === "retry-later") return { Retries: 1 };
      // The nought tells a report that the metric is there, and that nothing went uncounted.
      return { Questions: 1, Uncounted: 0 };
    case "uncounted":
      return { Uncounted: 1 };
    case "store":
      return { StoreFailures: 1 };
    case "delivery":
      if (delivery === "transient") return { FailedReplies: 1 };
      return delivery === "lapsed" ? {} : { RefusedReplies: 1 };
    case "unauthorised":
      return { Unauthorised: 1 };
    case "crash":
      return { Crashes: 1 };
    case "start":
      return { ColdStart: ms };
    default:
      return {};
  }
}

/**
 * The members that make CloudWatch take numbers out of a line; none where there is no number.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embedMetrics(metrics: Metrics, namespace: string, nowMs: number): object {
  const names = Object.keys(metrics) as MetricName[];
  if (names.length === 0) return {};
  const directive = {
    Namespace: namespace,
    // One set, of no dimension.
    Dimensions: [[]],
    Metrics: names.map((name) => ({ Name: name, Unit: metricUnits[name] })),
  };
  return { _aws: { Timestamp: nowMs, CloudWatchMetrics: [directive] }, ...metrics };
}
