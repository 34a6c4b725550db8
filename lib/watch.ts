// What watches the deployment while nobody looks: alarms, a dashboard, a budget, and who hears of it.
import { Aws, Stack, Validations } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { drawDashboard } from "./dashboard.ts";
import { measuresOf } from "./measures.ts";
import type { DeploymentOptions } from "./options.ts";
import type { Tables } from "./tables.ts";
import type { Webhook } from "./webhook.ts";

interface WatchProps {
  readonly tables: Tables;
  readonly webhook: Webhook;
  readonly options: DeploymentOptions;
}

export class Watch extends Construct {
  /** Its address in AWS's console, if there is one. */
  readonly dashboardUrl: string | undefined;

  constructor(scope: Construct, id: string, { tables, webhook, options }: WatchProps) {
    super(scope, id);

    const { email, monthlyBudgetUsd } = options;
    if (email && monthlyBudgetUsd) this.limitSpending(email, monthlyBudgetUsd);
    if (options.watch === "none") return;
    const measures = measuresOf(this, tables, webhook);
    const action = email ? new SnsAction(this.tell(email)) : undefined;
    const alarms = new Alarms(this, "Alarms", measures, action);
    if (options.watch === "alarms") return;
    const { dashboardName } = drawDashboard(this, measures, alarms.all);
    this.dashboardUrl = `https://${Aws.REGION}.console.aws.amazon.com/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${dashboardName}`;
  }

  /** AWS asks the person once whether they want these messages. */
  private tell(email: string): Topic {
    const topic = new Topic(this, "Topic", {
      displayName: `${Stack.of(this).stackName} alarms`,
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(email));
    Validations.of(topic).acknowledge({
      id: "Serverless::Serverless-SNSRedrivePolicy",
      reason: "An alarm that can't be mailed still shows; a queue is one more thing to look after.",
    });
    // A topic with a policy of its own lets nobody in by itself, not even the account's alarms.
    topic.grantPublish(
      new ServicePrincipal("cloudwatch.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    return topic;
  }

  /**
   * Of the whole account: a budget of what bears our tag would see nothing, and say nothing, until
   * somebody activates that tag for billing. It has no name of its own: a new address means a new
   * budget, and that could not be made beside the old one under the same name.
   */
  private limitSpending(email: string, amount: number): void {
    const at = (threshold: number, notificationType: string) => ({
      notification: {
        notificationType,
        comparisonOperator: "GREATER_THAN",
        threshold,
        thresholdType: "PERCENTAGE",
      },
      subscribers: [{ subscriptionType: "EMAIL", address: email }],
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount, unit: "USD" },
      },
      notificationsWithSubscribers: [at(50, "ACTUAL"), at(100, "FORECASTED"), at(100, "ACTUAL")],
    });
  }
}
