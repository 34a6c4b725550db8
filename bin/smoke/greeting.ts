// What a deployed bot is asked in each language, chosen so that it spoils no figure.
import type { Faq, Language } from "../../functions/webhook/faq/faq.ts";

export interface Greeting {
  readonly language: Language;
  readonly text: string;
}

/** The first small talk, for counts tell little about it; a FAQ without any has its questions. */
export function greetingsOf({ bot, entries }: Faq): Greeting[] {
  return bot.languages.flatMap((language) => {
    const phrasing = bot.smalltalk
      .filter(({ language: only = language }) => only === language)
      .flatMap(({ phrasings }) => phrasings)
      .find((other) => other.language === language);
    const text = phrasing?.text ?? entries[0]?.question[language];
    return text ? [{ language, text }] : [];
  });
}
