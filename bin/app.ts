// The CDK entry: one app, one stack, checked against published rules whenever it is synthesised.
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { DeploymentError } from "../lib/deployment-error.ts";
import { FaqBotStack } from "../lib/faq-bot-stack.ts";

const app = new App();
try {
  new FaqBotStack(app, join(import.meta.dirname, "../dist/webhook"));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  // Its sentence says all that a person needs; anything else is a fault of ours.
  if (!(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
