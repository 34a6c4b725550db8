// How many questions were answered but not counted, which a report has to tell with its numbers.
import type {
  CloudWatchClientConfig,
  GetMetricDataCommandInput,
  MetricDataResult,
} from "@aws-sdk/client-cloudwatch";
import { dayMs, dayOf } from "../../functions/webhook/counts/day.ts";
import type { MetricName } from "../../functions/webhook/metrics.ts";
import { stackName } from "../../lib/names.ts";
import { leastShown } from "./release.ts";
import type { ReportDays } from "./report-days.ts";

export type Uncounted =
  | { readonly kind: "at-most"; readonly questions: number }
  | { readonly kind: "unknown"; readonly reason: UnknownReason; readonly why: string };

export type UnknownReason = "own-log" | "stand-in" | "forgotten" | "never" | "unreadable";

/**
 * CloudWatch keeps hours for 455 days, and the days of the report begin on its full hours.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 */
const keptDays = 455;
const periodS = 3600;

/** Nobody who wants a report waits long for its last line. */
const patience: CloudWatchClientConfig = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000 },
};

/**
 * Each day's number is rounded up before they are added, so that no two reports differ by less
 * than five. All that CloudWatch has is read, whatever the days of the report: that it has nothing
 * for one of them would tell that nobody asked.
 */
export async function readUncounted({ from, to }: ReportDays): Promise<Uncounted> {
  if (isStandIn(process.env)) {
    return unknown("stand-in", "there is no CloudWatch beside a stand-in for DynamoDB");
  }
  const now = Date.now();
  const keptSinceMs = now - (keptDays - 1) * dayMs;
  if (from < dayOf(keptSinceMs)) return unknown("forgotten", "CloudWatch forgets after 15 months");
  try {
    const daily = dailySums(await readMetric(new Date(keptSinceMs), new Date(now)));
    if (daily.size === 0) return unknown("never", "CloudWatch has never had a number of them");
    const days = [...daily].filter(([day]) => day >= from && day <= to);
    return {
      kind: "at-most",
      questions: days.reduce((sum, [, n]) => sum + Math.ceil(n / leastShown) * leastShown, 0),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    return unknown("unreadable", `CloudWatch can't be read: ${reason}`);
  }
}

function unknown(reason: UnknownReason, why: string): Uncounted {
  return { kind: "unknown", reason, why };
}

/** Whoever counts into a stand-in has no business with the real CloudWatch. */
function isStandIn(environment: NodeJS.ProcessEnv): boolean {
  const { AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL_CLOUDWATCH, AWS_ENDPOINT_URL } = environment;
  const isDynamoLocal = AWS_ENDPOINT_URL_DYNAMODB?.startsWith("http:") ?? false;
  return isDynamoLocal && !AWS_ENDPOINT_URL_CLOUDWATCH && !AWS_ENDPOINT_URL;
}

async function readMetric(StartTime: Date, EndTime: Date): Promise<MetricDataResult[]> {
  // Loaded here only, or every other command would start later for it.
  const { CloudWatchClient, paginateGetMetricData } = await import("@aws-sdk/client-cloudwatch");
  const MetricName: MetricName = "Uncounted";
  const Metric = { Namespace: process.env.METRICS_NAMESPACE || stackName(), MetricName };
  const input: GetMetricDataCommandInput = {
    StartTime,
    EndTime,
    MetricDataQueries: [{ Id: "uncounted", MetricStat: { Metric, Period: periodS, Stat: "Sum" } }],
  };
  const client = new CloudWatchClient(patience);
  const results: MetricDataResult[] = [];
  try {
    for await (const { MetricDataResults = [] } of paginateGetMetricData({ client }, input)) {
      results.push(...MetricDataResults);
    }
  } finally {
    client.destroy();
  }
  return results;
}

function dailySums(results: readonly MetricDataResult[]): Map<string, number> {
  const daily = new Map<string, number>();
  for (const { Timestamps = [], Values = [], StatusCode } of results) {
    if (StatusCode === "Forbidden" || StatusCode === "InternalError") {
      throw Object.assign(new Error(), { name: StatusCode });
    }
    for (const [at, time] of Timestamps.entries()) {
      const day = dayOf(time.getTime());
      daily.set(day, (daily.get(day) ?? 0) + (Values[at] ?? 0));
    }
  }
  return daily;
}

/** The sentence for the report; `questions` is how many it tells of. */
export function tellUncounted(uncounted: Uncounted, questions: number): string {
  if (uncounted.kind === "unknown") {
    return `How many questions were answered without being counted, while the store was down, is unknown: ${uncounted.why}.`;
  }
  if (uncounted.questions === 0) return "No question was answered without being counted.";
  return `About ${questions} to ${questions + uncounted.questions} questions: up to ${uncounted.questions} may have been answered without being counted while the store was down (rounded up to ${leastShown} for each day).`;
}
