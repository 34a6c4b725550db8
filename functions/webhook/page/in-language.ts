// Picks one language's text out of all of them.
import type { Language, Texts } from "../faq/faq.ts";

/** Empty if it was never written in this language. */
export function inLanguage(texts: Texts, language: Language): string {
  return texts[language] ?? "";
}
