// The likeliest entries, each with its score and what adds to it.
import { element, unseen } from "../../../../functions/webhook/page/client/element.ts";
import type { Contribution } from "../../../explain/contributions.ts";
import type { ExplainedEntry, Explanation } from "../../../explain/explain.ts";
import { percentIn, signedIn } from "../format.ts";
import { card, entryLink, langOf, type Shown, saidIn } from "./shown.ts";
import { bar, signedBar } from "./svg.ts";

/** Shown of each entry, the others summed up. */
const shownPieces = 8;

export function scoresView({ entries }: Explanation, shown: Shown): HTMLElement {
  const amounts = entries.flatMap(({ contributions }) =>
    contributions.map(({ amount }) => Math.abs(amount)),
  );
  const largest = Math.max(...amounts, 0);
  return card(
    shown.texts.topFive,
    "scores",
    element(
      "ol",
      { class: "score-list" },
      ...entries.map((entry, at) => scored(entry, at === 0, largest, shown)),
    ),
  );
}

function scored(
  { entry, score, logit, contributions }: ExplainedEntry,
  isFirst: boolean,
  largest: number,
  shown: Shown,
): HTMLElement {
  const { texts, language, indexed } = shown;
  const question = saidIn(indexed.entry(entry)?.question ?? {}, shown);
  const others = contributions.slice(shownPieces);
  const rest = others.reduce((sum, { amount }) => sum + amount, 0);
  const rows = [
    ...contributions
      .slice(0, shownPieces)
      .map((piece) => pieceRow(sayPiece(piece, shown), piece.amount, largest, language)),
    ...(others.length > 0
      ? [pieceRow(texts.othersTogether(others.length), rest, largest, language)]
      : []),
  ];
  return element(
    "li",
    { "data-key": entry },
    element(
      "p",
      { class: "score-head" },
      entryLink(entry, shown),
      unseen(`, ${texts.score} `),
      element("strong", {}, percentIn(language)(score)),
    ),
    bar(score),
    element("p", { class: "quiet", ...langOf(question.lang) }, question.text),
    element(
      "details",
      { "data-key": "pieces", ...(isFirst && { open: true as const }) },
      element("summary", {}, texts.whatAdds, unseen(` ${entry}`)),
      element(
        "table",
        { class: "pieces" },
        element("tbody", {}, ...rows),
        element(
          "tfoot",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "row" }, texts.logit),
            element("td", { class: "amount" }, signedIn(language)(logit)),
            element("td", {}),
          ),
        ),
      ),
    ),
  );
}

function pieceRow(name: string, amount: number, largest: number, language: string): HTMLElement {
  return element(
    "tr",
    { "data-key": name },
    element("th", { scope: "row" }, name),
    element("td", { class: "amount" }, signedIn(language)(amount)),
    element("td", { class: "piece-bar" }, signedBar(amount, largest)),
  );
}

function sayPiece({ kind, text }: Contribution, { texts }: Shown): string {
  return text === "" ? texts.piece[kind] : `${texts.piece[kind]}: ${text}`;
}
