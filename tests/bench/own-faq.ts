// The FAQ that comes with the bot, as every bench reads it.
import { readGoodFaq } from "../../bin/open-faq.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";

export function readOwnFaq(): Faq {
  return readGoodFaq("faq").faq;
}
