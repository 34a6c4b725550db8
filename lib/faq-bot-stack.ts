// The whole deployment in one page.
import { type App, CfnOutput, Stack, Tags, Validations } from "aws-cdk-lib";
import { webhookMethods } from "../functions/webhook/channels/names.ts";
import { faqCommand } from "./faq-command.ts";
import { stackName } from "./names.ts";
import { type DeploymentOptions, optionsLeftOut, readOptions } from "./options.ts";
import { Tables } from "./tables.ts";
import { Watch } from "./watch.ts";
import { Webhook } from "./webhook.ts";

export class FaqBotStack extends Stack {
  /** `bundle` is the folder that `npm run build` fills. */
  constructor(app: App, bundle: string) {
    const options = readOptions(app.node);
    const name = stackName(options.stage);
    super(app, name, {
      stackName: name,
      description: "Jelas: answers questions from a curated FAQ and counts what people ask about",
    });
    for (const left of optionsLeftOut(app.node, options.stage)) {
      Validations.of(this).addWarning(
        "Jelas-OptionLeftOut",
        `The option ${left} is the real deployment's. For this stage, give ${options.stage}.${left}.`,
      );
    }
    this.tag("project", "jelas");
    this.tag("stage", options.stage ?? "production");

    const tables = new Tables(this, "Tables");
    const webhook = new Webhook(this, "Webhook", { bundle, tables, options });
    const watch = new Watch(this, "Watch", { tables, webhook, options });

    this.tellWhatComesNext(webhook, watch, tables, options);
  }

  private tellWhatComesNext(
    { frontDoor: { url, domainTarget }, lambda, log }: Webhook,
    { dashboardUrl }: Watch,
    { counts, events }: Tables,
    { settingsParameter, email, watch }: DeploymentOptions,
  ): void {
    const report = [
      `AWS_REGION=${this.region} METRICS_NAMESPACE=${this.stackName}`,
      `COUNTS_TABLE=${counts.tableName} EVENTS_TABLE=${events.tableName}`,
    ];
    this.tell("ChatPage", url, "The chat page");
    this.tell("FaqPage", `${url}faq`, "Every question and answer as a page");
    for (const channel of Object.keys(webhookMethods)) {
      const id = `Webhook${channel[0]?.toUpperCase()}${channel.slice(1)}`;
      this.tell(id, `${url}webhooks/${channel}`, `For ${channel} to deliver to; docs/channels`);
    }
    this.tell("Function", lambda.functionName, "The function, for `faq rollback`");
    this.tell("Log", log.logGroupName, "What went wrong, a line each");
    this.tell("SettingsParameter", settingsParameter, "Made by `faq settings --put`");
    this.tell(
      "ReportCommand",
      `${report.join(" ")} ${faqCommand("counts")}`,
      "What people ask about",
    );
    this.tell("NextCommand", faqCommand(`smoke ${url} --wait 60`), "Does it work?");
    if (watch !== "none")
      this.tell("AlarmsGoTo", email ?? "nobody", "Who hears of alarms: -c email");
    if (dashboardUrl) this.tell("Dashboard", dashboardUrl, "How it is doing, and what it costs");
    if (domainTarget) this.tell("DomainTarget", domainTarget, "Make the domain a CNAME of this");
  }

  /** Dashboards have tags, but not yet in every description of CloudFormation. */
  private tag(key: string, value: string): void {
    Tags.of(this).add(key, value, { excludeResourceTypes: ["AWS::CloudWatch::Dashboard"] });
  }

  private tell(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
