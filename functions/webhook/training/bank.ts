// The bank: every sentence the bot learns from, read once, with the class it belongs to.
import type { Faq, Language } from "../faq/faq.ts";
import { guard } from "../matching/guard.ts";
import { normalise } from "../matching/normalise.ts";
import { compileLexicon, type Lexicon, standardise } from "../matching/words.ts";

export interface Example {
  /** The words as typed, normalised: what tells the language. */
  readonly typed: readonly string[];
  /** The standard words: what the classifier reads. */
  readonly words: readonly string[];
  readonly language: Language | "mixed" | undefined;
  readonly class: number;
}

/** Classes are numbered: the entries, then the kinds of small talk, then off-topic. */
export interface Classes {
  readonly entries: readonly string[];
  readonly smalltalk: readonly string[];
}

export const countClasses = ({ entries, smalltalk }: Classes) =>
  entries.length + smalltalk.length + 1;
export const offtopicClass = ({ entries, smalltalk }: Classes) => entries.length + smalltalk.length;

export interface Bank {
  readonly classes: Classes;
  readonly lexicon: Lexicon;
  readonly examples: readonly Example[];
}

export function readBank(faq: Faq): Bank {
  const lexicon = compileLexicon(faq.words);
  const classes = {
    entries: faq.entries.map((entry) => entry.id),
    smalltalk: faq.bot.smalltalk.map(({ kind }) => kind),
  };
  const read = (text: string, language: Example["language"], of: number): Example => {
    const typed = normalise(guard(text));
    return { typed, words: standardise(typed, lexicon), language, class: of };
  };
  const sentences = [
    ...faq.entries.map((entry) => entry.phrasings),
    ...faq.bot.smalltalk.map((smalltalk) => smalltalk.phrasings),
  ].flatMap((phrasings, index) => phrasings.map((p) => read(p.text, p.language, index)));
  const offtopic = [...faq.offtopic.values()]
    .flat()
    .map((text) => read(text, undefined, offtopicClass(classes)));
  const examples = [...sentences, ...offtopic].filter((example) => example.words.length > 0);
  return { classes, lexicon, examples };
}
