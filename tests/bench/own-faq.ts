// The FAQ that comes with the bot, as every bench reads it.
import { readFolder } from "../../bin/open-faq.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";

export function readOwnFaq(): Faq {
  const { reading } = readFolder("faq");
  if (reading.kind === "problems") throw new Error("The FAQ has problems: run `faq check`.");
  return reading.faq;
}
