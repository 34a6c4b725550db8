// A text in paragraphs, with its addresses to be followed.
import { splitParagraphs } from "../paragraphs.ts";
import { uiTextsIn } from "../ui-texts.ts";
import { element, unseen } from "./element.ts";

export function paragraphs(text: string, language: string): HTMLElement[] {
  return splitParagraphs(text).map((pieces) => {
    const content = pieces.map(({ text, url }) => (url ? link(url, text, language) : text));
    return element("p", {}, ...content);
  });
}

/** In a tab of its own, since the conversation ends with its page. */
export function link(url: string, text: string, language: string): HTMLAnchorElement {
  const attributes = {
    href: url,
    rel: "noopener noreferrer",
    target: "_blank",
  };
  return element("a", attributes, text, unseen(` (${uiTextsIn(language).opensNewTab})`));
}
