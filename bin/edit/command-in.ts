// How a person runs one of our commands on the FAQ that they have just worked on.
import { faqCommand } from "../../lib/faq-command.ts";

export function commandIn(folder: string, args: string): string {
  if (folder === "faq") return faqCommand(args);
  const name = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  return faqCommand(`--faq ${name} ${args}`);
}
