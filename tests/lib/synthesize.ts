// Makes the stack as `npx cdk synth` would, but without the CLI and without a built function.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll } from "vitest";
import { FaqBotStack } from "../../lib/faq-bot-stack.ts";

const scratch = mkdtempSync(join(tmpdir(), "jelas-stack-"));
afterAll(() => rmSync(scratch, { recursive: true }));

export const bundle = join(scratch, "bundle");
mkdirSync(bundle);
writeFileSync(join(bundle, "index.mjs"), "export const handler = async () => ({});\n");

const { context } = JSON.parse(readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8"));

/** The CDK's own; what an operator has written beside them is nothing to test. */
const featureFlags = Object.fromEntries(
  Object.entries(context).filter(([name]) => name.startsWith("@")),
);

export type ContextOptions = Readonly<Record<string, string>>;

export function makeApp(options: ContextOptions = {}): App {
  return new App({
    outdir: mkdtempSync(join(scratch, "out-")),
    context: { ...featureFlags, ...options },
  });
}

export function makeStack(options: ContextOptions = {}, folder = bundle): FaqBotStack {
  return new FaqBotStack(makeApp(options), folder);
}

export function synthesize(options: ContextOptions = {}): Template {
  return Template.fromStack(makeStack(options));
}

/** An empty folder: what the bundle is before it is built. */
export function makeEmptyFolder(): string {
  return mkdtempSync(join(scratch, "empty-"));
}

/** The properties of every resource of a type. */
export function propertiesOfAll(template: Template, type: string) {
  return Object.values(template.findResources(type)).map((resource) => resource.Properties);
}

/** The properties of the one resource of a type. */
export function propertiesOf(template: Template, type: string) {
  template.resourceCountIs(type, 1);
  return propertiesOfAll(template, type)[0];
}
