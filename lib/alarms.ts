// The alarms: what each means, and what to do when it rings. Ten of them cost nothing.
import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { faqCommand } from "./faq-command.ts";
import type { Measures } from "./measures.ts";

interface AlarmPlan {
  readonly metric: IMetric;
  /** It rings from this value on … */
  readonly from: number;
  /** … in so many periods, of so many that are looked at. */
  readonly periods?: readonly [ringing: number, looked: number];
  readonly meaning: string;
  readonly nextStep: string;
}

/** By name; docs/operate.md has a section for each. */
function planAlarms(measures: Measures): Record<string, AlarmPlan> {
  const { own, lambda, frontDoor } = measures;
  return {
    Uncounted: {
      metric: own("Uncounted"),
      from: 1,
      meaning: "People get their answers, but the counts table can't be written.",
      nextStep:
        "Look in the function's log for event=store and its code. AccessDenied: `npx cdk deploy --revert-drift`, which undoes a rollback too. Throttling passes. The report tells how many questions are missing.",
    },
    RefusedReplies: {
      // One alone may be a person who has blocked the bot.
      metric: own("RefusedReplies", Duration.minutes(15)),
      from: 1,
      periods: [2, 3],
      meaning:
        "A messaging service refuses our replies for good: a token ran out or was withdrawn, or a message has a form that it doesn't take. People get no answer there.",
      nextStep: `Look in the log for event=delivery: channel and code. 190 or 401 is the token: \`${faqCommand("settings --put --set NAME")}\` with a new one. Then \`${faqCommand("channels check <channel>")}\`.`,
    },
    FailedReplies: {
      metric: own("FailedReplies"),
      from: 1,
      periods: [2, 3],
      meaning:
        "A messaging service has not taken replies for ten minutes. It is asked to deliver again meanwhile; Messenger gives a webhook up after an hour of that.",
      nextStep:
        "Look at the service's status page, and in the log for event=delivery. 429 is a limit on our number of messages: raise it there.",
    },
    Unauthorised: {
      metric: own("Unauthorised", Duration.minutes(15)),
      // `faq channels check` sends one to each channel that it is given: six, if a person checks all.
      from: 10,
      meaning:
        "Requests come to a webhook without a valid signature: a secret differs from the platform's, or a stranger tries. Each is turned away.",
      nextStep: `Run \`${faqCommand("channels check <channel>")}\` for the channel that the log names. If it is sound and people get their answers, it is a stranger: the throttle bounds what that costs.`,
    },
    Crashes: {
      metric: own("Crashes"),
      from: 1,
      meaning: "Something failed that nobody expected. The message is delivered again later.",
      nextStep: `Look in the log for event=crash. SettingsError or ParameterNotFound: \`${faqCommand("settings --show")}\`. Since a deployment: \`${faqCommand("rollback <function>")}\`.`,
    },
    FunctionErrors: {
      metric: lambda.errors,
      from: 1,
      meaning: "The function was stopped: out of time, out of memory, or unable to start.",
      nextStep: `Look at the last lines of its log. Since a deployment: \`${faqCommand("rollback <function>")}\`.`,
    },
    FunctionThrottles: {
      metric: lambda.throttles,
      from: 1,
      meaning: "More requests at once than copies of the function may run.",
      nextStep:
        "Raise -c reserved-concurrency, or ask AWS for a higher limit of concurrent executions. Messages that were turned away are delivered again.",
    },
    ...(frontDoor.throttled && {
      ThrottledRequests: {
        metric: frontDoor.throttled,
        from: 1,
        meaning: "More requests a second than the front door lets through: a flood, or success.",
        nextStep: `Compare Questions and Unauthorised on the dashboard. For more questions, raise -c throttle-rate and -c throttle-burst, and look at \`${faqCommand("cost")}\` first.`,
      },
    }),
    Latency: {
      metric: frontDoor.latencyP99,
      from: 3000,
      periods: [3, 3],
      meaning: "For a quarter of an hour, one request in a hundred has taken three seconds.",
      nextStep:
        "Compare FailedReplies and StoreFailures on the dashboard: a service or the store is slow. Otherwise look at ColdStart.",
    },
    ColdStart: {
      metric: own("ColdStart", Duration.hours(1), "Average"),
      from: 2000,
      meaning: "A new copy of the function takes two seconds to start. LINE waits no longer.",
      nextStep: "Compare the bundle's size with the last release (`npm run build`), or roll back.",
    },
  };
}

export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  /** `action` is what hears of them, if anything does. */
  constructor(scope: Construct, id: string, measures: Measures, action?: IAlarmAction) {
    super(scope, id);

    this.all = Object.entries(planAlarms(measures)).map(([name, plan]) => {
      const [ringing, looked] = plan.periods ?? [1, 1];
      const alarm = new Alarm(this, name, {
        alarmName: `${measures.namespace}-${name}`,
        alarmDescription: `${plan.meaning} ${plan.nextStep} More: docs/operate.md, "${name}".`,
        metric: plan.metric,
        threshold: plan.from,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: looked,
        datapointsToAlarm: ringing,
        // Nobody asks at night, and nothing is wrong with that.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      if (action) {
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
      }
      return alarm;
    });
  }
}
