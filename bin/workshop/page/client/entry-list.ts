// The list of entries by category, and what typing into the filter leaves of it.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { WorkshopEntry } from "../../state.ts";
import type { Found } from "../filter.ts";
import { grouped } from "../indexed-state.ts";
import { fragmentOf } from "../route.ts";
import { badge, langOf, type Shown, saidIn } from "./shown.ts";

export function entryList(shown: Shown, chosen: string | undefined): HTMLElement[] {
  const { state } = shown.indexed;
  const byCategory = grouped(state.entries, ({ category }) => category);
  const order = [...new Set([...Object.keys(state.categories), ...byCategory.keys()])];
  return order.flatMap((category) => {
    const entries = byCategory.get(category);
    if (!entries) return [];
    const title = saidIn(state.categories[category] ?? {}, shown);
    return [
      element(
        "section",
        { class: "entry-group", "data-key": category },
        element("h3", langOf(title.lang), title.text || category),
        element("ul", {}, ...entries.map((entry) => row(entry, shown, entry.id === chosen))),
      ),
    ];
  });
}

function row(entry: WorkshopEntry, shown: Shown, isChosen: boolean): HTMLElement {
  const { texts, indexed } = shown;
  const { id } = entry;
  const question = saidIn(entry.question, shown);
  const findings = indexed.findingsOf(entry);
  const isWrong = findings.some(({ severity }) => severity === "error");
  const rivals = indexed.rivalsOf(id).length;
  const marks = [
    ...(findings.length > 0
      ? [badge(texts.findingCount(findings.length), isWrong ? "bad" : "warn")]
      : []),
    ...(rivals > 0 ? [badge(texts.rivalCount(rivals), "plain")] : []),
  ];
  return element(
    "li",
    { "data-key": id },
    element(
      "a",
      { href: fragmentOf("entries", id), ...(isChosen && { "aria-current": "true" }) },
      element("span", { class: "row-question", ...langOf(question.lang) }, question.text || id),
      element(
        "span",
        { class: "row-facts" },
        element("span", { class: "id" }, id),
        " ",
        sizes(entry, shown),
      ),
      element("span", { class: "row-marks" }, ...marks),
    ),
    element("p", { class: "hit", hidden: true }),
  );
}

/** `id 120 · en 98 · mixed 12`. */
function sizes({ phrasings }: WorkshopEntry, { texts, indexed }: Shown): string {
  const counts = grouped(phrasings, ({ language }) => language);
  const languages = [...new Set([...indexed.state.languages, ...counts.keys()])];
  return languages
    .map((language) => {
      const name = language === "mixed" ? texts.mixed : language;
      // Not to be torn apart at the end of a line.
      return `${name}\u00a0${counts.get(language)?.length ?? 0}`;
    })
    .join(" · ");
}

/** Scrolls the list, and nothing but the list, to the entry that is open. */
export function revealChosen(list: Element): void {
  const row = list.querySelector("[aria-current]")?.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (!row || (row.top >= frame.top && row.bottom <= frame.bottom)) return;
  list.scrollTop += row.top - frame.top - frame.height / 3;
}

/** Hides what wasn't found, and shows which way of asking made an entry be found. */
export function showFound(list: Element, found: readonly Found[]): void {
  const byId = new Map(found.map((one) => [one.entry, one]));
  for (const group of list.querySelectorAll<HTMLElement>(".entry-group")) {
    let isEmpty = true;
    for (const row of group.querySelectorAll<HTMLElement>("li")) {
      const one = byId.get(row.dataset.key ?? "");
      row.hidden = !one;
      if (one) isEmpty = false;
      const hit = row.querySelector<HTMLElement>(".hit");
      if (!hit) continue;
      const phrasing = one?.phrasing;
      hit.hidden = phrasing === undefined;
      hit.textContent = phrasing === undefined ? "" : `“${phrasing}”`;
    }
    group.hidden = isEmpty;
  }
}
