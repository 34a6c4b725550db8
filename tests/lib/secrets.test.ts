// A secret in the environment of whoever deploys is in nothing that is deployed.
import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { channelOf } from "../privacy/deliveries.ts";
import { canariesOf, openSettings, secrets } from "../privacy/people.ts";
import { createSearch } from "../privacy/search.ts";

const root = join(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "jelas-secrets-"));
afterAll(() => rmSync(project, { recursive: true }));

/** Builds and synthesises a copy of the project, and names every file that came of it. */
async function synthesizeWithSecrets(): Promise<string[]> {
  for (const path of ["package.json", "cdk.json", "tsconfig.json", "bin", "lib", "functions"]) {
    cpSync(join(root, path), join(project, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  mkdirSync(join(project, "faq/colours"), { recursive: true });
  writeFileSync(join(project, "faq/bot.yaml"), "languages: [en]\n");
  writeFileSync(
    join(project, "faq/colours/sky.yaml"),
    "answer: {en: Blue.}\nphrasings: {en: [what colour is the sky]}\n",
  );
  const nowhere = "http://127.0.0.1:9";
  const { stdout, stderr } = await promisify(execFile)("npx", ["cdk", "synth", "--no-notices"], {
    cwd: project,
    env: {
      ...secrets,
      ...openSettings,
      PATH: process.env.PATH,
      HOME: project,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      AWS_EC2_METADATA_DISABLED: "true",
      CDK_DISABLE_CLI_TELEMETRY: "true",
    },
  });
  writeFileSync(join(project, "cdk.out/printed"), stdout + stderr);
  return ["cdk.out", "dist"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(project, folder, name))
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
