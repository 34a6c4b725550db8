// How many questions came to which outcome, before and now.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { TotalsChange } from "../../../diff/questions.ts";
import type { Outcome } from "../../../evaluation/outcome.ts";
import type { Shown } from "./shown.ts";

export function totalsTable(
  caption: string,
  { before, after }: TotalsChange,
  { texts }: Shown,
): HTMLElement {
  const row = (outcome: Outcome) => {
    const was = before?.[outcome];
    const gain = was === undefined ? 0 : after[outcome] - was;
    const difference = gain === 0 ? "" : gain > 0 ? `+${gain}` : `−${-gain}`;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, texts.outcomes[outcome]),
      element("td", {}, was === undefined ? "–" : String(was)),
      element("td", {}, String(after[outcome])),
      element("td", { class: "difference" }, difference),
    );
  };
  const heads = [texts.outcome, texts.before, texts.after, texts.difference];
  return element(
    "table",
    { class: "totals" },
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))),
    ),
    element("tbody", {}, ...Object.keys(after).map((outcome) => row(outcome as Outcome))),
  );
}
