// One page that answers three questions: is it answering, is anything wrong, what does it cost?
import { Duration } from "aws-cdk-lib";
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IWidget,
  type Metric,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { dollarsUsed } from "./dollars.ts";
import { faqCommand } from "./faq-command.ts";
import type { Measures } from "./measures.ts";
import { pricedRegion } from "./prices.ts";

export function drawDashboard(
  scope: Construct,
  measures: Measures,
  alarms: readonly Alarm[],
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
        graph(8, "Questions, in 5 minutes", [
          named("Questions", own("Questions")),
          named("Retries: asked to be delivered again", own("Retries")),
        ]),
        graph(8, "How long a request takes, ms", [
          named("half of them", frontDoor.latencyP50),
          named("Latency: 99 of 100", frontDoor.latencyP99),
        ]),
        graph(8, "How long a new copy of the function takes to start, ms", [
          named("ColdStart: on average", own("ColdStart", undefined, "Average")),
          named("at most", own("ColdStart", undefined, "Maximum")),
        ]),
      ],
      [
        heading(
          "Is anything wrong?",
          "All of this is nought on a good day. A line bears its alarm's name: docs/operate.md has a section for each.",
        ),
      ],
      [
        new AlarmStatusWidget({
          title: "Alarms: each one's description says what it means and what to do",
          alarms: [...alarms],
          width: 24,
          height: 3,
        }),
      ],
      [
        graph(8, "The bot, in 5 minutes", [
          named("Uncounted: answered, not counted", own("Uncounted")),
          named("StoreFailures: the store failed", own("StoreFailures")),
          named("Crashes: unexpected errors", own("Crashes")),
          named("FunctionErrors: function stopped", lambda.errors),
          named("answered with 5xx", frontDoor.serverErrors),
        ]),
        graph(8, "The messaging services, in 5 minutes", [
          named("RefusedReplies: refused for good", own("RefusedReplies")),
          named("FailedReplies: not taken yet", own("FailedReplies")),
          named("Unauthorised: no valid signature", own("Unauthorised")),
        ]),
        graph(8, "The brakes, in 5 minutes", [
          ...(frontDoor.throttled
            ? [named("ThrottledRequests: turned away at the door", frontDoor.throttled)]
            : []),
          named("FunctionThrottles: turned away by the function", lambda.throttles),
        ]),
      ],
      [
        heading(
          "What does it cost?",
          `List prices of ${pricedRegion}, before free allowances; without data sent out, storage, what is paid by the month, and tax. \`${faqCommand("cost")}\` works out the whole bill.`,
        ),
      ],
      [
        new SingleValueWidget({
          title: "US dollars, in the time that this page shows",
          metrics: [dollarsUsed(measures)],
          width: 6,
          height: graphHeight,
          setPeriodToTimeRange: true,
        }),
        graph(6, "Requests, in 5 minutes", [
          named("at the door", frontDoor.requests),
          named("to the function", lambda.invocations),
        ]),
        graph(6, "Copies of the function at once", [named("at most", lambda.atOnce)]),
        graph(6, "Write units, in 5 minutes", [
          named("counts", measures.writes[0]),
          named("events", measures.writes[1]),
        ]),
      ],
    ],
  });
}

const graphHeight = 6;

function heading(title: string, text: string): IWidget {
  return new TextWidget({ markdown: `## ${title}\n${text}`, width: 24, height: 2 });
}

function graph(width: number, title: string, left: Metric[]): IWidget {
  return new GraphWidget({ title, left, width, height: graphHeight, leftYAxis: { min: 0 } });
}

function named(label: string, metric: Metric): Metric {
  return metric.with({ label });
}
