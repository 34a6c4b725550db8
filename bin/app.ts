// The CDK entry: one app, one stack, checked against published rules whenever it is synthesised.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { DeploymentError } from "../lib/deployment-error.ts";
import { FaqBotStack } from "../lib/faq-bot-stack.ts";
import { readOptions } from "../lib/options.ts";

const root = join(import.meta.dirname, "..");

const app = new App();
try {
  // Before the build, which takes longest; one that cdk.json asks for would come first of all.
  readOptions(app.node);
  build();
  new FaqBotStack(app, join(root, "dist/webhook"));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  // Its sentence says all that a person needs; anything else is a fault of ours.
  if (!(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** What it prints is for people: `cdk synth` prints the template alone. */
function build(): void {
  const { status, error } = spawnSync(
    process.execPath,
    ["--import", "tsx", "bin/faq.ts", "build"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
