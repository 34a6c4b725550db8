// The usual front door: an HTTP API that knows our routes, throttles, and logs what came.
import { Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { webhookMethods } from "../functions/webhook/channels/names.ts";
import type { OpenFrontDoor } from "./front-door.ts";
import { makeLogGroup } from "./log-group.ts";
import { metricPeriod } from "./metric-period.ts";
import type { Domain } from "./options.ts";

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
export const openHttpApi: OpenFrontDoor = (scope, live, options) => {
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
  const integration = new HttpLambdaIntegration("Webhook", live as IFunction, {
    scopePermissionToRoute: false,
  });
  for (const [path, methods] of Object.entries(methodsByPath)) {
    api.addRoutes({ path, methods: methods.map((method) => HttpMethod[method]), integration });
  }

  const log = makeLogGroup(scope, "AccessLog");
  const stage = new HttpStage(scope, "HttpStage", {
    httpApi: api,
    stageName: "$default",
    autoDeploy: true,
    throttle: { rateLimit: options.throttleRatePerSecond, burstLimit: options.throttleBurst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
    },
  });
  const measured = (statistic: string) => ({ period: metricPeriod, statistic });
  return {
    ...(options.domain ? ownAddress(scope, api, stage, options.domain) : { url: stage.url }),
    log,
    requestPrice: "httpApiRequests",
    metrics: {
      requests: api.metricCount(measured("Sum")),
      serverErrors: api.metricServerError(measured("Sum")),
      latencyP50: api.metricLatency(measured("p50")),
      latencyP99: api.metricLatency(measured("p99")),
      throttled: countThrottled(scope, log),
    },
  };
};

/** The API has no metric of its own for what its throttle turns away, but the log tells. */
function countThrottled(scope: Construct, log: LogGroup): Metric {
  const filter = new MetricFilter(scope, "ThrottledRequests", {
    logGroup: log,
    filterPattern: FilterPattern.stringValue("$.status", "=", "429"),
    metricNamespace: Stack.of(scope).stackName,
    metricName: "ThrottledRequests",
    metricValue: "1",
  });
  return filter.metric({ period: metricPeriod, statistic: "Sum" });
}

/** The API answers at the operator's own domain too, once that leads there. */
function ownAddress(scope: Construct, api: HttpApi, stage: HttpStage, domain: Domain) {
  const domainName = new DomainName(scope, "Domain", {
    domainName: domain.name,
    certificate: Certificate.fromCertificateArn(scope, "Certificate", domain.certificateArn),
  });
  new ApiMapping(scope, "DomainMapping", { api, stage, domainName });
  return { url: `https://${domain.name}/`, domainTarget: domainName.regionalDomainName };
}
