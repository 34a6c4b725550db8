// The command line as a function: what a person typed → what is done, and the status it ends with.
import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import { SettingsError } from "../functions/webhook/settings.ts";
import { commands } from "./commands/index.ts";
import { notesAndExamples } from "./help.ts";
import { exitCodes, UserError } from "./user-error.ts";
import { pointToHelp, refuseUnknownParts, tellWrongUsage } from "./wrong-usage.ts";

/** What goes wrong becomes a sentence. `undefined` where the command itself says how it ended. */
export async function runProgram(args: readonly string[]): Promise<number | undefined> {
  const program = createProgram();
  /** Those that the arguments name, wherever they do; all of them for the help. */
  const named = args.filter((argument) => Object.hasOwn(commands, argument));
  for (const name of named.length > 0 ? new Set(named) : Object.keys(commands)) {
    await commands[name]?.(program);
  }
  pointToHelp(program);
  refuseUnknownParts(program);
  const isHelpOfNothing = args[0] === "help" && args.length > 1 && named.length === 0;
  try {
    await program.parseAsync(isHelpOfNothing ? args.slice(1) : args, { from: "user" });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    }
    if (error instanceof UserError || error instanceof SettingsError) {
      process.stderr.write(`${error.message}\n`);
      return error instanceof UserError ? error.exitCode : exitCodes.usage;
    }
    throw error;
  }
}

function createProgram(): Command {
  const faqOption = new Option("--faq <dir>", "the FAQ's folder").default("faq");
  return new Command("faq")
    .description("ask, explain, check, measure, serve and build the FAQ bot")
    .addOption(faqOption)
    .version(ownVersion(), "--version", "the version of Jelas")
    .configureHelp({
      showGlobalOptions: true,
      visibleGlobalOptions: ({ parent }) => (parent ? [faqOption] : []),
      commandDescription: sentenceAbout,
    })
    .configureOutput({ outputError: (message, write) => write(tellWrongUsage(message)) })
    .exitOverride()
    .addHelpText(
      "after",
      notesAndExamples({
        notes: ["Exit status: 0 fine, 1 problems found, 2 wrong usage."],
        examples: [
          'ask "apakah wa bisa baca chat saya?"',
          "check",
          "counts --raw --format json",
          "help check",
        ],
      }),
    );
}

function sentenceAbout(command: Command): string {
  const description = command.description();
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}

function ownVersion(): string {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  return version;
}
