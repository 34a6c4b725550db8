// How finely the deployment is watched: what its alarms and graphs add up, unless they say so.
import { Duration } from "aws-cdk-lib";

export const metricPeriod = Duration.minutes(5);
