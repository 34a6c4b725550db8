import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { Table } from "aws-cdk-lib/aws-dynamodb";
import { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { describe, expect, it } from "vitest";
import { leaseS } from "../../functions/webhook/counts/limits.ts";
import type { FaqBotStack } from "../../lib/faq-bot-stack.ts";
import { liveAlias } from "../../lib/names.ts";
import { makeEmptyFolder, makeStack, propertiesOf, synthesize } from "./synthesize.ts";

const template = synthesize();
const lambda = propertiesOf(template, "AWS::Lambda::Function");

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statementsOf(from: Template): Statement[] {
  return propertiesOf(from, "AWS::IAM::ManagedPolicy").PolicyDocument.Statement;
}

function logicalId(type: string, part: string): string | undefined {
  return Object.keys(template.findResources(type)).find((id) => id.includes(part));
}

function arnOf(type: string, part: string) {
  return { "Fn::GetAtt": [logicalId(type, part), "Arn"] };
}

describe("the function", () => {
  it("is one, small, on arm64 and Node 24", () => {
    expect(lambda).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      MemorySize: 256,
      Handler: "index.handler",
    });
  });

  it("gives up before its lease on a message runs out", () => {
    expect(lambda.Timeout).toBe(10);
    expect(lambda.Timeout).toBeLessThan(leaseS);
  });

  it("is told names only, never a value to keep secret", () => {
    expect(lambda.Environment).toEqual({
      Variables: {
        COUNTS_TABLE: { Ref: logicalId("AWS::DynamoDB::Table", "Counts") },
        EVENTS_TABLE: { Ref: logicalId("AWS::DynamoDB::Table", "Events") },
        SETTINGS_PARAMETER: "/jelas/settings",
        METRICS_NAMESPACE: "Jelas",
      },
    });
  });

  it("leaves no trace but its log", () => {
    expect(lambda).not.toHaveProperty("TracingConfig");
    expect(lambda).not.toHaveProperty("Layers");
    expect(lambda.LoggingConfig).toEqual({
      LogGroup: { Ref: logicalId("AWS::Logs::LogGroup", "WebhookLog") },
    });
  });

  it("has no reserved concurrency unless asked for", () => {
    expect(lambda).not.toHaveProperty("ReservedConcurrentExecutions");
    const braked = synthesize({ "reserved-concurrency": "5" });
    expect(propertiesOf(braked, "AWS::Lambda::Function").ReservedConcurrentExecutions).toBe(5);
  });

  it("answers by the version that its alias names; former ones stay to go back to", () => {
    expect(propertiesOf(template, "AWS::Lambda::Alias")).toMatchObject({
      Name: liveAlias,
      FunctionVersion: { "Fn::GetAtt": [logicalId("AWS::Lambda::Version", ""), "Version"] },
    });
    const versions = Object.values(template.findResources("AWS::Lambda::Version"));
    expect(versions).toMatchObject([
      { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" },
    ]);
  });

  it("calls a version after the build that it holds", () => {
    const built = makeEmptyFolder();
    writeFileSync(join(built, "index.mjs"), "");
    writeFileSync(join(built, "pages.json"), '{"build":"0a1b2c3d"}');
    const version = propertiesOf(Template.fromStack(makeStack({}, built)), "AWS::Lambda::Version");
    expect(version.Description).toBe("build 0a1b2c3d");
  });

  it("asks to be built when it is not", () => {
    expect(() => makeStack({}, makeEmptyFolder())).toThrow("run `npm run build`");
    expect(() => makeStack({}, "/no/such/folder")).toThrow("/no/such/folder: run `npm run build`");
  });
});

describe("the function's role", () => {
  it("is the only one, has the one policy, and serves Lambda alone", () => {
    template.resourceCountIs("AWS::IAM::Policy", 0);
    const { Tags, ...role } = propertiesOf(template, "AWS::IAM::Role");
    expect(role).toEqual({
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "lambda.amazonaws.com" },
          },
        ],
      },
      ManagedPolicyArns: [{ Ref: logicalId("AWS::IAM::ManagedPolicy", "") }],
    });
    expect(lambda.Role).toEqual(arnOf("AWS::IAM::Role", ""));
  });

  it("may write its log, claim events, add to counts, read its settings, and no more", () => {
    expect(statementsOf(template)).toEqual([
      {
        Sid: "WriteLog",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: arnOf("AWS::Logs::LogGroup", "WebhookLog"),
      },
      {
        Sid: "ClaimEvents",
        Effect: "Allow",
        Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
        Resource: arnOf("AWS::DynamoDB::Table", "Events"),
        Condition: {
          "ForAllValues:StringEquals": {
            "dynamodb:Attributes": ["pk", "s", "o", "l", "x"],
          },
        },
      },
      {
        Sid: "AddToCounts",
        Effect: "Allow",
        Action: "dynamodb:UpdateItem",
        Resource: arnOf("AWS::DynamoDB::Table", "Counts"),
        Condition: {
          "ForAnyValue:StringEquals": {
            "dynamodb:EnclosingOperation": ["TransactWriteItems"],
          },
          "ForAllValues:StringEquals": {
            "dynamodb:Attributes": ["pk", "sk", "n"],
          },
        },
      },
      {
        Sid: "ReadSettings",
        Effect: "Allow",
        Action: "ssm:GetParameter",
        Resource: {
          "Fn::Join": [
            "",
            [
              "arn:",
              { Ref: "AWS::Partition" },
              ":ssm:",
              { Ref: "AWS::Region" },
              ":",
              { Ref: "AWS::AccountId" },
              ":parameter/jelas/settings",
            ],
          ],
        },
      },
    ]);
  });

  it("has no wildcard, in actions or resources", () => {
    for (const { Action, Resource } of statementsOf(template)) {
      expect(JSON.stringify([Action, Resource])).not.toContain("*");
    }
  });

  it("reads the parameter that the operator names", () => {
    const named = statementsOf(synthesize({ settings: "/shop/bot" }));
    expect(JSON.stringify(named.find(({ Sid }) => Sid === "ReadSettings"))).toContain(
      ":parameter/shop/bot",
    );
  });

  it("cannot be given more by what is added to the stack later", () => {
    const stack = makeStack();
    counts(stack).grantFullAccess(functionOf(stack));
    const widened = Template.fromStack(stack);
    expect(statementsOf(widened)).toEqual(statementsOf(template));
    widened.resourceCountIs("AWS::IAM::Policy", 0);
  });
});

function functionOf(stack: FaqBotStack): Lambda {
  return stack.node.findAll().find((construct) => construct instanceof Lambda) as Lambda;
}

function counts(stack: FaqBotStack): Table {
  return stack.node.findAll().find((construct) => construct instanceof Table) as Table;
}
