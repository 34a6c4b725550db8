// What changed among an entry's sources: whole ones, or a title in one language.
import type { Source } from "../../functions/webhook/faq/faq.ts";
import { oneForAll } from "../../functions/webhook/faq/one-for-all.ts";

export interface SourceChange {
  readonly title: string;
  readonly url?: string;
  /** The one in which the title is so; absent where it is the same in all. */
  readonly language?: string;
}

/** What one side's sources say and the other's don't. */
export function sourcesOnlyIn(
  sources: readonly Source[],
  others: readonly Source[],
): SourceChange[] {
  return sources.flatMap((source) => {
    const same = others.filter(({ url }) => url === source.url);
    const one = oneForAll(source.title);
    // Where a language is new, a title that is one for all has not changed.
    if (one !== undefined && same.some(({ title }) => oneForAll(title) === one)) return [];
    const titles = Object.entries(source.title);
    const changed = titles.filter(([language, text]) =>
      same.every(({ title }) => title[language] !== text),
    );
    if (one !== undefined && changed.length === titles.length) return [{ ...source, title: one }];
    return changed.map(([language, title]) => ({ ...source, title, language }));
  });
}
