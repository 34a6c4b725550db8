// Small FAQs to compare, and a matcher that does as it is told.
import type { Faq } from "../../../functions/webhook/faq/faq.ts";
import { readFaq } from "../../../functions/webhook/faq/read.ts";
import type { Matcher } from "../../../functions/webhook/matching/matcher.ts";
import type { Model } from "../../../functions/webhook/matching/model.ts";

export const sky = `question: {en: Which colour is the sky?}
answer: {en: The sky is blue on a clear day and grey before the rain.}
sources: [{title: The window}]
phrasings: {en: [what colour is it up there]}
`;

export const sea = `question: {en: Why is the sea salty?}
answer: {en: Rivers carry salt from the rocks and leave it there.}
phrasings: {en: [where does the salt come from]}
`;

/** A FAQ of these files besides a bot.yaml that speaks English. */
export function faqOf(files: Readonly<Record<string, string>>): Faq {
  const all = { "bot.yaml": "languages: [en]\n", ...files };
  const reading = readFaq(Object.entries(all).map(([path, text]) => ({ path, text })));
  if (reading.kind === "faq") return reading.faq;
  throw new Error(reading.problems.map(({ message }) => message).join("\n"));
}

/** What is done with a text: an entry answers it, several are suggested, or nothing is. */
export type Does = string | readonly [string, string, ...string[]] | undefined;

export function matcherThat(does: Readonly<Record<string, Does>>): Matcher {
  return {
    model: { thresholds: { answer: 0.5, suggest: 0.5 } } as Model,
    match(text) {
      const done = does[text];
      const entries = typeof done === "string" ? [done] : (done ?? ["any"]);
      return {
        language: "en",
        hasWords: true,
        candidates: entries.map((entry) => ({ entry, score: 1 / entries.length })),
        subject: 1,
        reach: done === undefined ? 0 : 1,
        smalltalk: undefined,
        confidence: typeof done === "string" ? 1 : 0,
      };
    },
  };
}
