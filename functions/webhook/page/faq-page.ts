// The FAQ page: every question and answer, to read, search and print without any script.
import type { Language } from "../faq/faq.ts";
import type { PublishedEntry, PublishedFaq } from "../faq/published.ts";
import { sayChecked } from "./checked.ts";
import { type Html, html, trusted } from "./html.ts";
import { chatIcon, mark } from "./icons.ts";
import { inLanguage } from "./in-language.ts";
import { makePage, type Page, type PageAssets, pathIn } from "./page.ts";
import { isSafeLink, splitParagraphs } from "./paragraphs.ts";
import { type Topic, topicsOf } from "./topics.ts";
import { nameOfLanguage, uiTextsIn } from "./ui-texts.ts";

const nothing = trusted("");

// An entry's id is its anchor and holds no colon, so ours never meet one of theirs.
const contentsAnchor = "page:contents";
const questionsAnchor = "page:questions";

export function faqPage(
  faq: PublishedFaq,
  assets: Pick<PageAssets, "faqStyle">,
  language: Language,
): Page {
  const { languages, messages } = faq.bot;
  const texts = uiTextsIn(language);
  const name = inLanguage(faq.bot.name, language);
  const topics = topicsOf(faq);
  const chat = pathIn("/", language);

  const body = html`<a class="skip" href="#${questionsAnchor}">${texts.skipToQuestions}</a>
<header class="bar">
<a class="brand" href="${chat}">${mark}<span class="wordmark">${name}</span></a>
<a class="bar-link" href="${chat}">${chatIcon}<span>${texts.toChat}</span></a>
${languageLinks(languages, language)}
</header>
<main>
<div class="opening">
<h1>${texts.faqTitle}</h1>
<p class="tagline">${texts.tagline}</p>
</div>
${contents(topics, language)}
<div class="questions" id="${questionsAnchor}" tabindex="-1">
${topics.map((topic) => section(topic, faq, language))}</div>
</main>
<footer>
<h2>${texts.privacy}</h2>
${paragraphs(inLanguage(messages.privacy, language))}
</footer>
`;

  return makePage({
    language,
    languages,
    path: "/faq",
    title: `${name}: ${texts.faqTitle}`,
    description: texts.faqDescription,
    style: assets.faqStyle,
    body,
  });
}

function languageLinks(languages: readonly Language[], current: Language): Html {
  if (languages.length === 1) return nothing;
  const links = languages.map((language) => {
    const isCurrent = language === current ? trusted(' aria-current="true"') : nothing;
    return html`<a href="${pathIn("/faq", language)}" hreflang="${language}" lang="${language}"${isCurrent}><span aria-hidden="true">${language.toUpperCase()}</span><span class="unseen">${nameOfLanguage(language)}</span></a>`;
  });
  return html`<nav class="languages" aria-label="${uiTextsIn(current).language}">${links}</nav>`;
}

function contents(topics: readonly Topic<PublishedEntry>[], language: Language): Html {
  const items = topics.map(
    ({ title, entries }) => html`<li><details>
<summary>${inLanguage(title, language)} <span class="count">${String(entries.length)}</span></summary>
<ul>
${entries.map((entry) => questionItem(entry, language))}</ul>
</details></li>
`,
  );
  return html`<nav class="contents" id="${contentsAnchor}" aria-labelledby="${contentsAnchor}-title">
<h2 id="${contentsAnchor}-title">${uiTextsIn(language).contents}</h2>
<ul>
${items}</ul>
</nav>`;
}

function section(topic: Topic<PublishedEntry>, faq: PublishedFaq, language: Language): Html {
  const anchor = `topic:${topic.id}`;
  return html`<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${inLanguage(topic.title, language)}</h2>
${topic.entries.map((entry) => article(entry, faq, language))}</section>
`;
}

function article(entry: PublishedEntry, faq: PublishedFaq, language: Language): Html {
  const texts = uiTextsIn(language);
  const question = inLanguage(entry.question, language);
  return html`<article id="${entry.id}">
<h3>${question} <a class="anchor" href="#${entry.id}" aria-label="${`${texts.linkHere}: ${question}`}">#</a></h3>
${paragraphs(inLanguage(entry.answer, language))}${sources(entry, faq, language)}${checked(entry, faq, language)}${related(entry, faq, language)}<p class="back"><a href="#${contentsAnchor}">${texts.backToContents}</a></p>
</article>
`;
}

function paragraphs(text: string): Html {
  const written = splitParagraphs(text).map((pieces) => {
    const content = pieces.map(({ text, url }) => (url ? link(url, text) : html`${text}`));
    return html`<p>${content}</p>
`;
  });
  return html`${written}`;
}

function sources(entry: PublishedEntry, faq: PublishedFaq, language: Language): Html {
  if (entry.sources.length === 0) return nothing;
  const items = entry.sources.map(({ title, url }) => {
    const name = inLanguage(title, language);
    return html`<li>${isSafeLink(url) ? link(url, name) : name}</li>
`;
  });
  return html`<p class="label">${inLanguage(faq.bot.labels.source, language)}</p>
<ul class="sources">
${items}</ul>
`;
}

function checked({ verified }: PublishedEntry, faq: PublishedFaq, language: Language): Html {
  if (verified === "") return nothing;
  const label = inLanguage(faq.bot.labels.checked, language);
  return html`<p class="checked">${sayChecked(label, verified, language)}</p>
`;
}

function related(entry: PublishedEntry, faq: PublishedFaq, language: Language): Html {
  const items = entry.related
    .map((id) => faq.entries.find((other) => other.id === id))
    .filter((other) => other !== undefined)
    .map((other) => questionItem(other, language));
  if (items.length === 0) return nothing;
  return html`<div class="related">
<p class="label">${inLanguage(faq.bot.labels.related, language)}</p>
<ul>
${items}</ul>
</div>
`;
}

function questionItem({ id, question }: PublishedEntry, language: Language): Html {
  return html`<li><a href="#${id}">${inLanguage(question, language)}</a></li>
`;
}

function link(url: string, text: string): Html {
  return html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
}
