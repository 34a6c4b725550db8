// What the bot makes of one message: the words, the public result, and what is counted.
import type { Outcome } from "./counts/cell.ts";
import type { Language } from "./faq/faq.ts";
import type { Reply } from "./reply.ts";

/** The public result of a question, as `ask` and `POST /chat` give it. */
export interface Result {
  readonly outcome: "answer" | "suggest" | "fallback" | "smalltalk";
  /** The entry answered. */
  readonly entry: string | null;
  readonly language: Language;
  readonly confidence: number;
  /** Up to three entries to choose from, best first. */
  readonly suggestions: readonly string[];
  readonly text: string;
}

export interface Response {
  readonly reply: Reply;
  readonly result: Result;
  /** What is counted, but for the channel. */
  readonly counted: {
    readonly entry: string;
    readonly language: Language;
    readonly outcome: Outcome;
  };
  /** Counted once for this, whichever message brings it: the feedback on one answer. */
  readonly onceFor?: string;
}
