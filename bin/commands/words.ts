// `faq words`: how a message is read, and why the likeliest entries score as they do.
import type { Command } from "commander";
import { createExplanations } from "../explain/explain.ts";
import { formatExplanation } from "../explain/format.ts";
import { notesAndExamples } from "../help.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { exitCodes, UserError } from "../user-error.ts";

export function addWords(program: Command): void {
  program
    .command("words")
    .description("show how a message is read and why its best entries score as they do")
    .argument("[text...]", "the message")
    .option("--json", "print everything as JSON, all pieces included")
    .addHelpText(
      "after",
      notesAndExamples({
        examples: ['words "wa bs lihat lokaasi gw ga"'],
      }),
    )
    .action((words: string[], _: unknown, command: Command) => {
      const { json, faq: folder } = command.optsWithGlobals<{ json?: boolean; faq: string }>();
      const message = words.join(" ");
      if (message === "") {
        throw new UserError("Give the message that is to be read.", exitCodes.usage);
      }
      const { faq, ...trained } = openFaqWithProgress(folder);
      const explanation = createExplanations(faq, trained)(message);
      process.stdout.write(
        `${json ? JSON.stringify(explanation, null, 2) : formatExplanation(explanation, folder)}\n`,
      );
    });
}
