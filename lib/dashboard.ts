// One page that answers three questions: is it answering, is anything wrong, what does it cost?
import { Duration } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  type Metric,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { functionMemoryMb } from "./function-size.ts";
import type { Measures } from "./measures.ts";
import type { Ingress } from "./options.ts";
import { pricedRegion, unitPrice } from "./prices.ts";

const bytesInGb = 1024 ** 3;

export function drawDashboard(
  scope: Construct,
  measures: Measures,
  alarms: readonly Alarm[],
  ingress: Ingress,
): Dashboard {
  const { own, lambda, frontDoor } = measures;
  return new Dashboard(scope, "Dashboard", {
    dashboardName: measures.namespace,
    defaultInterval: Duration.days(1),
    // The sums stay those of five minutes, however much of the past is looked at.
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [
        heading(
          "Is it answering?",
          "Questions that people asked, and how long they waited. Red alarms below say what to do.",
        ),
      ],
      [
        graph("Questions, in 5 minutes", [
          named(own("Questions"), "questions"),
          named(own("Retries"), "asked to be delivered again"),
        ]),
        graph("How long a request takes, ms", [
          named(frontDoor.latencyP50, "half of them"),
          named(frontDoor.latencyP99, "99 of 100"),
        ]),
        graph("How long a new copy of the function takes to start, ms", [
          named(own("ColdStart", undefined, "Average"), "on average"),
          named(own("ColdStart", undefined, "Maximum"), "at most"),
        ]),
      ],
      [heading("Is anything wrong?", "All of this is nought on a good day.")],
      [
        new AlarmStatusWidget({
          title: "Alarms: each one's description says what it means and what to do",
          alarms: [...alarms],
          width: 24,
          height: 3,
        }),
      ],
      [
        graph("The bot", [
          named(own("Uncounted"), "answered, not counted"),
          named(own("StoreFailures"), "store failed"),
          named(own("Crashes"), "unexpected errors"),
          named(lambda.errors, "function stopped"),
          named(frontDoor.serverErrors, "answered with 5xx"),
        ]),
        graph("The messaging services", [
          named(own("RefusedReplies"), "replies refused for good"),
          named(own("FailedReplies"), "replies not taken yet"),
          named(own("Unauthorised"), "requests without a valid signature"),
        ]),
        graph("The brakes", [
          ...(frontDoor.throttled ? [named(frontDoor.throttled, "turned away at the door")] : []),
          named(lambda.throttles, "turned away by the function"),
          named(lambda.atOnce, "copies of the function at once"),
        ]),
      ],
      [
        heading(
          "What does it cost?",
          `List prices of ${pricedRegion}, before free allowances; without data sent out, storage, what is paid by the month, and tax. \`faq cost\` works out the whole bill.`,
        ),
      ],
      [
        new SingleValueWidget({
          title: "US dollars, in the time that this page shows",
          metrics: [dollars(measures, ingress)],
          width: 8,
          height: 6,
          setPeriodToTimeRange: true,
        }),
        graph("Requests, in 5 minutes", [
          named(frontDoor.requests, "at the door"),
          named(lambda.invocations, "to the function"),
        ]),
        graph("Write units, in 5 minutes", [
          named(measures.writes[0], "counts"),
          named(measures.writes[1], "events"),
        ]),
      ],
    ],
  });
}

function heading(title: string, text: string): IWidget {
  return new TextWidget({ markdown: `## ${title}\n${text}`, width: 24, height: 2 });
}

function graph(title: string, left: Metric[]): IWidget {
  return new GraphWidget({ title, left, width: 8, height: 6, leftYAxis: { min: 0 } });
}

function named(metric: Metric, label: string): Metric {
  return metric.with({ label });
}

/** What was used, each thing at its price. */
function dollars({ frontDoor, lambda, writes, logged }: Measures, ingress: Ingress): IMetric {
  const gbSecond = (functionMemoryMb / 1024) * 0.001 * unitPrice("lambdaTime");
  const used: [metric: Metric, usd: number][] = [
    ...(ingress === "http-api"
      ? [[frontDoor.requests, unitPrice("httpApiRequests")] as [Metric, number]]
      : []),
    [lambda.invocations, unitPrice("lambdaRequests")],
    [lambda.duration, gbSecond],
    ...writes.map((metric): [Metric, number] => [metric, unitPrice("tableWrites")]),
    ...logged.map((metric): [Metric, number] => [metric, unitPrice("logIngestion") / bytesInGb]),
  ];
  return new MathExpression({
    label: "US dollars",
    expression: used.map(([, usd], at) => `FILL(m${at}, 0) * ${usd.toFixed(14)}`).join(" + "),
    usingMetrics: Object.fromEntries(used.map(([metric], at) => [`m${at}`, metric])),
  });
}
