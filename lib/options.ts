// What an operator may choose with `-c name=value` (or under "context" in cdk.json).
import type { Node } from "constructs";

export interface DeploymentOptions {
  /** `ingress`: what stands in front of the function. */
  readonly ingress: "http-api" | "function-url";
  /** `throttle-rate`: requests per second that the HTTP API lets through. */
  readonly throttleRatePerSecond: number;
  /** `throttle-burst`: requests that it lets through at once. */
  readonly throttleBurst: number;
  /** `reserved-concurrency`: copies of the function that may run at once; by default, no limit. */
  readonly reservedConcurrency: number | undefined;
  /** `settings`: name of the SecureString parameter that holds the settings as a JSON object. */
  readonly settingsParameter: string;
}

/** @throws RangeError naming the option, if its value cannot be what it says */
export function readOptions(node: Node): DeploymentOptions {
  return {
    ingress: readIngress(node),
    throttleRatePerSecond: readCount(node, "throttle-rate") ?? 50,
    throttleBurst: readCount(node, "throttle-burst") ?? 100,
    // No default: an account whose whole limit is small, as new ones are, refuses to reserve.
    reservedConcurrency: readCount(node, "reserved-concurrency"),
    settingsParameter: readParameterName(node),
  };
}

function readIngress(node: Node): DeploymentOptions["ingress"] {
  const value: unknown = node.tryGetContext("ingress") ?? "http-api";
  if (value === "http-api" || value === "function-url") return value;
  throw notAnOption("ingress", "http-api or function-url", value);
}

function readCount(node: Node, name: string): number | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(String(value))) {
    throw notAnOption(name, "a whole number from 1 to 999999", value);
  }
  return Number(value);
}

// Checked so that no name, such as `*`, can widen what the function may read.
function readParameterName(node: Node): string {
  const value: unknown = node.tryGetContext("settings") ?? "/jelas/settings";
  if (typeof value === "string" && /^(\/[\w.-]+)+$/.test(value)) return value;
  throw notAnOption("settings", "the name of a parameter, such as /jelas/settings", value);
}

function notAnOption(name: string, expected: string, value: unknown): RangeError {
  return new RangeError(`The option ${name} must be ${expected}, but is ${JSON.stringify(value)}.`);
}
