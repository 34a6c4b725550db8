// Says on which day an answer was last checked, in words of the reader's language.
import type { Language } from "../faq/faq.ts";

/**
 * @param label with `{date}` where the day goes
 * @param day `YYYY-MM-DD`
 */
export function sayChecked(label: string, day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return label.replace("{date}", () => format.format(new Date(day)));
}
