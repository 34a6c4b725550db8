// Arranges a FAQ the way its pages show it: topics in menu order, each with its entries.
import type { Texts } from "../faq/faq.ts";
import { sameInAll } from "../faq/one-for-all.ts";
import type { PublishedEntry, PublishedFaq } from "../faq/published.ts";

/** A category together with its entries, in order of their numbers. */
export interface Topic<Shown> {
  readonly id: string;
  readonly title: Texts;
  readonly entries: readonly Shown[];
}

/** A topic without entries is left out. */
export function topicsOf({ bot, entries }: PublishedFaq): Topic<PublishedEntry>[] {
  // A FAQ need not name its categories: those without a title follow in order of their entries.
  const ids = new Set([...bot.categories.keys(), ...entries.map((entry) => entry.category)]);
  return [...ids]
    .map((id) => ({
      id,
      title: bot.categories.get(id) ?? sameInAll(id, bot.languages),
      entries: entries.filter((entry) => entry.category === id),
    }))
    .filter((topic) => topic.entries.length > 0);
}
