// Puts the page's own words into another language, wherever its HTML marks a place for them.
import type { ChatFaq } from "../chat-faq.ts";
import { inLanguage } from "../in-language.ts";
import { type UiTexts, uiTextsIn } from "../ui-texts.ts";
import { byId } from "./element.ts";

export function showWords(faq: ChatFaq, language: string): void {
  const texts = uiTextsIn(language);
  const say = (attribute: string, put: (place: HTMLElement, text: string) => void) => {
    for (const place of document.querySelectorAll<HTMLElement>(`[data-${attribute}]`)) {
      const text = texts[place.dataset[attribute] as keyof UiTexts];
      if (typeof text === "string") put(place, text);
    }
  };
  say("text", (place, text) => {
    place.textContent = text;
  });
  say("label", (place, text) => {
    place.setAttribute("aria-label", text);
    if (place.title) place.title = text;
  });
  say("placeholder", (place, text) => place.setAttribute("placeholder", text));

  document.documentElement.lang = language;
  document.title = `${inLanguage(faq.name, language)}: ${texts.chatTitle}`;
  byId("to-faq", HTMLAnchorElement).search = `?language=${encodeURIComponent(language)}`;
  for (const choice of document.querySelectorAll<HTMLElement>("[data-language]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
  }
}
