// Which of the FAQ's languages meets what a person, a browser or a platform asks for.
import type { Bot, Language } from "./faq/faq.ts";

/**
 * The language asked for, else the browser's, else the FAQ's first.
 * @param asked the value of `?language=`
 * @param acceptLanguage the header, as in RFC 9110 §12.5.4
 */
export function chooseLanguage(
  languages: Bot["languages"],
  asked: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  const wishes = [asked ?? "", ...rankedTags(acceptLanguage ?? "")];
  for (const wish of wishes) {
    const found = languages.find((language) => isMet(wish, language));
    if (found) return found;
  }
  return languages[0];
}

/** The FAQ's language that meets a BCP 47 tag, if one does. */
export function closestLanguage(languages: Iterable<Language>, tag: string): Language | undefined {
  return [...languages].find((language) => isMet(tag.replaceAll("_", "-"), language));
}

/** The header's language tags, most wanted first; those with `q=0` are not wanted at all. */
function rankedTags(header: string): string[] {
  return header
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** `en-GB` is met by `en`; so is `in`, the code of Indonesian before 1989 that Java still uses, by `id`. */
function isMet(wish: string, language: Language): boolean {
  const tag = wish.toLowerCase().replace(/^in(?=-|$)/, "id");
  return `${tag}-`.startsWith(`${language.toLowerCase()}-`);
}
