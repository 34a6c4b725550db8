// The one way in which the deployment keeps logs: for a while, and gone with the stack.
import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { logRetentionDays } from "./log-retention.ts";

// Left alone, a log group keeps everything forever.
export function makeLogGroup(scope: Construct, id: string): LogGroup {
  return new LogGroup(scope, id, {
    retention: logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
