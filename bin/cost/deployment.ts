// How much of what is paid by the month a deployment has; a test holds it to the stack.
import { metricUnits } from "../../functions/webhook/metrics.ts";
import type { Ingress, WatchLevel } from "../../lib/options.ts";

/** One of them is about the HTTP API's throttle. */
export function alarmsOf(watch: WatchLevel, ingress: Ingress): number {
  if (watch === "none") return 0;
  return ingress === "http-api" ? 10 : 9;
}

export function dashboardsOf(watch: WatchLevel): number {
  return watch === "all" ? 1 : 0;
}

/** Those of the function's log; the HTTP API's tells what its throttle turned away. */
export function customMetricsOf(ingress: Ingress): number {
  return Object.keys(metricUnits).length + (ingress === "http-api" ? 1 : 0);
}
