// A text that is the same in every language, such as a source's title that is given only once.
import type { Language, Texts } from "./faq.ts";

export function sameInAll(text: string, languages: readonly Language[]): Texts {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

/** The text that stands in every language, if it is one. */
export function oneForAll(texts: Texts): string | undefined {
  const [first, ...others] = Object.values(texts);
  return others.every((text) => text === first) ? first : undefined;
}
