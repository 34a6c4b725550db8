import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject } from "./project-copy.ts";

const run = promisify(execFile);
const hasCfnLint = spawnSync("cfn-lint", ["--version"]).status === 0;

const project = copyProject();
afterAll(() => project.remove());

const cdkSynth = (output: string, ...options: string[]) =>
  project.synthesize(["--quiet", "--output", output, ...options]);

interface RuleReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: unknown[];
  readonly suppressedViolations?: { acknowledgedId: string; reason: string }[];
}

function rulesOf(output: string): RuleReport[] {
  const report = readFileSync(join(project.path, output, "validation-report.json"), "utf8");
  return JSON.parse(report).pluginReports;
}

describe.each([
  ["with an HTTP API", "http-api", []],
  [
    "with a function URL",
    "function-url",
    ["-c", "ingress=function-url", "-c", "reserved-concurrency=5"],
  ],
])("npx cdk synth %s", (_, output, options) => {
  beforeAll(() => cdkSynth(output, ...options));

  it("builds the bundle that it deploys", () => {
    expect(existsSync(join(project.path, "dist/webhook/index.mjs"))).toBe(true);
  });

  it("makes a template, without a network or an account", () => {
    const template = JSON.parse(
      readFileSync(join(project.path, output, "Jelas.template.json"), "utf8"),
    );
    expect(Object.keys(template.Resources)).not.toEqual([]);
  });

  it("breaks no rule of AWS Solutions or Serverless that is not acknowledged", () => {
    const reports = rulesOf(output);
    expect(reports.map(({ pluginName }) => pluginName)).toEqual(
      expect.arrayContaining(["AwsSolutions", "Serverless"]),
    );
    for (const report of reports) {
      expect(report.violations).toEqual([]);
      expect(report.conclusion).toBe("success");
    }
  });

  it("acknowledges these rules and no others", () => {
    const acknowledged = rulesOf(output).flatMap((report) =>
      (report.suppressedViolations ?? []).map(({ acknowledgedId }) => acknowledgedId),
    );
    expect([...new Set(acknowledged)].sort()).toEqual([
      ...(output === "http-api" ? ["AwsSolutions::AwsSolutions-APIG4"] : []),
      "AwsSolutions::AwsSolutions-DDB3",
      "Serverless::Serverless-LambdaDLQ",
      "Serverless::Serverless-LambdaTracing",
    ]);
  });

  it.skipIf(!hasCfnLint)("satisfies cfn-lint (skipped where that is not installed)", async () => {
    // W3005 objects to dependencies that the CDK spells out though they follow from references.
    const template = join(project.path, output, "Jelas.template.json");
    const { stdout } = await run("cfn-lint", ["-i", "W3005", "--", template]);
    expect(stdout).toBe("");
  });
});
