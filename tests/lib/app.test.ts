import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject } from "./project-copy.ts";

const project = copyProject();
afterAll(() => project.remove());

describe("npx cdk synth", () => {
  const output = "cdk.out";
  beforeAll(async () => {
    await project.synthesize(["--quiet", "--output", output]);
  });

  it("builds the bundle that it deploys", () => {
    expect(existsSync(join(project.path, "dist/webhook/index.mjs"))).toBe(true);
  });

  it("makes a template, without a network or an account", () => {
    const template = JSON.parse(
      readFileSync(join(project.path, output, "Jelas.template.json"), "utf8"),
    );
    expect(Object.keys(template.Resources)).not.toEqual([]);
  });

  it("checks the rules of AWS Solutions and Serverless, which every-option.test.ts holds it to", () => {
    const report = readFileSync(join(project.path, output, "validation-report.json"), "utf8");
    const plugins = JSON.parse(report).pluginReports as { pluginName: string }[];
    expect(plugins.map(({ pluginName }) => pluginName)).toEqual(
      expect.arrayContaining(["AwsSolutions", "Serverless"]),
    );
  });
});

it("npx cdk synth stops at an option that is misspelt, and says which there are", async () => {
  const synth = project.synthesize(["--quiet", "-c", "reserved-concurency=5"]);
  await expect(synth).rejects.toThrow("There is no option reserved-concurency");
});
