// What the deployment has used, each thing at its list price: one number for the dashboard.
import { type IMetric, MathExpression, type Metric } from "aws-cdk-lib/aws-cloudwatch";
import { functionMemoryMb } from "./function-size.ts";
import type { Measures } from "./measures.ts";
import { unitPrice } from "./prices.ts";

const bytesInGb = 1024 ** 3;
const gbSecondsInMs = (functionMemoryMb / 1024) * 0.001;

export function dollarsUsed({
  frontDoor,
  lambda,
  writes,
  logged,
  requestPrice,
}: Measures): IMetric {
  const used: readonly (readonly [metric: Metric, usd: number])[] = [
    ...(requestPrice ? [[frontDoor.requests, unitPrice(requestPrice)] as const] : []),
    [lambda.invocations, unitPrice("lambdaRequests")],
    [lambda.duration, gbSecondsInMs * unitPrice("lambdaTime")],
    ...writes.map((metric) => [metric, unitPrice("tableWrites")] as const),
    ...logged.map((metric) => [metric, unitPrice("logIngestion") / bytesInGb] as const),
  ];
  return new MathExpression({
    label: "US dollars",
    expression: used.map(([, usd], at) => `FILL(m${at}, 0) * ${usd.toFixed(14)}`).join(" + "),
    usingMetrics: Object.fromEntries(used.map(([metric], at) => [`m${at}`, metric])),
  });
}
