// The function that answers, with the least it needs: its log, its tables, its settings.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration, Stack, Validations } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { functionTimeoutS } from "../functions/webhook/counts/limits.ts";
import { openFrontDoor } from "./front-door.ts";
import { makeLogGroup } from "./log-group.ts";
import type { DeploymentOptions } from "./options.ts";
import type { Tables } from "./tables.ts";
import { countUncounted } from "./uncounted.ts";

export interface WebhookProps {
  /** The folder that `npm run build` fills: `index.mjs`, which exports `handler`. */
  readonly bundle: string;
  readonly tables: Tables;
  readonly options: DeploymentOptions;
}

export class Webhook extends Construct {
  /** Where the bot answers, ending in a slash. */
  readonly url: string;

  constructor(scope: Construct, id: string, { bundle, tables, options }: WebhookProps) {
    super(scope, id);

    const log = makeLogGroup(this, "Log");
    countUncounted(this, log);
    const lambda = new Lambda(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: readBundle(bundle),
      handler: "index.handler",
      memorySize: 256,
      timeout: Duration.seconds(functionTimeoutS),
      ...(options.reservedConcurrency && {
        reservedConcurrentExecutions: options.reservedConcurrency,
      }),
      logGroup: log,
      // Sealed, so that nothing added to the stack can grant the function more.
      role: this.makeRole(log, tables, options.settingsParameter).withoutPolicyUpdates(),
      environment: {
        COUNTS_TABLE: tables.counts.tableName,
        EVENTS_TABLE: tables.events.tableName,
        SETTINGS_PARAMETER: options.settingsParameter,
      },
    });

    Validations.of(lambda).acknowledge(
      {
        id: "Serverless::Serverless-LambdaDLQ",
        reason: "Only ever called synchronously: what fails is told to the caller, who retries.",
      },
      {
        id: "Serverless::Serverless-LambdaTracing",
        reason: "Traces would record requests, which the bot promises not to.",
      },
    );

    this.url = openFrontDoor(this, lambda, options);
  }

  private makeRole(log: LogGroup, tables: Tables, settingsParameter: string): Role {
    const policy = new ManagedPolicy(this, "Policy", {
      description: "What the function may do",
      statements: [
        new PolicyStatement({
          sid: "WriteLog",
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [log.logGroupArn],
        }),
        ...tables.writeStatements(),
        // No kms:Decrypt: the key that SecureString uses by default may be used, through Parameter
        // Store, by whoever in the account may read the parameter. One's own key would need it.
        // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
        new PolicyStatement({
          sid: "ReadSettings",
          actions: ["ssm:GetParameter"],
          resources: [
            Stack.of(this).formatArn({
              service: "ssm",
              resource: "parameter",
              resourceName: settingsParameter.slice(1),
            }),
          ],
        }),
      ],
    });
    return new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      managedPolicies: [policy],
    });
  }
}

/** @throws Error with the remedy, if the function was not built yet */
function readBundle(folder: string): Code {
  if (!existsSync(join(folder, "index.mjs"))) {
    throw new Error(`There is no index.mjs in ${folder}: run \`npm run build\`, then try again.`);
  }
  return Code.fromAsset(folder);
}
