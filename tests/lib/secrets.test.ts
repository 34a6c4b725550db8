// A secret in the environment of whoever deploys is in nothing that is deployed.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { channelOf } from "../privacy/deliveries.ts";
import { canariesOf, openSettings, secrets } from "../privacy/people.ts";
import { createSearch } from "../privacy/search.ts";
import { copyProject } from "./project-copy.ts";

const project = copyProject();
afterAll(() => project.remove());

/** Builds and synthesises a copy of the project, and names every file that came of it. */
async function synthesizeWithSecrets(): Promise<string[]> {
  const printed = await project.synthesize([], { ...secrets, ...openSettings });
  writeFileSync(join(project.path, "cdk.out/printed"), printed);
  return ["cdk.out", "dist"].flatMap((folder) =>
    readdirSync(join(project.path, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(project.path, folder, name))
      .filter((path) => statSync(path).isFile()),
  );
}

it("no secret gets into the bundle, the template, its assets or what synth prints", async () => {
  const files = await synthesizeWithSecrets();
  expect(files.some((path) => path.endsWith("Jelas.template.json"))).toBe(true);
  expect(files.some((path) => path.endsWith("index.mjs"))).toBe(true);
  const search = createSearch(canariesOf(0, channelOf));
  const leaky = files.filter((path) => search.find(readFileSync(path, "utf8")).length > 0);
  expect(leaky).toEqual([]);
});
