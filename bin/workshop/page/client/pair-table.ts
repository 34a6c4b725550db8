// The confusion map as a table, for those who read rather than look.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import { percentIn } from "../format.ts";
import { fragmentOf } from "../route.ts";
import { entryLink, type Shown } from "./shown.ts";

export function pairTable(shown: Shown): HTMLElement {
  const { texts, indexed, language } = shown;
  const { confusions } = indexed.state.confusion;
  const percent = percentIn(language);
  const rows = confusions.map(({ from, to, count, share }) =>
    element(
      "tr",
      { "data-key": `${from} ${to}` },
      element("th", { scope: "row" }, entryLink(from, shown)),
      element("td", {}, entryLink(to, shown)),
      element("td", { class: "amount" }, String(count)),
      element(
        "td",
        { class: "amount" },
        element("a", { href: fragmentOf("map", from, to) }, percent(share)),
      ),
    ),
  );
  const heads = [texts.from, texts.to, texts.phrasingsTaken, texts.share];
  return element(
    "details",
    { class: "map-table", "data-key": "table" },
    element("summary", {}, texts.asTable(confusions.length)),
    element(
      "div",
      { class: "table-scroll", tabindex: "0", role: "group", "aria-label": texts.mapName },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))),
        ),
        element("tbody", {}, ...rows),
      ),
    ),
  );
}
