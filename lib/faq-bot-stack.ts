// The whole deployment in one page.
import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { readOptions } from "./options.ts";
import { Tables } from "./tables.ts";
import { Webhook } from "./webhook.ts";

export interface FaqBotStackProps extends StackProps {
  /** The folder that `npm run build` fills. */
  readonly bundle: string;
}

export class FaqBotStack extends Stack {
  constructor(scope: Construct, id: string, { bundle, ...props }: FaqBotStackProps) {
    super(scope, id, props);

    const options = readOptions(this.node);
    const tables = new Tables(this, "Tables");
    const webhook = new Webhook(this, "Webhook", { bundle, tables, options });

    this.tell("ChatPage", webhook.url, "The chat page");
    this.tell(
      "WebhookBase",
      `${webhook.url}webhooks/`,
      "Followed by a channel's name, its webhook",
    );
    this.tell(
      "SettingsParameter",
      options.settingsParameter,
      "The SecureString to put settings in",
    );
    this.tell("CountsTable", tables.counts.tableName, "COUNTS_TABLE, to report what people asked");
    this.tell("EventsTable", tables.events.tableName, "EVENTS_TABLE");
  }

  private tell(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
