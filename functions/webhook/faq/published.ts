// The part of a FAQ that is shown to people; the ways of asking stay behind, in the model.
import type { Bot, Entry, Faq, Smalltalk, Source, Texts } from "./faq.ts";
import { oneForAll, sameInAll } from "./one-for-all.ts";

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

/** As JSON text, a title that is one for all languages written once; `decodePublished` reads it. */
export function encodePublished({ bot, entries }: PublishedFaq): string {
  return JSON.stringify({
    bot: { ...bot, categories: [...bot.categories] },
    entries: entries.map((entry) =>
      withTitles(entry, ({ title }: Source) => oneForAll(title) ?? title),
    ),
  });
}

export function decodePublished(text: string): PublishedFaq {
  const { bot, entries } = JSON.parse(text);
  const inAll = ({ title }: { title: string | Texts }) =>
    typeof title === "string" ? sameInAll(title, bot.languages) : title;
  return {
    bot: { ...bot, categories: new Map(bot.categories) },
    entries: entries.map((entry: EncodedEntry) => withTitles(entry, inAll)),
  };
}

type EncodedEntry = Omit<PublishedEntry, "sources"> & {
  readonly sources: readonly (Omit<Source, "title"> & { readonly title: string | Texts })[];
};

function withTitles<Kind extends { readonly title: unknown }, Title>(
  entry: { readonly sources: readonly Kind[] },
  titleOf: (source: Kind) => Title,
) {
  return {
    ...entry,
    sources: entry.sources.map((source) => ({ ...source, title: titleOf(source) })),
  };
}
