// The workshop's page: the frame of its five views, which its script fills from the state.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import { chatIcon, mark } from "../../../functions/webhook/page/icons.ts";
import { makePage, type Page, pathIn } from "../../../functions/webhook/page/page.ts";
import { nameOfLanguage } from "../../../functions/webhook/page/ui-texts.ts";
import type { WorkshopAssets } from "./assets.ts";
import { viewNames } from "./route.ts";
import { pageLanguages, type StandingTexts, workshopTextsIn } from "./texts.ts";
import { askView, changesView, entriesView, findingsView, mapView, type Say } from "./views.ts";

/** @param language one of `pageLanguages`; English words for any other */
export function workshopPage({ script, style }: WorkshopAssets, language: string): Page {
  const texts = workshopTextsIn(language);
  const say = sayIn(texts);
  const { html: document, headers } = makePage({
    language,
    languages: pageLanguages,
    path: "/workshop",
    title: `Jelas: ${texts.title}`,
    description: texts.description,
    style,
    body: html`<a class="skip" id="skip" href="#content" ${say.text("skip")}</a>
<header class="bar">
<div class="brand">${mark}<div><h1 ${say.text("title")}</h1><p class="tagline" id="faq-name"></p></div></div>
<div id="learning" class="learning"></div>
<a class="bar-link" id="to-chat" href="${pathIn("/", language)}">${chatIcon}<span ${say.text("toChat")}</span></a>
${languageSwitch(language, say)}
</header>
${navigation(say)}
<p id="connection" class="notice" role="status"></p>
<p id="announcer" class="unseen" role="status"></p>
<main id="content">
<noscript><p class="notice">${texts.needsScript}</p></noscript>
<p id="loading" class="quiet" ${say.text("loading")}</p>
${[entriesView(say), askView(say), changesView(say), findingsView(say), mapView(say)]}
</main>`,
    script,
  });
  // Each start makes the page anew.
  return { html: document, headers: { ...headers, "cache-control": "no-store" } };
}

/** The page's script finds by these attributes what to say anew in another language. */
function sayIn(texts: StandingTexts): Say {
  return {
    text: (name) => html`data-text="${name}">${texts[name]}`,
    label: (name) => html`data-label="${name}" aria-label="${texts[name]}"`,
  };
}

function navigation(say: Say): Html {
  const links = viewNames.map(
    (view) =>
      html`<li><a href="#${view}" data-view="${view}"><span ${say.text(view)}</span><span class="count" id="count-${view}"></span></a></li>`,
  );
  return html`<nav class="views" ${say.label("views")}><ul>${links}</ul></nav>`;
}

function languageSwitch(current: string, say: Say): Html {
  const buttons = pageLanguages.map(
    (language) =>
      html`<button type="button" lang="${language}" data-language="${language}" aria-pressed="${String(language === current)}"><span aria-hidden="true">${language.toUpperCase()}</span><span class="unseen">${nameOfLanguage(language)}</span></button>`,
  );
  return html`<div class="languages" role="group" ${say.label("language")}>${buttons}</div>`;
}
