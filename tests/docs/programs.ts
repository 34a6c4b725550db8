// Every program that documents name, and how a call of it is checked without making it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { allSettings } from "../../functions/webhook/settings.ts";
import { awsFault } from "./aws-calls.ts";
import { cdkFault } from "./cdk-calls.ts";
import { inlineCode, root } from "./documents.ts";
import { faqFault } from "./faq-calls.ts";
import { npmFault, vitestFault } from "./npm-calls.ts";
import type { ShellCommand } from "./shell.ts";

/** @returns what there isn't of the call, undefined where all is there */
type Check = (
  args: readonly string[],
  page: string,
) => string | undefined | Promise<string | undefined>;

const oneOf =
  (...forms: RegExp[]): Check =>
  (args) =>
    forms.some((form) => form.test(args.join(" "))) ? undefined : "no such call is known";
const always: Check = () => undefined;

/** @param page the whole text of the document */
export const programs: Readonly<Record<string, Check>> = {
  npm: (args) => npmFault(args),
  npx: ([tool = "", ...args]) => {
    if (tool === "cdk") return cdkFault(args);
    return tool === "vitest" ? vitestFault(args) : "only cdk and vitest are called by npx";
  },
  faq: (args) => faqFault(args),
  cdk: (args) => cdkFault(args),
  node: ([file = ""], page) =>
    existsSync(join(root, file)) || inlineCode(page).includes(file) ? undefined : `no ${file}`,
  curl: curlFault,
  aws: (args) => awsFault(args),
  git: oneOf(
    /^clone …( \S+)?$/,
    /^fetch( \w+)?$/,
    /^pull$/,
    /^log( --oneline \S+)?$/,
    /^diff( --stat)?$/,
    /^remote add \w+ …$/,
    /^merge \w+\/main$/,
  ),
  gh: oneOf(/^api repos\/\S+ --jq \S+/),
  openssl: oneOf(/^rand -(hex|base64) \d+$/),
  cloudflared: oneOf(/^tunnel --url http:\/\/localhost:3000$/),
  ngrok: oneOf(/^http 3000$/),
  cd: oneOf(/^[\w.-]+$/),
  cut: always,
  echo: always,
  // A deployment prints the command that reports, which takes further options.
  eval: ([text = ""]) => faqFault(["counts", ...text.split(" ").slice(1)]),
  date: always,
  grep: always,
  rm: oneOf(/^[\w.]+$/),
  sleep: oneOf(/^\d+$/),
  umask: oneOf(/^077$/),
  set: oneOf(/^[-+]a$/),
  ".": always,
  export: ([setting = ""], page) => variableFault(setting.split("=")[0] ?? "", page),
};

/** Besides the settings: what the command line and AWS's tools read from the environment. */
const ofTools = [
  ...["PORT", "DATA_DIR", "COUNTS_TABLE", "EVENTS_TABLE", "METRICS_NAMESPACE"],
  ...["SETTINGS_PARAMETER", "AWS_REGION", "AWS_PROFILE"],
];

function variableFault(name: string, page: string): string | undefined {
  const isRead = name in allSettings || ofTools.includes(name) || page.includes(`$${name}`);
  return isRead ? undefined : `nothing reads ${name}`;
}

/** A call of the bot itself is made by another test, so that only the platforms' are left. */
function curlFault(args: readonly string[]): string | undefined {
  const takesValue = ["-X", "-H", "-d"];
  const addresses = args.filter(
    (word, at) => !takesValue.includes(args[at - 1] ?? "") && !word.startsWith("-"),
  );
  const unknown = args.find((word) => /^-/.test(word) && !takesValue.includes(word));
  if (unknown) return `curl is not called with ${unknown}`;
  const apis = Object.values(allSettings).flatMap(({ fallback }) => fallback ?? []);
  const isKnown = (address: string) =>
    address === "http://localhost:3000/chat" || apis.some((api) => address.startsWith(`${api}/`));
  return addresses.length === 1 && addresses.every(isKnown) ? undefined : "an unknown address";
}

/** @param functions those that documents define */
export async function faultOf(
  { variables, words: [program = "", ...args] }: ShellCommand,
  page: string,
  functions: ReadonlySet<string>,
): Promise<string | undefined> {
  for (const name of Object.keys(variables)) {
    const fault = variableFault(name, page);
    if (fault !== undefined) return fault;
  }
  if (program === "" || functions.has(program)) return undefined;
  const check = Object.hasOwn(programs, program) ? programs[program] : undefined;
  return check ? check(args, page) : `no way is known to check ${program}`;
}
