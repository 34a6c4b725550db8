// Calls of the CDK: held to its own list of commands, and to the options that our stack reads.
import { App } from "aws-cdk-lib";
import { DeploymentError } from "../../lib/deployment-error.ts";
import { readOptions } from "../../lib/options.ts";
import { readDocument } from "./documents.ts";

interface CdkOption {
  readonly alias?: string | readonly string[];
}
interface CdkCommand {
  readonly options?: Readonly<Record<string, CdkOption>>;
}
const registry: {
  readonly globalOptions: Readonly<Record<string, CdkOption>>;
  readonly commands: Readonly<Record<string, CdkCommand>>;
} = JSON.parse(readDocument("node_modules/aws-cdk/lib/cli/cli-type-registry.json"));

export function cdkFault([name = "", ...args]: readonly string[]): string | undefined {
  if (name === "") return undefined;
  const command = registry.commands[name];
  if (!command) return `the CDK has no command ${name}`;
  const options = { ...registry.globalOptions, ...command.options };
  const context: Record<string, string> = {};
  const stacks: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    if (word === "-c") {
      at += 1;
      const [option = "", value = ""] = args[at]?.split("=") ?? [];
      context[option] = value;
    } else if (word.startsWith("-")) {
      if (!Object.hasOwn(options, word.replace(/^--|=.*$/g, ""))) return `cdk ${name} ${word}`;
    } else stacks.push(word);
  }
  return contextFault(context) ?? stackFault(stacks, context.stage);
}

function contextFault(context: Readonly<Record<string, string>>): string | undefined {
  for (const [name, value] of Object.entries(context)) {
    // `-c name=value` tells how options are given at all.
    if (name === "name") continue;
    const isLeftToReader = value === "" || value.includes("…");
    // What is given to a stage that nobody deploys is judged by its name alone.
    const given = isLeftToReader ? { [`none.${name}`]: value } : { [name]: value };
    try {
      readOptions(new App({ context: { email: "budi@example.com", ...given } }).node);
    } catch (error) {
      if (!(error instanceof DeploymentError)) throw error;
      return error.message;
    }
  }
  return undefined;
}

function stackFault(stacks: readonly string[], stage: string | undefined): string | undefined {
  const own = stage === undefined ? "Jelas" : `Jelas-${stage}`;
  const other = stacks.find((stack) => stack !== own);
  return other === undefined ? undefined : `this deploys ${own}, not ${other}`;
}
