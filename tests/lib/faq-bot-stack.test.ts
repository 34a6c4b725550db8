import { describe, expect, it } from "vitest";
import { synthesize } from "./synthesize.ts";

describe("the stack", () => {
  const template = synthesize();

  it("holds nothing but what is paid for by use", () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>);
    expect([...new Set(types.map(({ Type }) => Type))].sort()).toEqual([
      "AWS::ApiGatewayV2::Api",
      "AWS::ApiGatewayV2::Integration",
      "AWS::ApiGatewayV2::Route",
      "AWS::ApiGatewayV2::Stage",
      "AWS::DynamoDB::Table",
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::Role",
      "AWS::Lambda::Function",
      "AWS::Lambda::Permission",
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

  it("tells where to chat, where to send webhooks, where to put settings, and what to report on", () => {
    const outputs = template.findOutputs("*");
    expect(Object.keys(outputs).sort()).toEqual([
      "ChatPage",
      "CountsTable",
      "EventsTable",
      "SettingsParameter",
      "WebhookBase",
    ]);
    expect(outputs.SettingsParameter?.Value).toBe("/jelas/settings");
    expect(JSON.stringify(outputs.ChatPage?.Value)).toMatch(/https:.*execute-api.*\/"\]\]\}$/);
    expect(JSON.stringify(outputs.WebhookBase?.Value)).toMatch(/https:.*\/webhooks\/"\]\]\}$/);
  });

  it("knows no secret: it neither holds one nor has one filled in", () => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/PEPPER|_TOKEN|_SECRET|resolve:(ssm|secretsmanager)/);
    expect(Object.keys(template.toJSON().Parameters)).toEqual(["BootstrapVersion"]);
    template.resourceCountIs("AWS::SSM::Parameter", 0);
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
  });
});
