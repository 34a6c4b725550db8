// What an operator may choose with `-c name=value` (or in cdk.context.json, for every time).
import type { Node } from "constructs";
import { settingsParameter, stageForm } from "./names.ts";

export interface DeploymentOptions {
  /** `stage`: a deployment beside the real one, such as `dev`; by default, the real one. */
  readonly stage: string | undefined;
  /** `ingress`: what stands in front of the function. */
  readonly ingress: "http-api" | "function-url";
  /** `domain` and `certificate`: an address of one's own, and the ARN of its certificate. */
  readonly domain: Domain | undefined;
  /** `throttle-rate`: requests per second that the HTTP API lets through. */
  readonly throttleRatePerSecond: number;
  /** `throttle-burst`: requests that it lets through at once. */
  readonly throttleBurst: number;
  /** `reserved-concurrency`: copies of the function that may run at once; by default, no limit. */
  readonly reservedConcurrency: number | undefined;
  /** `settings`: name of the SecureString parameter that holds the settings as a JSON object. */
  readonly settingsParameter: string;
  /** `watch`: dashboard and alarms, alarms only, or neither. */
  readonly watch: "all" | "alarms" | "none";
  /** `email`: who hears of alarms and of the budget; by default, nobody. */
  readonly email: string | undefined;
  /** `monthly-budget`: US dollars a month of the whole account at which that person hears of it. */
  readonly monthlyBudgetUsd: number;
}

export interface Domain {
  readonly name: string;
  readonly certificateArn: string;
}

/** @throws RangeError naming the option, if there is no such option or its value cannot be so */
export function readOptions(node: Node): DeploymentOptions {
  refuseUnknown(node);
  const stage = readText(node, "stage", stageForm, "a short name, such as dev");
  const ingress = readOneOf(node, "ingress", ["http-api", "function-url"]) ?? "http-api";
  return {
    stage,
    ingress,
    domain: readDomain(node, ingress),
    throttleRatePerSecond: readCount(node, "throttle-rate") ?? 50,
    throttleBurst: readCount(node, "throttle-burst") ?? 100,
    // No default: an account whose whole limit is small, as new ones are, refuses to reserve.
    reservedConcurrency: readCount(node, "reserved-concurrency"),
    // Checked so that no name, such as `*`, can widen what the function may read.
    settingsParameter:
      readText(
        node,
        "settings",
        /^(\/[\w.-]+)+$/,
        "the name of a parameter, such as /jelas/settings",
      ) ?? settingsParameter(stage),
    watch: readOneOf(node, "watch", ["all", "alarms", "none"]) ?? "all",
    email: readText(node, "email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address"),
    monthlyBudgetUsd: readCount(node, "monthly-budget") ?? 20,
  };
}

const optionNames = [
  ...["stage", "ingress", "domain", "certificate", "throttle-rate", "throttle-burst"],
  ...["reserved-concurrency", "settings", "watch", "email", "monthly-budget"],
];

/** A brake that is misspelt would be no brake. Names with a sign in them belong to the CDK. */
function refuseUnknown(node: Node): void {
  const names = Object.keys(node.getAllContext()).filter((name) => /^[\w-]+$/.test(name));
  const unknown = names.find((name) => !optionNames.includes(name));
  if (unknown === undefined) return;
  throw new RangeError(`There is no option ${unknown}. The options are ${optionNames.join(", ")}.`);
}

function readDomain(node: Node, ingress: DeploymentOptions["ingress"]): Domain | undefined {
  const name = readText(node, "domain", /^([a-z0-9-]+\.)+[a-z]{2,}$/, "a domain's name");
  const arnForm = /^arn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/;
  const certificateArn = readText(node, "certificate", arnForm, "the ARN of a certificate");
  if (name === undefined && certificateArn === undefined) return undefined;
  if (name === undefined || certificateArn === undefined) {
    throw new RangeError("The options domain and certificate belong together: give both.");
  }
  if (ingress !== "http-api") {
    throw new RangeError("The option domain needs ingress=http-api: a function URL takes none.");
  }
  return { name, certificateArn };
}

function readOneOf<Value extends string>(
  node: Node,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined) return undefined;
  const found = values.find((one) => one === value);
  if (found === undefined) throw notAnOption(name, values.join(" or "), value);
  return found;
}

function readCount(node: Node, name: string): number | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(String(value))) {
    throw notAnOption(name, "a whole number from 1 to 999999", value);
  }
  return Number(value);
}

function readText(node: Node, name: string, form: RegExp, expected: string): string | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined) return undefined;
  if (typeof value === "string" && form.test(value)) return value;
  throw notAnOption(name, expected, value);
}

function notAnOption(name: string, expected: string, value: unknown): RangeError {
  return new RangeError(`The option ${name} must be ${expected}, but is ${JSON.stringify(value)}.`);
}
