// The chat page: an empty conversation, the FAQ as data, and the code that brings them together.
import type { Language } from "../faq/faq.ts";
import type { PublishedFaq } from "../faq/published.ts";
import { type ChatFaq, chatFaq } from "./chat-faq.ts";
import { dataElement, type Html, html, trusted } from "./html.ts";
import { mark, questionsIcon, sendIcon, topicsIcon } from "./icons.ts";
import { inLanguage } from "./in-language.ts";
import { makePage, type Page, type PageAssets, pathIn } from "./page.ts";
import { nameOfLanguage, type UiTexts, uiTextsIn } from "./ui-texts.ts";

type TextName = Exclude<keyof UiTexts, "similarFound" | "tooLong">;

/** The page's script finds by these attributes what to say anew in another language. */
function wordsOf(language: Language) {
  const texts = uiTextsIn(language);
  return {
    text: (name: TextName): Html => html`data-text="${name}">${texts[name]}`,
    label: (name: TextName): Html => html`data-label="${name}" aria-label="${texts[name]}"`,
  };
}

export function chatPage(
  published: PublishedFaq,
  assets: Pick<PageAssets, "chatScript" | "chatStyle">,
  language: Language,
): Page {
  const faq = chatFaq(published);
  const texts = uiTextsIn(language);
  const name = inLanguage(faq.name, language);
  const { text, label } = wordsOf(language);

  const body = html`<a class="skip" href="#question" ${text("skipToQuestion")}</a>
<header class="bar">
<div class="brand">${mark}<div><h1>${name}</h1><p class="tagline" ${text("tagline")}</p></div></div>
<a class="bar-link" id="to-faq" href="${pathIn("/faq", language)}">${questionsIcon}<span ${text("toFaq")}</span></a>
${languageSwitch(faq, language)}
</header>
<main>
<noscript><p class="notice">${texts.needsScript} <a href="${pathIn("/faq", language)}">${texts.allQuestions}</a></p></noscript>
<section id="welcome" aria-label="${name}"></section>
<div id="conversation" role="log" aria-live="polite" ${label("conversation")}></div>
</main>
<form id="ask" class="composer" novalidate ${label("yourQuestion")}>
<ul id="similar" class="similar" role="listbox" ${label("similar")} hidden></ul>
<p id="limit" class="limit" role="status"></p>
<button type="button" id="topics" class="round quiet" ${label("topics")} title="${texts.topics}">${topicsIcon}</button>
<label class="unseen" for="question" ${text("yourQuestion")}</label>
${questionField(texts)}
<button type="submit" class="round" ${label("send")} title="${texts.send}">${sendIcon}</button>
<p id="announcer" class="unseen" role="status"></p>
</form>
${dataElement("faq", faq)}`;

  return makePage({
    language,
    languages: faq.languages,
    path: "/",
    title: `${name}: ${texts.chatTitle}`,
    description: texts.chatDescription,
    style: assets.chatStyle,
    body,
    script: assets.chatScript,
  });
}

/**
 * An ARIA 1.2 combobox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. It has no name, so
 * that no browser can put what was typed into an address, and no spelling check, since some
 * browsers send the text away for one.
 */
function questionField(texts: UiTexts): Html {
  return html`<input id="question" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="similar" aria-describedby="limit" autocomplete="off" autocapitalize="sentences" spellcheck="false" enterkeyhint="send" data-placeholder="placeholder" placeholder="${texts.placeholder}">`;
}

function languageSwitch(faq: ChatFaq, current: Language): Html {
  if (faq.languages.length === 1) return trusted("");
  const buttons = faq.languages.map(
    (language) =>
      html`<button type="button" lang="${language}" data-language="${language}" aria-pressed="${String(language === current)}"><span aria-hidden="true">${language.toUpperCase()}</span><span class="unseen">${nameOfLanguage(language)}</span></button>`,
  );
  return html`<div class="languages" role="group" ${wordsOf(current).label("language")}>${buttons}</div>`;
}
