// What stands between the internet and the function: an HTTP API, or the function's own URL.
import { Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { FunctionUrlAuthType, type Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { webhookMethods } from "../functions/webhook/channels/names.ts";
import { makeLogGroup } from "./log-group.ts";
import type { DeploymentOptions } from "./options.ts";

/** Opens the door that the options ask for, and tells its address, which ends in a slash. */
export function openFrontDoor(
  scope: Construct,
  target: Lambda,
  options: DeploymentOptions,
): string {
  switch (options.ingress) {
    case "http-api":
      return openHttpApi(scope, target, options);
    case "function-url":
      return openFunctionUrl(scope, target, options);
  }
}

const methodsByPath: Record<string, readonly ("GET" | "POST")[]> = {
  "/": ["GET"],
  "/faq": ["GET"],
  "/chat": ["POST"],
  "/health": ["GET"],
  ...Object.fromEntries(
    Object.entries(webhookMethods).map(([name, methods]) => [`/webhooks/${name}`, methods]),
  ),
};

/**
 * Nothing of the caller: no address, agent, path or query. No error message either: API Gateway
 * would repeat the function's own, which may quote what it choked on.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const accessLogFields = {
  requestId: "$context.requestId",
  routeKey: "$context.routeKey",
  status: "$context.status",
  responseLatency: "$context.responseLatency",
  integrationStatus: "$context.integration.status",
};

/** Lets our routes through and nothing else, no faster than the throttle. */
function openHttpApi(scope: Construct, target: Lambda, options: DeploymentOptions): string {
  const api = new HttpApi(scope, "HttpApi", {
    apiName: Stack.of(scope).stackName,
    createDefaultStage: false,
  });
  Validations.of(api).acknowledge({
    id: "AwsSolutions::AwsSolutions-APIG4",
    reason:
      "The pages are public, and messaging services sign what they deliver: the function checks " +
      "the signature over the raw body, which no authorizer gets to see.",
  });

  // One permission for the whole API, since all of its routes are ours.
  const integration = new HttpLambdaIntegration("Webhook", target, {
    scopePermissionToRoute: false,
  });
  for (const [path, methods] of Object.entries(methodsByPath)) {
    api.addRoutes({ path, methods: methods.map((method) => HttpMethod[method]), integration });
  }

  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle: { rateLimit: options.throttleRatePerSecond, burstLimit: options.throttleBurst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(makeLogGroup(scope, "AccessLog")),
      format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
    },
  });
  return stage.url;
}

/** Cheaper, but lets every path through; only reserved concurrency bounds what it can cost. */
function openFunctionUrl(scope: Construct, target: Lambda, options: DeploymentOptions): string {
  if (options.reservedConcurrency === undefined) {
    Validations.of(scope).addWarning(
      "Jelas-UnboundedFunctionUrl",
      "A function URL has no throttle: set -c reserved-concurrency=N to bound what it can cost.",
    );
  }
  return target.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
}
