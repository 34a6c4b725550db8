// Reads sentences as the bank does, each text once however many ask for it.
import type { Words } from "../../functions/webhook/faq/faq.ts";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise } from "../../functions/webhook/matching/normalise.ts";
import { rememberAll, rememberKnown } from "../../functions/webhook/matching/remember-known.ts";
import {
  compileLexicon,
  type Lexicon,
  standardise,
} from "../../functions/webhook/matching/words.ts";

export interface SentenceReader {
  readonly lexicon: Lexicon;
  /** Words as typed, in one plain form. */
  readonly typed: (text: string) => readonly string[];
  /** The same with slang replaced and particles left out: what the bot learns. */
  readonly standard: (text: string) => readonly string[];
}

export function createSentenceReader(words: Words): SentenceReader {
  const lexicon = compileLexicon(words);
  const typed = rememberKnown((text) => normalise(guard(text)), rememberAll);
  const standard = rememberKnown((text) => standardise(typed(text), lexicon), rememberAll);
  return { lexicon, typed, standard };
}
