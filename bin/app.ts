// The CDK entry: one app, one stack, checked against published rules whenever it is synthesised.
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { FaqBotStack } from "../lib/faq-bot-stack.ts";

const app = new App();
new FaqBotStack(app, join(import.meta.dirname, "../dist/webhook"));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
