// The command line: names the commands and turns what goes wrong into a sentence and a status.
import { Command, CommanderError } from "commander";
import { SettingsError } from "../functions/webhook/settings.ts";
import { commands } from "./commands/index.ts";
import { exitCodes, UserError } from "./user-error.ts";

const program = new Command("faq")
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

// The AWS SDK would tell it before every result; package.json says which Node it takes.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads us has seen enough: `| head`.
  if (error.code === "EPIPE") process.exit();
  throw error;
});

/** Those that the arguments name, wherever they do; all of them for the help. */
const named = process.argv.slice(2).filter((argument) => Object.hasOwn(commands, argument));
for (const name of named.length > 0 ? new Set(named) : Object.keys(commands)) {
  await commands[name]?.(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  } else if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else if (error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.usage;
  } else throw error;
}
