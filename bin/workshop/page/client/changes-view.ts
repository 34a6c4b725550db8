// What saving did: which questions go otherwise than before, and how many of each outcome.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { QuestionChange, QuestionChanges, Told } from "../../../diff/questions.ts";
import type { Effect, WorkshopState } from "../../state.ts";
import { timeIn } from "../format.ts";
import type { WorkshopTexts } from "../texts.ts";
import { badge, card, langOf, type Shown } from "./shown.ts";
import { totalsTable } from "./totals-table.ts";

export function changesView(shown: Shown): HTMLElement[] {
  const { texts, indexed } = shown;
  const { lastSave, sinceStart } = indexed.state;
  if (!lastSave) return [element("p", { class: "quiet" }, texts.noSave)];
  return [
    effectView(texts.lastSave, "last-save", lastSave, shown),
    ...(sinceStart ? [effectView(texts.sinceStart, "since-start", sinceStart, shown)] : []),
  ];
}

function effectView(title: string, key: string, effect: Effect, shown: Shown): HTMLElement {
  const { texts, language, indexed } = shown;
  const { sinceMs, files, questions, isFinal } = effect;
  return card(
    `${title} (${timeIn(language)(sinceMs)})`,
    key,
    ...(files.length > 0
      ? [element("ul", { class: "chips files" }, ...files.map((file) => element("li", {}, file)))]
      : []),
    ...(isFinal
      ? []
      : [
          element(
            "p",
            { class: "provisional", "data-key": "provisional" },
            sayProvisional(indexed.state, texts),
          ),
        ]),
    element("p", { class: "change-counts", "data-key": "counts" }, ...counts(questions, shown)),
    ...changeList("worse", key === "last-save", questions, shown),
    ...changeList("better", key === "last-save", questions, shown),
    ...changeList("other", false, questions, shown),
    element(
      "div",
      { class: "columns", "data-key": "totals" },
      totalsTable(
        texts.labelled(questions.totals.labelled.questions),
        questions.totals.labelled,
        shown,
      ),
      totalsTable(texts.own(questions.totals.own.questions), questions.totals.own, shown),
    ),
    ...(questions.strangers.length > 0
      ? [element("p", { class: "hint" }, texts.strangers(questions.strangers.length))]
      : []),
  );
}

function sayProvisional({ learning }: WorkshopState, texts: WorkshopTexts): string {
  switch (learning.kind) {
    case "learnt":
      return texts.judging;
    case "failed":
      return texts.failedHint;
    default:
      return texts.provisional(`${Math.floor(learning.share * 100)}%`);
  }
}

function counts({ worse, better, other }: QuestionChanges, { texts }: Shown): (Node | string)[] {
  if (worse.length + better.length + other.length === 0) return [texts.nothingChanged];
  return [
    badge(texts.worse(worse.length), worse.length > 0 ? "bad" : "plain"),
    " ",
    badge(texts.better(better.length), better.length > 0 ? "good" : "plain"),
    " ",
    badge(texts.other(other.length), "plain"),
  ];
}

function changeList(
  key: "worse" | "better" | "other",
  isOpen: boolean,
  questions: QuestionChanges,
  shown: Shown,
): HTMLElement[] {
  const changes = questions[key];
  if (changes.length === 0) return [];
  return [
    element(
      "details",
      { "data-key": key, class: `change-group ${key}`, ...(isOpen && { open: true as const }) },
      element("summary", {}, shown.texts[key](changes.length)),
      element("ul", {}, ...changes.map((change) => changeItem(change, shown))),
    ),
  ];
}

function changeItem(change: QuestionChange, shown: Shown): HTMLElement {
  const { texts } = shown;
  const { text, language, from, to } = change;
  return element(
    "li",
    { "data-key": `${language} ${text}` },
    element("p", { class: "change-text", ...langOf(language) }, text),
    element(
      "p",
      { class: "change-outcome" },
      element("span", { class: "unseen" }, `${texts.before}: `),
      element("span", { class: "from" }, sayTold(from, shown)),
      element("span", { "aria-hidden": "true" }, " → "),
      element("span", { class: "unseen" }, `. ${texts.after}: `),
      element("strong", {}, sayTold(to, shown)),
    ),
    element("p", { class: "hint" }, sayLabel(change, shown)),
  );
}

function sayTold({ decision, outcome }: Told, { texts }: Shown): string {
  const said = sayDecision(decision, texts);
  return outcome === undefined ? said : `${said} (${texts.outcomes[outcome]})`;
}

function sayDecision(decision: Told["decision"], { decided }: WorkshopTexts): string {
  switch (decision.kind) {
    case "answer":
      return decided.answer(decision.entry);
    case "suggest":
      return decided.suggest(decision.entries.join(", "));
    case "smalltalk":
      return decided.smalltalk(decision.smalltalk);
    case "fallback":
      return decided.fallback;
  }
}

function sayLabel({ origin, accepted }: QuestionChange, { texts }: Shown): string {
  if (origin === "former") return texts.isFormer;
  if (accepted.length === 0) return texts.acceptsNone;
  const entries = accepted.join(" / ");
  return origin === "entry" ? texts.isQuestionOf(entries) : texts.accepts(entries);
}
