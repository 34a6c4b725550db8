// What a deployment is, as far as it costs anything; a test holds it to the stack.
import { metricUnits } from "../../functions/webhook/metrics.ts";
import type { Ingress, Watch } from "../../lib/options.ts";

/** Days after which a line of a log is forgotten. */
export const logRetentionDays = 14;

/** Minutes after which a process reads its settings anew. */
export const settingsMaxAgeMinutes = 5;

/** One of them is about the HTTP API's throttle. */
export function alarmsOf(watch: Watch, ingress: Ingress): number {
  if (watch === "none") return 0;
  return ingress === "http-api" ? 10 : 9;
}

export function dashboardsOf(watch: Watch): number {
  return watch === "all" ? 1 : 0;
}

/** Those of the function's log; the HTTP API's tells what its throttle turned away. */
export function customMetricsOf(ingress: Ingress): number {
  return Object.keys(metricUnits).length + (ingress === "http-api" ? 1 : 0);
}
