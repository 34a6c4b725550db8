// The part of a FAQ that is shown to people; the ways of asking stay behind, in the model.
import type { Bot, Entry, Faq, Smalltalk } from "./faq.ts";

export type PublishedEntry = Omit<Entry, "phrasings">;

export interface PublishedFaq {
  readonly bot: Omit<Bot, "smalltalk"> & {
    readonly smalltalk: readonly Omit<Smalltalk, "phrasings">[];
  };
  /** In order of their numbers. */
  readonly entries: readonly PublishedEntry[];
}

export function publish({ bot, entries }: Faq): PublishedFaq {
  return {
    bot: { ...bot, smalltalk: bot.smalltalk.map(({ phrasings: _, ...rest }) => rest) },
    entries: entries.map(({ phrasings: _, ...rest }) => rest),
  };
}

/** As JSON text; `decodePublished` reads it back. */
export function encodePublished({ bot, entries }: PublishedFaq): string {
  return JSON.stringify({ bot: { ...bot, categories: [...bot.categories] }, entries });
}

export function decodePublished(text: string): PublishedFaq {
  const { bot, entries } = JSON.parse(text);
  return { bot: { ...bot, categories: new Map(bot.categories) }, entries };
}
