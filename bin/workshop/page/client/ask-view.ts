// Why a question is answered as it is: decision, certainty, words, the likeliest entries.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import { doubtOf } from "../../../explain/doubt.ts";
import type { Explanation } from "../../../explain/explain.ts";
import type { Explained } from "../../explained.ts";
import { percentIn } from "../format.ts";
import { scoresView } from "./scores-view.ts";
import { badge, card, entryLink, entryLinks, facts, langOf, type Shown } from "./shown.ts";
import { bar } from "./svg.ts";
import { wordsView } from "./words-view.ts";

export function askView({ explanation, reply }: Explained, shown: Shown): HTMLElement[] {
  const { texts } = shown;
  const { hasWords, entries, choice, language } = explanation;
  const doubt = doubtOf(explanation);
  return [
    card(
      texts.decision,
      "decision",
      ...(choice ? [element("p", { class: "hint" }, texts.isChoice)] : []),
      element("p", { class: "decided" }, ...decided(explanation, shown)),
      ...(doubt ? [element("p", { class: "hint" }, texts.doubts[doubt])] : []),
    ),
    ...(hasWords ? [howSure(explanation, shown)] : []),
    wordsView(explanation, shown),
    card(texts.replyText, "reply", element("p", langOf(language), reply)),
    ...(entries.length > 0 ? [scoresView(explanation, shown)] : []),
    element("p", { class: "hint", "data-key": "to-do" }, texts.whatToDo),
  ];
}

function decided({ decision, hasWords }: Explanation, shown: Shown): (Node | string)[] {
  const { texts } = shown;
  if (!hasWords) return [texts.noWords];
  switch (decision.kind) {
    case "answer":
      return [`${texts.answers} `, entryLink(decision.entry, shown)];
    case "suggest":
      return [`${texts.suggests} `, ...entryLinks(decision.entries, shown)];
    case "smalltalk":
      return [texts.smalltalk(decision.smalltalk)];
    case "fallback":
      if (decision.nearest === undefined) return [`${texts.fallback}.`];
      return [`${texts.fallback}. ${texts.nearest} `, entryLink(decision.nearest, shown)];
  }
}

/** Two scales from 0 to 1 under each other, each with its threshold. */
function howSure(explanation: Explanation, shown: Shown): HTMLElement {
  const { texts, language } = shown;
  const { confidence, reach, thresholds, subject, offtopic, smalltalk } = explanation;
  const percent = percentIn(language);
  const kinds = [
    `${texts.kindSubject} ${percent(subject)}`,
    `${texts.kindOfftopic} ${percent(offtopic.share)}`,
    `${texts.kindSmalltalk} ${percent(smalltalk?.share ?? 0)}`,
  ];
  return card(
    texts.howSure,
    "certainty",
    scale(texts.confidence, confidence, thresholds.answer, shown),
    scale(texts.reach, reach, thresholds.suggest, shown),
    element("p", { class: "hint" }, texts.confidenceHint),
    facts([
      [texts.kinds, kinds.join(", ")],
      [texts.questionLanguage, explanation.language],
    ]),
  );
}

function scale(name: string, value: number, threshold: number, shown: Shown): HTMLElement {
  const { texts, language } = shown;
  const percent = percentIn(language);
  const isEnough = value >= threshold;
  return element(
    "div",
    { class: `scale ${isEnough ? "enough" : "too-little"}` },
    element(
      "p",
      { class: "scale-words" },
      element("strong", {}, `${name} ${percent(value)}`),
      ` ${threshold > 1 ? texts.needsNever : texts.needs(percent(threshold))} `,
      badge(isEnough ? texts.isEnough : texts.isTooLittle, isEnough ? "good" : "plain"),
    ),
    bar(value, threshold),
    element(
      "p",
      { class: "scale-ends", "aria-hidden": "true" },
      element("span", {}, "0%"),
      element("span", {}, "100%"),
    ),
  );
}
