// The header's word on how far learning is, and what of a new state is worth saying aloud.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { WorkshopState } from "../../state.ts";
import { timeIn } from "../format.ts";
import type { WorkshopTexts } from "../texts.ts";
import { badge, type Shown } from "./shown.ts";
import { bar } from "./svg.ts";

export function learningView({ indexed: { state }, language, texts }: Shown): Element[] {
  const { learning, isBroken, lastSave } = state;
  const [kind, text, hint] = sayLearning(state, texts);
  const isQuiet = isBroken && learning.kind === "learnt";
  return [
    element(
      "p",
      { class: "learning-state" },
      ...(isQuiet ? [] : [badge(text, kind), element("span", { class: "unseen" }, ` ${hint}`)]),
      ...(isBroken ? [" ", badge(texts.broken, "bad")] : []),
    ),
    ...(isBroken ? [element("p", { class: "saved" }, texts.brokenHint)] : []),
    ...("share" in learning ? [bar(learning.share)] : []),
    ...(lastSave
      ? [element("p", { class: "saved" }, texts.savedAt(timeIn(language)(lastSave.sinceMs)))]
      : []),
  ];
}

function sayLearning({ learning }: WorkshopState, texts: WorkshopTexts) {
  // Whole percents: this is looked at, not reckoned with.
  const share = "share" in learning ? `${Math.floor(learning.share * 100)}%` : "";
  switch (learning.kind) {
    case "learnt":
      return ["good", texts.learnt, texts.learntHint] as const;
    case "hasty":
      return ["warn", texts.hasty(share), texts.hastyHint] as const;
    case "anew":
      return ["warn", texts.anew(share), texts.anewHint] as const;
    case "failed":
      return ["bad", texts.failed, texts.failedHint] as const;
  }
}

/** The same for states that differ only in how far learning is. */
export function newsOf({ indexed: { state }, texts }: Shown): string {
  const { learning, isBroken, lastSave, findings } = state;
  const kinds = {
    learnt: texts.learnt,
    hasty: texts.hastyHint,
    anew: texts.anewHint,
    failed: texts.failedHint,
  };
  const changed = lastSave
    ? texts.news(lastSave.questions.worse.length, lastSave.questions.better.length, findings.length)
    : texts.findingCount(findings.length);
  const broken = isBroken ? `${texts.broken}. ${texts.brokenHint}` : kinds[learning.kind];
  return `${broken} ${changed}`;
}
