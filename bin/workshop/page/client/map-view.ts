// The confusion map: a picture, what a chosen square stands for, and the same as a table.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { Confusion } from "../../../rivals/confusion.ts";
import { percentIn } from "../format.ts";
import { layOutMatrix } from "../matrix.ts";
import { matrixDrawing } from "./matrix-drawing.ts";
import { pairTable } from "./pair-table.ts";
import { rivalNote } from "./phrasing-lists.ts";
import { entryLink, langOf, type Shown } from "./shown.ts";
import { svg } from "./svg.ts";

export function mapView(chosen: readonly string[], shown: Shown): HTMLElement[] {
  const { texts, indexed } = shown;
  const { confusion, categories } = indexed.state;
  const { confusions, entries } = confusion;
  if (confusions.length === 0) return [element("p", { class: "quiet" }, whyNoMap(shown))];
  const matrix = layOutMatrix(
    confusion,
    (id) => indexed.entry(id)?.category ?? "",
    Object.keys(categories),
  );
  const isPart = matrix.entries.length < entries.length;
  return [
    ...(isPart
      ? [element("p", { class: "hint" }, texts.mapPart(matrix.entries.length, entries.length))]
      : []),
    element(
      "div",
      { class: "map-columns", "data-key": "picture" },
      element(
        "div",
        { class: "map-box" },
        element("p", { class: "readout", id: "readout" }, texts.pointHint),
        element(
          "div",
          {
            class: "map-scroll",
            role: "group",
            "aria-label": texts.mapName,
            "aria-describedby": "map-keys",
          },
          matrixDrawing(matrix, chosen, (one) => sayPair(one, shown)),
        ),
        element("p", { class: "hint", id: "map-keys" }, texts.mapKeys),
        legend(shown),
      ),
      element("div", { id: "pair", class: "pair", tabindex: "-1" }, ...pairView(chosen, shown)),
    ),
    pairTable(shown),
  ];
}

/** Without entries nothing has been worked out. */
function whyNoMap({ texts, indexed: { state } }: Shown): string {
  if (state.confusion.entries.length > 0) return texts.noConfusion;
  return state.isBroken ? texts.noMapWhileBroken : texts.noMapYet;
}

function sayPair({ from, to, count, share }: Confusion, shown: Shown): string {
  const { entries, sizes } = shown.indexed.state.confusion;
  const of = sizes[entries.indexOf(from)] ?? 0;
  return shown.texts.pair(count, of, from, to, percentIn(shown.language)(share));
}

function pairView([from, to]: readonly string[], shown: Shown): HTMLElement[] {
  const { texts, indexed } = shown;
  const { confusions } = indexed.state.confusion;
  const confusion = confusions.find((one) => one.from === from && one.to === to);
  if (!confusion) return [element("p", { class: "quiet" }, texts.pairHint)];
  const rivals = indexed.rivalsOf(confusion.from).filter(({ rival }) => rival === to);
  const items = rivals.map((rival) =>
    element(
      "li",
      { "data-key": `${rival.phrasing.language} ${rival.phrasing.text}` },
      element("p", langOf(rival.phrasing.language), rival.phrasing.text),
      element(
        "p",
        { class: "hint" },
        element("code", {}, `${rival.place.file}:${rival.place.line}`),
      ),
      rivalNote(rival, shown),
    ),
  );
  return [
    element("h3", {}, `${confusion.from} → ${confusion.to}`),
    element("p", {}, sayPair(confusion, shown)),
    element(
      "p",
      {},
      `${texts.open}: `,
      entryLink(confusion.from, shown),
      ", ",
      entryLink(confusion.to, shown),
    ),
    ...(items.length === 0
      ? [element("p", { class: "quiet" }, texts.pairUnknown)]
      : [element("h4", {}, texts.pairPhrasings), element("ul", { class: "taken-list" }, ...items)]),
  ];
}

function legend({ texts }: Shown): HTMLElement {
  const steps = [1, 2, 3, 4, 5].map((heat) =>
    svg("rect", { class: `heat-${heat}`, x: (heat - 1) * 18, width: 16, height: 16, rx: 3 }),
  );
  return element(
    "p",
    { class: "legend hint" },
    `${texts.legend}: ${texts.fewer} `,
    svg("svg", { viewBox: "0 0 88 16", width: 88, height: 16, "aria-hidden": "true" }, ...steps),
    ` ${texts.more}`,
  );
}
