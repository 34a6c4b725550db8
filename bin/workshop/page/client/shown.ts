// What every view is given to show, and the small pieces that several of them build alike.

import { element } from "../../../../functions/webhook/page/client/element.ts";
import { inLanguage } from "../../../../functions/webhook/page/in-language.ts";
import type { IndexedState } from "../indexed-state.ts";
import { fragmentOf } from "../route.ts";
import type { WorkshopTexts } from "../texts.ts";

export interface Shown {
  readonly indexed: IndexedState;
  /** The page's own; the FAQ may not have it. */
  readonly language: string;
  readonly texts: WorkshopTexts;
}

/** A text of the FAQ in the page's language, else in the first in which it was written. */
export function saidIn(
  texts: Readonly<Record<string, string>>,
  { language, indexed }: Shown,
): { readonly text: string; readonly lang: string } {
  const lang =
    [language, ...indexed.state.languages].find((lang) => inLanguage(texts, lang) !== "") ?? "";
  return { text: inLanguage(texts, lang), lang };
}

/** Nothing for `mixed`, which is no language. */
export function langOf(language: string): Readonly<Record<string, string>> {
  return language === "" || language === "mixed" ? {} : { lang: language };
}

/** An id that leads to its entry, if there is one. */
export function entryLink(id: string, { indexed }: Shown): HTMLElement {
  const isThere = indexed.entry(id) !== undefined;
  if (!isThere) return element("span", { class: "id" }, id);
  return element("a", { class: "id", href: fragmentOf("entries", id) }, id);
}

/** Several of them, with commas between. */
export function entryLinks(ids: readonly string[], shown: Shown): (HTMLElement | string)[] {
  return ids.flatMap((id, at) => [...(at === 0 ? [] : [", "]), entryLink(id, shown)]);
}

export function badge(text: string, kind: "bad" | "warn" | "good" | "plain"): HTMLElement {
  return element("span", { class: `badge ${kind}` }, text);
}

/** Rows of a name and what is known under it. */
export function facts(
  rows: readonly (readonly [name: string, ...value: (Node | string)[]])[],
): HTMLElement {
  return element(
    "dl",
    { class: "facts" },
    ...rows.map(([name, ...value]) =>
      element("div", { "data-key": name }, element("dt", {}, name), element("dd", {}, ...value)),
    ),
  );
}

export function card(title: string, key: string, ...content: (Node | string)[]): HTMLElement {
  return element(
    "section",
    { class: `card ${key}`, "data-key": key },
    element("h3", { tabindex: "-1" }, title),
    ...content,
  );
}
