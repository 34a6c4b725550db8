// What `npx cdk synth` makes of the project, with every secret in the environment of whoever runs it.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelOf } from "../privacy/deliveries.ts";
import { canariesOf, openSettings, secrets } from "../privacy/people.ts";
import { createSearch } from "../privacy/search.ts";
import { copyProject } from "../project-copy.ts";

describe("npx cdk synth", () => {
  const project = copyProject();
  let printed = "";
  beforeAll(async () => {
    printed = await project.synthesize([], { ...secrets, ...openSettings });
  });
  afterAll(() => project.remove());

  const file = (path: string) => readFileSync(join(project.path, path), "utf8");

  it("builds the bundle that it deploys", () => {
    expect(existsSync(join(project.path, "dist/webhook/index.mjs"))).toBe(true);
  });

  it("makes a template, without a network or an account", () => {
    const template = JSON.parse(file("cdk.out/Jelas.template.json"));
    expect(Object.keys(template.Resources)).not.toEqual([]);
  });

  it("checks the rules of AWS Solutions and Serverless", () => {
    const report = JSON.parse(file("cdk.out/validation-report.json"));
    const plugins: { pluginName: string }[] = report.pluginReports;
    expect(plugins.map(({ pluginName }) => pluginName)).toEqual(
      expect.arrayContaining(["AwsSolutions", "Serverless"]),
    );
  });

  it("puts no secret into the bundle, the template, its assets or what it prints", () => {
    const files = ["cdk.out", "dist"].flatMap((folder) =>
      readdirSync(join(project.path, folder), { recursive: true, encoding: "utf8" })
        .map((name) => join(folder, name))
        .filter((path) => statSync(join(project.path, path)).isFile()),
    );
    expect(files).toContain("cdk.out/Jelas.template.json");
    expect(files).toContain("dist/webhook/index.mjs");
    expect(printed).toContain("Resources:");
    const search = createSearch(canariesOf(0, channelOf));
    expect(search.find(printed)).toEqual([]);
    expect(files.filter((path) => search.find(file(path)).length > 0)).toEqual([]);
  });
});
