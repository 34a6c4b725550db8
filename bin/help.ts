// What stands beneath the options in a command's help: what else to know, and lines to paste.
import type { AddHelpTextContext } from "commander";
import { faqCommand } from "../lib/faq-command.ts";

interface Help {
  /** Paragraphs, wrapped to the width of the terminal; a line that begins with a space stands as it is. */
  readonly notes?: readonly string[];
  /** Each what follows `faq --`. */
  readonly examples: readonly string[];
}

const widest = 100;
const usual = 80;

/** For commander's `addHelpText("after", …)`. */
export function notesAndExamples({ notes = [], examples }: Help) {
  return ({ command }: AddHelpTextContext): string => {
    const width = Math.min(process.stdout.columns ?? usual, widest);
    const help = command.createHelp();
    const wrap = (line: string) => (line.startsWith(" ") ? line : help.boxWrap(line, width));
    const paragraphs = notes.map((note) => `${note.split("\n").map(wrap).join("\n")}\n`);
    const heading = examples.length === 1 ? "Example:" : "Examples:";
    const lines = examples.map((example) => `  ${faqCommand(example)}`);
    return ["", ...paragraphs, heading, ...lines].join("\n");
  };
}
