// Calls of the command line: read by the program itself, which then does nothing.
import { Command, CommanderError } from "commander";
import { commands } from "../../bin/commands/index.ts";

/** What a reader is to put something else for. */
const isPlaceholder = (word: string) => word === "…" || /^[A-Z]{2,}$/.test(word);

let program: Promise<Command> | undefined;

async function createProgram(): Promise<Command> {
  const faq = new Command("faq").option("--faq <dir>");
  for (const add of Object.values(commands)) await add(faq);
  makeIdle(faq);
  return faq;
}

function makeIdle(command: Command): void {
  command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  if (command.parent) command.action(() => {});
  for (const value of [...command.options, ...command.registeredArguments]) {
    const parse = value.parseArg;
    if (!parse) continue;
    value.argParser((text: string, before: unknown) =>
      isPlaceholder(text) ? text : parse.call(value, text, before as never),
    );
  }
  command.commands.forEach(makeIdle);
}

export async function faqFault(args: readonly string[]): Promise<string | undefined> {
  program ??= createProgram();
  try {
    await (await program).parseAsync(args, { from: "user" });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? undefined : error.message;
  }
}
