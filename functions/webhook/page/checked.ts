// Says on which day an answer was last checked, in words of the reader's language.
import type { Language } from "../faq/faq.ts";

/**
 * @param label with `{date}` where the day goes
 * @param day `YYYY-MM-DD`
 */
export function sayChecked(label: string, day: string, language: Language): string {
  // Day before month, as nearly everyone who reads English outside the US writes it.
  const locale = language === "en" ? "en-GB" : language;
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return label.replace("{date}", () => format.format(new Date(day)));
}
