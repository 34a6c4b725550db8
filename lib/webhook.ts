// The function that answers, with the least it needs: its log, its tables, its settings.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Alias,
  Architecture,
  Code,
  type IVersion,
  Function as Lambda,
  Runtime,
} from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { functionTimeoutS } from "../functions/webhook/counts/limits.ts";
import { dataFiles } from "../functions/webhook/data-files.ts";
import { DeploymentError } from "./deployment-error.ts";
import type { FrontDoor, OpenFrontDoor } from "./front-door.ts";
import { functionMemoryMb } from "./function-size.ts";
import { openFunctionUrl } from "./function-url.ts";
import { openHttpApi } from "./http-api.ts";
import { makeLogGroup } from "./log-group.ts";
import { liveAlias } from "./names.ts";
import type { DeploymentOptions, Ingress } from "./options.ts";
import type { Tables } from "./tables.ts";

interface WebhookProps {
  /** The folder that `npm run build` fills: `index.mjs`, which exports `handler`. */
  readonly bundle: string;
  readonly tables: Tables;
  readonly options: DeploymentOptions;
}

const frontDoors: Readonly<Record<Ingress, OpenFrontDoor>> = {
  "http-api": openHttpApi,
  "function-url": openFunctionUrl,
};

export class Webhook extends Construct {
  readonly lambda: Lambda;
  readonly log: LogGroup;
  readonly frontDoor: FrontDoor;

  constructor(scope: Construct, id: string, { bundle, tables, options }: WebhookProps) {
    super(scope, id);

    this.log = makeLogGroup(this, "Log");
    this.lambda = new Lambda(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: readBundle(bundle),
      handler: "index.handler",
      memorySize: functionMemoryMb,
      timeout: Duration.seconds(functionTimeoutS),
      ...(options.reservedConcurrency && {
        reservedConcurrentExecutions: options.reservedConcurrency,
      }),
      logGroup: this.log,
      // Sealed, so that nothing added to the stack can grant the function more.
      role: this.makeRole(tables, options.settingsParameter).withoutPolicyUpdates(),
      environment: {
        COUNTS_TABLE: tables.counts.tableName,
        EVENTS_TABLE: tables.events.tableName,
        SETTINGS_PARAMETER: options.settingsParameter,
        METRICS_NAMESPACE: Stack.of(this).stackName,
      },
      // Former versions stay, so that going back is a matter of seconds; they cost nothing. One that
      // a failed deployment made goes again, or the same code could not be deployed anew.
      currentVersionOptions: {
        description: buildOf(bundle),
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      },
    });

    Validations.of(this.lambda).acknowledge(
      {
        id: "Serverless::Serverless-LambdaDLQ",
        reason: "Only ever called synchronously: what fails is told to the caller, who retries.",
      },
      {
        id: "Serverless::Serverless-LambdaTracing",
        reason: "Traces would record requests, which the bot promises not to.",
      },
    );

    const live = new Alias(this, "Live", {
      aliasName: liveAlias,
      // The CDK's types leave out that a role may be undefined.
      version: this.lambda.currentVersion as IVersion,
    });
    this.frontDoor = frontDoors[options.ingress](this, live, options);
  }

  private makeRole(tables: Tables, settingsParameter: string): Role {
    const policy = new ManagedPolicy(this, "Policy", {
      description: "What the function may do",
      statements: [
        new PolicyStatement({
          sid: "WriteLog",
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [this.log.logGroupArn],
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

/** @throws DeploymentError if the function was not built yet */
function readBundle(folder: string): Code {
  if (!existsSync(join(folder, "index.mjs"))) {
    throw new DeploymentError(
      `There is no index.mjs in ${folder}: run \`npm run build\`, then try again.`,
    );
  }
  return Code.fromAsset(folder);
}

/** The build's name, which `/health` and the log tell too. */
function buildOf(folder: string): string {
  const file = join(folder, dataFiles.pages);
  return existsSync(file) ? `build ${JSON.parse(readFileSync(file, "utf8")).build}` : "no build";
}
