// Puts the page's standing words into another language, and the language into its addresses.
import { byId } from "../../../../functions/webhook/page/client/element.ts";
import type { StandingTexts, WorkshopTexts } from "../texts.ts";

export function showPageWords(texts: WorkshopTexts, language: string): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-text]")) {
    place.textContent = texts[place.dataset.text as keyof StandingTexts];
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-label]")) {
    place.setAttribute("aria-label", texts[place.dataset.label as keyof StandingTexts]);
  }
  document.documentElement.lang = language;
  document.title = `Jelas: ${texts.title}`;
  const search = `?language=${encodeURIComponent(language)}`;
  byId("to-chat", HTMLAnchorElement).search = search;
  history.replaceState(null, "", `${search}${location.hash}`);
  for (const choice of document.querySelectorAll<HTMLElement>("[data-language]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
  }
}
