// What stands between the internet and the function: what each kind of door promises.
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Alias } from "aws-cdk-lib/aws-lambda";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { DeploymentOptions } from "./options.ts";
import type { PriceName } from "./prices.ts";

/** Leads whoever comes to the live version of the function. */
export type OpenFrontDoor = (
  scope: Construct,
  live: Alias,
  options: DeploymentOptions,
) => FrontDoor;

export interface FrontDoor {
  /** Where the bot answers, ending in a slash. */
  readonly url: string;
  /** Where the domain has to lead, if the operator gave one. */
  readonly domainTarget?: string;
  readonly metrics: FrontDoorMetrics;
  /** What a request costs at the door, if anything. */
  readonly requestPrice?: PriceName;
  readonly log?: LogGroup;
}

/** Sums and percentiles of five minutes. */
export interface FrontDoorMetrics {
  readonly requests: Metric;
  readonly serverErrors: Metric;
  /** Milliseconds from a request's arrival to its response. */
  readonly latencyP50: Metric;
  readonly latencyP99: Metric;
  /** Requests that the throttle turned away, where there is one. */
  readonly throttled?: Metric;
}
