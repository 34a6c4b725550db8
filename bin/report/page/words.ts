// Numbers, days and names as people write them, in the page's language.
import type { ChannelName } from "../../../functions/webhook/channels/names.ts";
import type { KnownFaq } from "../known-faq.ts";
import { few } from "../report.ts";
import { type PageLanguage, pageTexts } from "./languages.ts";
import type { PageTexts } from "./texts.ts";

/** Everything that a part of the page needs to say something. */
export interface PageWords {
  readonly language: PageLanguage;
  readonly texts: PageTexts;
  /** Nought is what may not be told. */
  readonly number: (n: number) => string;
  /** A share of all, in whole percent; nothing where there is nothing to tell. */
  readonly share: (n: number, all: number) => string;
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
  readonly languageName: (code: string) => string;
  readonly channelName: (channel: string) => string;
  /** An entry's question, or its id where the FAQ can't be read. */
  readonly entryName: (entry: string) => string;
}

/** English days as most of the world writes them. */
const locales: Readonly<Record<PageLanguage, string>> = { id: "id", en: "en-GB" };

const platformNames: Readonly<Partial<Record<ChannelName, string>>> = {
  whatsapp: "WhatsApp",
  messenger: "Messenger",
  telegram: "Telegram",
  line: "LINE",
  twilio: "Twilio",
};

export function pageWords(language: PageLanguage, { entries }: KnownFaq): PageWords {
  const texts = pageTexts[language];
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    return (day: string) => format.format(new Date(day));
  };
  const channelNames: Readonly<Partial<Record<string, string>>> = {
    ...platformNames,
    web: texts.chatPage,
    generic: texts.generic,
  };
  return {
    language,
    texts,
    number: (n) => (n === 0 ? few : numbers.format(n)),
    share: (n, all) => (n === 0 ? "–" : percents.format(n / all)),
    day: dates({ day: "numeric", month: "long", year: "numeric" }),
    shortDay: dates({ day: "numeric", month: "short" }),
    languageName: (code) => nameOfLanguage(code, language),
    channelName: (channel) => channelNames[channel] ?? channel,
    entryName(entry) {
      const question = entries.get(entry)?.question;
      const written = question?.[language] ?? Object.values(question ?? {})[0];
      return entry === "-" ? texts.noEntry : written || entry;
    },
  };
}

function nameOfLanguage(code: string, language: PageLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // Not a code that there can be.
  }
}
