// An entry's ways of asking by language, those marked that another entry would win.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { LocatedRival } from "../../../rivals/locate.ts";
import type { WorkshopEntry, WorkshopPhrasing } from "../../state.ts";
import { grouped } from "../indexed-state.ts";
import { badge, entryLink, langOf, type Shown } from "./shown.ts";

export function phrasingLists(entry: WorkshopEntry, shown: Shown): HTMLElement[] {
  const { texts, indexed } = shown;
  const rivals = new Map(indexed.rivalsOf(entry.id).map((rival) => [keyOf(rival.phrasing), rival]));
  const byLanguage = grouped(entry.phrasings, ({ language }) => language);
  const languages = [...new Set([...indexed.state.languages, ...byLanguage.keys()])];
  return languages.map((language) => {
    const phrasings = byLanguage.get(language) ?? [];
    const taken = phrasings.filter((phrasing) => rivals.has(keyOf(phrasing))).length;
    return element(
      "details",
      { open: true, "data-key": language },
      element(
        "summary",
        {},
        `${language === "mixed" ? texts.mixed : language.toUpperCase()}: ${phrasings.length}`,
        ...(taken > 0 ? [" ", badge(texts.rivalCount(taken), "plain")] : []),
      ),
      element(
        "ul",
        { class: "phrasing-list" },
        ...phrasings.map((phrasing) => item(phrasing, rivals.get(keyOf(phrasing)), shown)),
      ),
    );
  });
}

function item(
  phrasing: WorkshopPhrasing,
  rival: LocatedRival | undefined,
  shown: Shown,
): HTMLElement {
  const { text, language, line } = phrasing;
  return element(
    "li",
    { "data-key": keyOf(phrasing), ...(rival && { class: "is-taken" }) },
    element(
      "span",
      { class: "line-number" },
      element("span", { "aria-hidden": "true" }, String(line)),
      element("span", { class: "unseen" }, shown.texts.line(line)),
    ),
    element(
      "div",
      {},
      element("span", langOf(language), text),
      ...(rival ? [rivalNote(rival, shown)] : []),
    ),
  );
}

/** Who would win it, and with which of its own ways of asking. */
export function rivalNote(rival: LocatedRival, shown: Shown): HTMLElement {
  const { texts } = shown;
  const { closest, closestPlace } = rival;
  return element(
    "p",
    { class: "rival-note" },
    `${texts.taken} `,
    entryLink(rival.rival, shown),
    `, ${texts.closest} `,
    element("q", langOf(closest.language), closest.text),
    " ",
    element("code", {}, `${closestPlace.file}:${closestPlace.line}`),
  );
}

function keyOf({ language, text }: Pick<WorkshopPhrasing, "language" | "text">): string {
  return `${language} ${text}`;
}
