// What stands between the internet and the function: an HTTP API, or the function's own URL.
import { Duration, Stack, Validations } from "aws-cdk-lib";
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
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { type Alias, FunctionUrlAuthType, type IFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { webhookMethods } from "../functions/webhook/channels/names.ts";
import { makeLogGroup } from "./log-group.ts";
import type { DeploymentOptions, Domain } from "./options.ts";

const metricPeriod = Duration.minutes(5);

export interface FrontDoor {
  /** Where the bot answers, ending in a slash. */
  readonly url: string;
  /** Where the domain has to lead, if the operator gave one. */
  readonly domainTarget?: string;
  /** Sums and percentiles of 5 minutes. */
  readonly metrics: FrontDoorMetrics;
  readonly log?: LogGroup;
}

export interface FrontDoorMetrics {
  readonly requests: Metric;
  readonly serverErrors: Metric;
  /** Milliseconds from a request's arrival to its response. */
  readonly latencyP50: Metric;
  readonly latencyP99: Metric;
  /** Requests that the throttle turned away, where there is one. */
  readonly throttled?: Metric;
}

/** Opens the door that the options ask for. */
export function openFrontDoor(
  scope: Construct,
  target: Alias,
  options: DeploymentOptions,
): FrontDoor {
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
function openHttpApi(scope: Construct, target: Alias, options: DeploymentOptions): FrontDoor {
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
  const integration = new HttpLambdaIntegration("Webhook", target as IFunction, {
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
  const statistics = { period: metricPeriod };
  return {
    ...(options.domain ? ownAddress(scope, api, stage, options.domain) : { url: stage.url }),
    log,
    metrics: {
      requests: api.metricCount({ ...statistics, statistic: "Sum" }),
      serverErrors: api.metricServerError({ ...statistics, statistic: "Sum" }),
      latencyP50: api.metricLatency({ ...statistics, statistic: "p50" }),
      latencyP99: api.metricLatency({ ...statistics, statistic: "p99" }),
      throttled: countThrottled(scope, log),
    },
  };
}

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

/** Cheaper, but lets every path through; only reserved concurrency bounds what it can cost. */
function openFunctionUrl(scope: Construct, target: Alias, options: DeploymentOptions): FrontDoor {
  if (options.reservedConcurrency === undefined) {
    Validations.of(scope).addWarning(
      "Jelas-UnboundedFunctionUrl",
      "A function URL has no throttle: set -c reserved-concurrency=N to bound what it can cost.",
    );
  }
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: "AWS/Lambda",
      metricName,
      dimensionsMap: { FunctionName: target.lambda.functionName },
      period: metricPeriod,
      statistic,
    });
  return {
    url: target.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url,
    metrics: {
      requests: metric("UrlRequestCount", "Sum"),
      serverErrors: metric("Url5xxCount", "Sum"),
      latencyP50: metric("UrlRequestLatency", "p50"),
      latencyP99: metric("UrlRequestLatency", "p99"),
    },
  };
}
