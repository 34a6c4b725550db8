// Reads sentences as the bank does, each text once however many ask for it.
import type { Words } from "../../functions/webhook/faq/faq.ts";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise } from "../../functions/webhook/matching/normalise.ts";
import {
  compileLexicon,
  type Lexicon,
  standardise,
} from "../../functions/webhook/matching/words.ts";
import { remembered } from "../../functions/webhook/training/remembered.ts";

export interface SentenceReader {
  readonly lexicon: Lexicon;
  /** Words as typed, in one plain form. */
  readonly typed: (text: string) => readonly string[];
  /** The same with slang replaced and particles left out: what the bot learns. */
  readonly standard: (text: string) => readonly string[];
}

export function createSentenceReader(words: Words): SentenceReader {
  const lexicon = compileLexicon(words);
  const typed = remembered((text) => normalise(guard(text)));
  return { lexicon, typed, standard: remembered((text) => standardise(typed(text), lexicon)) };
}
