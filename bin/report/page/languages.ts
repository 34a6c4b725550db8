// The languages in which the report's page can be read.
import type { Language } from "../../../functions/webhook/faq/faq.ts";
import { english } from "./english.ts";
import { indonesian } from "./indonesian.ts";
import type { PageTexts } from "./texts.ts";

export const pageLanguages = ["id", "en"] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = {
  id: indonesian,
  en: english,
};

/** The first language of the FAQ that the page can be read in. */
export function pageLanguageFor(faqLanguages: readonly Language[]): PageLanguage {
  return faqLanguages.find(isPageLanguage) ?? "en";
}

function isPageLanguage(language: Language): language is PageLanguage {
  return (pageLanguages as readonly Language[]).includes(language);
}
