// What an operator may choose with `-c name=value`, or for every time in cdk.context.json.
import type { Node } from "constructs";
import { DeploymentError } from "./deployment-error.ts";
import { parameterForm, settingsParameter, stageForm } from "./names.ts";
import { readCount, readOneOf, readText } from "./option-values.ts";

export const ingresses = ["http-api", "function-url"] as const;
export type Ingress = (typeof ingresses)[number];

export const watchLevels = ["all", "alarms", "none"] as const;
/** Dashboard and alarms, alarms only, or neither. */
export type WatchLevel = (typeof watchLevels)[number];

export interface DeploymentOptions {
  /** `stage`: a deployment beside the real one, such as `dev`; by default, the real one. */
  readonly stage: string | undefined;
  /** `ingress`: what stands in front of the function. */
  readonly ingress: Ingress;
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
  /** `watch`: what watches over it. */
  readonly watch: WatchLevel;
  /** `email`: who hears of alarms and of the budget; by default, nobody. */
  readonly email: string | undefined;
  /** `monthly-budget`: US dollars a month of the whole account at which that person hears of it. */
  readonly monthlyBudgetUsd: number | undefined;
}

export interface Domain {
  readonly name: string;
  readonly certificateArn: string;
}

const optionNames = [
  ...["stage", "ingress", "domain", "certificate", "throttle-rate", "throttle-burst"],
  ...["reserved-concurrency", "settings", "watch", "email", "monthly-budget"],
];

/** These can't belong to two deployments: a stage takes them only as `dev.domain`. */
const ofOneDeployment = ["domain", "certificate", "settings"];

/** @throws DeploymentError naming the option, if there is no such option or its value cannot be so */
export function readOptions(node: Node): DeploymentOptions {
  refuseUnknown(node);
  const stage = readText(
    node.tryGetContext("stage"),
    "stage",
    stageForm,
    "a short name in small letters, such as dev",
  );
  const given = (name: string) => optionFor(node, stage, name);
  const count = (name: string) => readCount(given(name), name);
  const text = (name: string, form: RegExp, expected: string) =>
    readText(given(name), name, form, expected);

  const ingress = readOneOf(given("ingress"), "ingress", ingresses) ?? "http-api";
  const parameter = text("settings", parameterForm, "a parameter's name, such as /jelas/settings");
  const email = text("email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address");
  const monthlyBudgetUsd = count("monthly-budget");
  if (monthlyBudgetUsd !== undefined && email === undefined) {
    throw new DeploymentError("The option monthly-budget needs email: who is to hear of it?");
  }
  return {
    stage,
    ingress,
    domain: readDomain(text, ingress),
    throttleRatePerSecond: count("throttle-rate") ?? 50,
    throttleBurst: count("throttle-burst") ?? 100,
    // No default: an account whose whole limit is small, as new ones are, refuses to reserve.
    reservedConcurrency: count("reserved-concurrency"),
    settingsParameter: parameter ?? settingsParameter(stage),
    watch: readOneOf(given("watch"), "watch", watchLevels) ?? "all",
    email,
    monthlyBudgetUsd,
  };
}

/** What is given to the stage as `dev.name`, else what is given to all. Nothing means not given. */
function optionFor(node: Node, stage: string | undefined, name: string): unknown {
  const own: unknown = stage === undefined ? undefined : node.tryGetContext(`${stage}.${name}`);
  const isShared = stage === undefined || !ofOneDeployment.includes(name);
  const value = own ?? (isShared ? node.tryGetContext(name) : undefined);
  return value === "" ? undefined : value;
}

/** What is given, but not to this stage, though it can't be meant for two. */
export function optionsLeftOut(node: Node, stage: string | undefined): string[] {
  if (stage === undefined) return [];
  return ofOneDeployment.filter(
    (name) => node.tryGetContext(name) && !node.tryGetContext(`${stage}.${name}`),
  );
}

/** A brake that is misspelt would be no brake. */
function refuseUnknown(node: Node): void {
  for (const given of Object.keys(node.getAllContext())) {
    // The CDK's own have a sign in their names, but for this one.
    if (!/^[\w.-]+$/.test(given) || given === "acknowledged-issue-numbers") continue;
    const [name = "", ...more] = given.split(".").reverse();
    const isKnown = optionNames.includes(name) && more.every((stage) => stageForm.test(stage));
    if (!isKnown || more.length > 1) {
      throw new DeploymentError(
        `There is no option ${given}. The options are ${optionNames.join(", ")}.`,
      );
    }
  }
}

function readDomain(
  text: (name: string, form: RegExp, expected: string) => string | undefined,
  ingress: Ingress,
): Domain | undefined {
  const name = text("domain", /^([a-z0-9-]+\.)+[a-z]{2,}$/, "a domain's name");
  const arnForm = /^arn:aws[\w-]*:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/;
  const certificateArn = text("certificate", arnForm, "the ARN of a certificate");
  if (name === undefined && certificateArn === undefined) return undefined;
  if (name === undefined || certificateArn === undefined) {
    throw new DeploymentError("The options domain and certificate belong together: give both.");
  }
  if (ingress !== "http-api") {
    throw new DeploymentError(
      "The option domain needs ingress=http-api: a function URL takes none.",
    );
  }
  return { name, certificateArn };
}
