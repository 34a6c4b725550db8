// `faq add-language`: prepares a language beside the FAQ, says what is left, and takes it in when whole.
import type { Command } from "commander";
import { type AddOptions, addLanguage } from "../edit/add-language.ts";
import { notesAndExamples } from "../help.ts";
import { visible } from "../visible.ts";

export function addAddLanguage(program: Command): void {
  program
    .command("add-language")
    .description("prepare a further language, see what is left to write, and take it into the FAQ")
    .argument("<code>", "the language's code, such as jv for Javanese")
    .option("--list", "only list what is left, also of a language that the FAQ has")
    .option("--finish", "put the texts into the FAQ's files and the code into bot.yaml")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "A language half done can't be used, so it is written in one file beside the FAQ, .languages/<code>.yaml in its folder: every text to write, with the other languages above it. The FAQ works on meanwhile.",
          "Give the command again at any time to see what is left; with all texts there, add --finish.",
        ],
        examples: ["add-language jv", "add-language jv --finish"],
      }),
    )
    .action((language: string, _: unknown, command: Command) => {
      const { faq, ...options } = command.optsWithGlobals<AddOptions & { faq: string }>();
      const { results, notes, exitCode } = addLanguage(faq, language, options);
      for (const line of results) process.stdout.write(`${visible(line)}\n`);
      for (const line of notes) process.stderr.write(`${visible(line)}\n`);
      process.exitCode = exitCode;
    });
}
