// The command line as a function: what a person typed → what is done, and the status it ends with.
import { Command, CommanderError } from "commander";
import { SettingsError } from "../functions/webhook/settings.ts";
import { commands } from "./commands/index.ts";
import { exitCodes, UserError } from "./user-error.ts";

/** What goes wrong becomes a sentence. `undefined` where the command itself says how it ended. */
export async function runProgram(args: readonly string[]): Promise<number | undefined> {
  const program = createProgram();
  /** Those that the arguments name, wherever they do; all of them for the help. */
  const named = args.filter((argument) => Object.hasOwn(commands, argument));
  for (const name of named.length > 0 ? new Set(named) : Object.keys(commands)) {
    await commands[name]?.(program);
  }
  try {
    await program.parseAsync(args, { from: "user" });
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
  return new Command("faq")
    .description("Ask, explain, check, measure, serve and build the FAQ bot.")
    .option("--faq <dir>", "the FAQ's folder", "faq")
    .showHelpAfterError("(add --help for what it takes)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  npm run --silent faq -- ask "apakah wa bisa baca chat saya?"
  npm run --silent faq -- check
  npm run --silent faq -- counts --raw --format json

Exit status: 0 fine, 1 problems found, 2 wrong usage.`,
    );
}
