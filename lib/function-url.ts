// The cheaper front door: the function's own URL, which lets every path and any crowd through.
import { Validations } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FunctionUrlAuthType } from "aws-cdk-lib/aws-lambda";
import type { OpenFrontDoor } from "./front-door.ts";
import { metricPeriod } from "./metric-period.ts";

/** Only reserved concurrency bounds what it can cost. */
export const openFunctionUrl: OpenFrontDoor = (scope, live, options) => {
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
      dimensionsMap: { FunctionName: live.lambda.functionName },
      period: metricPeriod,
      statistic,
    });
  return {
    url: live.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url,
    metrics: {
      requests: metric("UrlRequestCount", "Sum"),
      serverErrors: metric("Url5xxCount", "Sum"),
      latencyP50: metric("UrlRequestLatency", "p50"),
      latencyP99: metric("UrlRequestLatency", "p99"),
    },
  };
};
