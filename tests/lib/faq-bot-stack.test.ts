import { Annotations, Match, Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { type ContextOptions, makeStack, propertiesOfAll, synthesize } from "./synthesize.ts";

const ownDomain = {
  domain: "tanya.example.org",
  certificate: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d",
};

/** What CloudFormation would fill in, in a region and with names that are easy to tell. */
function withExamples(value: unknown): string {
  if (typeof value === "string") return value;
  const { Ref, "Fn::Join": join } = value as { Ref?: string; "Fn::Join"?: [string, unknown[]] };
  const known: Record<string, string> = {
    "AWS::Region": "us-east-1",
    "AWS::URLSuffix": "example.org",
  };
  return Ref ? (known[Ref] ?? "REF") : (join?.[1] ?? []).map(withExamples).join(join?.[0]);
}

describe("the stack", () => {
  const template = synthesize();

  it("holds nothing but what is paid for by use, or free in small numbers", () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>);
    expect([...new Set(types.map(({ Type }) => Type))].sort()).toEqual([
      "AWS::ApiGatewayV2::Api",
      "AWS::ApiGatewayV2::Integration",
      "AWS::ApiGatewayV2::Route",
      "AWS::ApiGatewayV2::Stage",
      "AWS::CloudWatch::Alarm",
      "AWS::CloudWatch::Dashboard",
      "AWS::DynamoDB::Table",
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::Role",
      "AWS::Lambda::Alias",
      "AWS::Lambda::Function",
      "AWS::Lambda::Permission",
      "AWS::Lambda::Version",
      "AWS::Logs::LogGroup",
      "AWS::Logs::MetricFilter",
    ]);
  });

  it("keeps every log two weeks, and no longer than the stack", () => {
    const logs = Object.values(template.findResources("AWS::Logs::LogGroup"));
    expect(logs).toHaveLength(2);
    for (const log of logs) {
      expect(log).toMatchObject({
        DeletionPolicy: "Delete",
        UpdateReplacePolicy: "Delete",
        Properties: { RetentionInDays: 14 },
      });
    }
  });

  it("tells where to chat, where each channel delivers to, and what to do next", () => {
    const outputs = template.findOutputs("*");
    const told = Object.entries(outputs).map(([id, { Value }]) => [id, withExamples(Value)]);
    const url = "https://REF.execute-api.us-east-1.example.org/";
    expect(Object.fromEntries(told)).toEqual({
      ChatPage: url,
      FaqPage: `${url}faq`,
      WebhookGeneric: `${url}webhooks/generic`,
      WebhookWhatsapp: `${url}webhooks/whatsapp`,
      WebhookMessenger: `${url}webhooks/messenger`,
      WebhookTelegram: `${url}webhooks/telegram`,
      WebhookLine: `${url}webhooks/line`,
      WebhookTwilio: `${url}webhooks/twilio`,
      Function: "REF",
      Log: "REF",
      AlarmsGoTo: "nobody",
      SettingsParameter: "/jelas/settings",
      NextCommand: `npm run --silent faq -- smoke ${url} --wait 60`,
      ReportCommand:
        "AWS_REGION=us-east-1 METRICS_NAMESPACE=Jelas COUNTS_TABLE=REF EVENTS_TABLE=REF npm run --silent faq -- counts",
      Dashboard:
        "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/REF",
    });
    for (const { Description } of Object.values(outputs)) expect(Description).toMatch(/\w/);
  });

  it("tells where a domain of one's own has to lead", () => {
    const { DomainTarget, ChatPage } = synthesize(ownDomain).findOutputs("*");
    expect(JSON.stringify(DomainTarget?.Value)).toContain("RegionalDomainName");
    expect(ChatPage?.Value).toBe("https://tanya.example.org/");
  });

  it("warns a stage of what is the real deployment's alone", () => {
    const warnings = (options: ContextOptions) =>
      Annotations.fromStack(makeStack(options)).findWarning("*", Match.anyValue());
    const [warning, ...others] = warnings({ stage: "dev", settings: "/shop/settings" });
    expect(JSON.stringify(warning?.entry)).toContain("give dev.settings");
    expect(others).toEqual([]);
    expect(warnings({ settings: "/shop/settings" })).toEqual([]);
  });

  it("bears its stage's name, and marks what it makes", () => {
    const stack = makeStack({ stage: "dev" });
    expect(stack.stackName).toBe("Jelas-dev");
    const tables = propertiesOfAll(Template.fromStack(stack), "AWS::DynamoDB::Table");
    for (const { Tags } of tables) {
      expect(Tags).toEqual([
        { Key: "project", Value: "jelas" },
        { Key: "stage", Value: "dev" },
      ]);
    }
  });

  it("knows no secret: it neither holds one nor has one filled in", () => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/PEPPER|_TOKEN|_SECRET|resolve:(ssm|secretsmanager)/);
    expect(Object.keys(template.toJSON().Parameters)).toEqual(["BootstrapVersion"]);
    template.resourceCountIs("AWS::SSM::Parameter", 0);
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
  });
});
