// One entry, whole: what it answers, what is wrong with it, how it looks, how people ask for it.

import { sayChecked } from "../../../../functions/webhook/page/checked.ts";
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { WorkshopEntry } from "../../state.ts";
import { fragmentOf } from "../route.ts";
import { findingItem } from "./findings-view.ts";
import { phrasingLists } from "./phrasing-lists.ts";
import { card, entryLinks, facts, langOf, type Shown, saidIn } from "./shown.ts";

export function entryView(
  id: string | undefined,
  previews: () => readonly Node[],
  shown: Shown,
): HTMLElement[] {
  const { texts, indexed } = shown;
  if (id === undefined) return [element("p", { class: "quiet" }, texts.chooseEntry)];
  const entry = indexed.entry(id);
  const back = element(
    "p",
    { class: "back", "data-key": "back" },
    element("a", { href: fragmentOf("entries"), id: "back" }, texts.backToList),
  );
  if (!entry) return [back, element("p", { class: "quiet" }, texts.noSuchEntry(id))];
  const title = saidIn(entry.question, shown);
  return [
    back,
    // A key of its own for each entry, so that another one starts with its details closed.
    element(
      "div",
      { class: "entry-body", "data-key": `entry ${id}` },
      element("h2", { id: "entry-title", tabindex: "-1", ...langOf(title.lang) }, title.text || id),
      head(entry, title.lang, shown),
      jumps(shown),
      findings(entry, shown),
      card(texts.answer, "answers", element("div", { class: "columns" }, ...answers(entry, shown))),
      card(texts.sources, "entry-sources", sources(entry, shown)),
      card(
        texts.previews,
        "previews",
        element("p", { class: "hint" }, texts.previewsHint),
        ...previews(),
      ),
      card(
        `${texts.phrasings}: ${entry.phrasings.length}`,
        "phrasings",
        element("p", { class: "hint" }, texts.phrasingsHint),
        ...phrasingLists(entry, shown),
      ),
    ),
  ];
}

function head(entry: WorkshopEntry, titleLanguage: string, shown: Shown): HTMLElement {
  const { texts, indexed } = shown;
  const { id, category, number, file, question, related, verified } = entry;
  const others = Object.entries(question)
    .filter(([language, text]) => language !== titleLanguage && text !== "")
    .map(([language, text]) => element("p", { class: "other-question", lang: language }, text));
  const categoryTitle = saidIn(indexed.state.categories[category] ?? {}, shown);
  return element(
    "div",
    { class: "entry-head", "data-key": "head" },
    ...others,
    facts([
      ["Id", element("code", {}, id)],
      [texts.file, element("code", {}, file)],
      [texts.category, element("span", langOf(categoryTitle.lang), categoryTitle.text || category)],
      [texts.number, String(number)],
      [texts.verified, verified === "" ? texts.neverVerified : sayDay(verified, shown)],
      ...(related.length > 0 ? [[texts.related, ...entryLinks(related, shown)] as const] : []),
    ]),
  );
}

/** A day that is none is shown as it was written; the linter says the rest. */
function sayDay(day: string, { language }: Shown): string {
  return Number.isNaN(Date.parse(day)) ? day : sayChecked("{date}", day, language);
}

/** Buttons, since an address leads to a view; what they lead to may lie far below. */
function jumps({ texts }: Shown): HTMLElement {
  const parts = [
    ["answers", texts.answer],
    ["previews", texts.previews],
    ["phrasings", texts.phrasings],
  ] as const;
  return element(
    "p",
    { class: "jumps", "data-key": "jumps" },
    `${texts.jumps}: `,
    ...parts.map(([key, text]) =>
      element("button", { type: "button", "data-jump": key, "data-key": key }, text),
    ),
  );
}

function findings(entry: WorkshopEntry, shown: Shown): HTMLElement {
  const { texts, indexed } = shown;
  const found = indexed.findingsOf(entry);
  return card(
    texts.findings,
    "entry-findings",
    found.length === 0
      ? element("p", { class: "quiet" }, texts.noFindingsHere)
      : element("ul", { class: "finding-list" }, ...found.map((one) => findingItem(one, shown))),
  );
}

function answers({ answer, short }: WorkshopEntry, { indexed, texts }: Shown): HTMLElement[] {
  const languages = [...new Set([...indexed.state.languages, ...Object.keys(answer)])];
  return languages.map((language) =>
    element(
      "div",
      { class: "answer", "data-key": language },
      element("h4", {}, language.toUpperCase()),
      element("p", { class: "answer-text", ...langOf(language) }, answer[language] || "–"),
      element(
        "p",
        { class: "hint" },
        `${texts.shortTitle}: `,
        element("span", langOf(language), short[language] || "–"),
      ),
    ),
  );
}

function sources({ sources }: WorkshopEntry, shown: Shown): HTMLElement {
  if (sources.length === 0) return element("p", { class: "quiet" }, shown.texts.noSources);
  const items = sources.map(({ title, url }) =>
    element("li", {}, sourceLink(saidIn(title, shown).text, url)),
  );
  return element("ul", { class: "sources" }, ...items);
}

/** Only what is a web address becomes a link; anything else is shown as it was written. */
function sourceLink(title: string, url: string | undefined): HTMLElement {
  if (url === undefined) return element("span", {}, title);
  if (!/^https?:\/\//i.test(url)) return element("span", {}, `${title} (${url})`);
  return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title);
}
