// Every way to deploy is audited: what it may do, what it keeps, and by whose rules it is built.
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { FaqBotStack } from "../../lib/faq-bot-stack.ts";
import { contextOf, everySet, fewSets } from "./option-sets.ts";
import { bundle, makeApp } from "./synthesize.ts";

const run = promisify(execFile);
const hasCfnLint = spawnSync("cfn-lint", ["--version"]).status === 0;

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters: object;
}

interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
}

// `ALL_OPTIONS=1` takes every set; without it, so many that each two values still meet.
const sets = (process.env.ALL_OPTIONS ? everySet : fewSets).map(
  (set) => [set.join(", "), contextOf(set)] as const,
);

/** As `npx cdk synth` makes it, with the same rules watching. */
const syntheses = sets.map(([name, options]) => {
  const app = makeApp(options);
  const stack = new FaqBotStack(app, bundle);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const { directory } = app.synth();
  const file = join(directory, `${stack.stackName}.template.json`);
  const template: Template = JSON.parse(readFileSync(file, "utf8"));
  const report = JSON.parse(readFileSync(join(directory, "validation-report.json"), "utf8"));
  return { name, file, template, rules: report.pluginReports as RuleReport[] };
});

interface RuleReport {
  readonly pluginName: string;
  readonly violations: readonly { readonly severity?: string }[];
  readonly suppressedViolations?: readonly { acknowledgedId: string; reason: string }[];
}

const explained = [
  "AwsSolutions::AwsSolutions-APIG4",
  "AwsSolutions::AwsSolutions-DDB3",
  "Serverless::Serverless-LambdaDLQ",
  "Serverless::Serverless-LambdaTracing",
  "Serverless::Serverless-SNSRedrivePolicy",
];

describe.each(syntheses.map((synthesis) => [synthesis.name, synthesis] as const))(
  "deployed with %s",
  (_, { template, rules }) => {
    const resources = Object.values(template.Resources);
    const ofType = (type: string) => resources.filter(({ Type }) => Type === type);

    it("the stack breaks no rule that is not explained", () => {
      for (const { pluginName, violations, suppressedViolations = [] } of rules) {
        if (pluginName !== "Construct Annotations") expect(violations).toEqual([]);
        for (const { acknowledgedId, reason } of suppressedViolations) {
          expect(explained).toContain(acknowledgedId);
          expect(reason.length).toBeGreaterThan(20);
        }
      }
      expect(rules.map(({ pluginName }) => pluginName)).toEqual(
        expect.arrayContaining(["AwsSolutions", "Serverless"]),
      );
    });

    it("nobody is allowed everything: no * in an action or a resource", () => {
      const statements = resources.flatMap(({ Properties }) => {
        const { PolicyDocument } = Properties as { PolicyDocument?: { Statement: Statement[] } };
        return PolicyDocument?.Statement ?? [];
      });
      expect(statements.length).toBeGreaterThan(0);
      for (const { Action, Resource } of statements) {
        expect(JSON.stringify([Action, Resource])).not.toContain("*");
      }
      expect(ofType("AWS::IAM::Policy")).toEqual([]);
    });

    it("no secret is in the template, and none is filled in", () => {
      expect(JSON.stringify(template)).not.toMatch(/PEPPER|_TOKEN|_SECRET|resolve:/);
      expect(Object.keys(template.Parameters)).toEqual(["BootstrapVersion"]);
    });

    it("every log forgets after two weeks", () => {
      expect(ofType("AWS::Logs::LogGroup").length).toBeGreaterThan(0);
      for (const log of ofType("AWS::Logs::LogGroup")) {
        expect(log.Properties.RetentionInDays).toBe(14);
      }
    });

    it("the function runs on Node 24 and arm64, and is traced by nobody", () => {
      const [lambda, ...others] = ofType("AWS::Lambda::Function");
      expect(others).toEqual([]);
      expect(lambda?.Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
      expect(lambda?.Properties).not.toHaveProperty("TracingConfig");
    });

    it("counts can be restored, and events can't", () => {
      const [counts, events] = ofType("AWS::DynamoDB::Table").sort(
        (one, other) => keysOf(other) - keysOf(one),
      );
      expect(counts?.DeletionPolicy).toBe("Retain");
      expect(counts?.Properties.PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: true,
      });
      expect(events?.DeletionPolicy).toBe("Delete");
      expect(events?.Properties).not.toHaveProperty("PointInTimeRecoverySpecification");
      expect(events?.Properties).not.toHaveProperty("StreamSpecification");
    });

    it("nothing stays behind but the counts, and versions that go with their function", () => {
      const kept = resources.filter(({ DeletionPolicy = "Delete" }) => DeletionPolicy !== "Delete");
      expect(kept.map(({ Type, DeletionPolicy }) => [Type, DeletionPolicy]).sort()).toEqual([
        ["AWS::DynamoDB::Table", "Retain"],
        ["AWS::Lambda::Version", "RetainExceptOnCreate"],
      ]);
    });

    it("watching costs nothing where AWS's free allowance is ours", () => {
      expect(ofType("AWS::CloudWatch::Alarm").length).toBeLessThanOrEqual(10);
      expect(ofType("AWS::CloudWatch::Dashboard").length).toBeLessThanOrEqual(1);
      expect(ofType("AWS::CloudWatch::CompositeAlarm")).toEqual([]);
    });
  },
);

function keysOf({ Properties }: Resource): number {
  return (Properties.KeySchema as unknown[]).length;
}

it.skipIf(!hasCfnLint)(
  "cfn-lint has nothing to say of any of them (skipped where it is not installed)",
  async () => {
    // W3005 objects to dependencies that the CDK spells out though they follow from references.
    const files = syntheses.map(({ file }) => file);
    const { stdout } = await run("cfn-lint", ["-i", "W3005", "--", ...files]);
    expect(stdout).toBe("");
  },
);

it.skipIf(!hasCfnLint)(
  "AWS has in Jakarta what they are made of, but for a budget and a function URL",
  async () => {
    const files = syntheses
      .filter(({ name }) => !/\b(budget|url)\b/.test(name))
      .map(({ file }) => file);
    expect(files.length).toBeGreaterThan(2);
    const options = ["-i", "W3005", "-r", "ap-southeast-3", "--"];
    const { stdout } = await run("cfn-lint", [...options, ...files]);
    expect(stdout).toBe("");
  },
);

it("two stages share no name", () => {
  const namesIn = (stage: string) => {
    const app = makeApp({ stage, email: "ops@example.org" });
    const stack = new FaqBotStack(app, bundle);
    const template: Template = app.synth().getStackByName(stack.stackName).template;
    return Object.values(template.Resources).flatMap(({ Properties }) =>
      Object.entries(Properties).flatMap(([property, value]) =>
        /Name$/.test(property) && property !== "MetricName" && typeof value === "string"
          ? [value]
          : [],
      ),
    );
  };
  const dev = namesIn("dev");
  expect(dev).toContain("Jelas-dev-Uncounted");
  const test = new Set(namesIn("test"));
  // These two are names within the function and within the API.
  expect(dev.filter((name) => test.has(name)).sort()).toEqual(["$default", "live"]);
});
