import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);
const hasCfnLint = spawnSync("cfn-lint", ["--version"]).status === 0;

// A copy of what the CDK reads, so that the test neither needs nor disturbs what was built here.
const project = mkdtempSync(join(tmpdir(), "jelas-app-"));
afterAll(() => rmSync(project, { recursive: true }));

beforeAll(() => {
  for (const path of ["package.json", "cdk.json", "tsconfig.json", "bin", "lib", "functions"]) {
    cpSync(join(root, path), join(project, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  // The smallest FAQ there is: synth builds what it deploys.
  mkdirSync(join(project, "faq/colours"), { recursive: true });
  writeFileSync(join(project, "faq/bot.yaml"), "languages: [en]\n");
  writeFileSync(
    join(project, "faq/colours/sky.yaml"),
    "answer: {en: Blue.}\nphrasings: {en: [what colour is the sky]}\n",
  );
});

/** Runs the CLI with nowhere to go but this machine; rejects unless it exits 0. */
async function cdkSynth(output: string, ...options: string[]): Promise<void> {
  const nowhere = "http://127.0.0.1:9";
  await run("npx", ["cdk", "synth", "--no-notices", "--quiet", "--output", output, ...options], {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      HOME: project,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      AWS_EC2_METADATA_DISABLED: "true",
      CDK_DISABLE_CLI_TELEMETRY: "true",
    },
  });
}

interface RuleReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: unknown[];
  readonly suppressedViolations?: { acknowledgedId: string; reason: string }[];
}

function rulesOf(output: string): RuleReport[] {
  const report = readFileSync(join(project, output, "validation-report.json"), "utf8");
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
    expect(existsSync(join(project, "dist/webhook/index.mjs"))).toBe(true);
  });

  it("makes a template, without a network or an account", () => {
    const template = JSON.parse(readFileSync(join(project, output, "Jelas.template.json"), "utf8"));
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
    const template = join(project, output, "Jelas.template.json");
    const { stdout } = await run("cfn-lint", ["-i", "W3005", "--", template]);
    expect(stdout).toBe("");
  });
});
