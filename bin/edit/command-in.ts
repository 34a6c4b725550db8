// How a person runs one of our commands on the FAQ that they have just worked on.
import { faqCommand } from "../../lib/faq-command.ts";
import { shellWord } from "../shell-word.ts";

export function commandIn(folder: string, args: string): string {
  if (folder === "faq") return faqCommand(args);
  return faqCommand(`--faq ${shellWord(folder)} ${args}`);
}
