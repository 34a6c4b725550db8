// An answer as the apps show it: bubbles with buttons, and in words what gets lost.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { Loss } from "../../../previews/loss.ts";
import type { Preview, PreviewButton, PreviewMessage } from "../../../previews/preview.ts";
import { grouped } from "../indexed-state.ts";
import { langOf, type Shown } from "./shown.ts";
import { formattedText } from "./spans.ts";

/** The chat page needs no preview, it is one link away; what a program shows is its own affair. */
const previewed = ["whatsapp", "telegram", "line", "messenger", "twilio"];

/** @param answer as it was written, to show what a cut leaves out */
export function previewView(
  previews: readonly Preview[],
  language: string,
  answer: string,
  shown: Shown,
): HTMLElement {
  const byChannel = new Map<string, Preview>(previews.map((one) => [one.channel, one]));
  const shownOnes = previewed.flatMap((name) => byChannel.get(name) ?? []);
  return element(
    "div",
    { class: "preview-grid", "data-key": "grid" },
    ...shownOnes.map((preview) =>
      element(
        "section",
        { class: `preview ${preview.channel}`, "data-key": preview.channel },
        element("h4", {}, preview.title),
        element(
          "div",
          { class: "screen", ...langOf(language) },
          ...preview.messages.map((message) => messageView(message, shown)),
        ),
        ...losses(preview.losses, answer, shown),
      ),
    ),
  );
}

function messageView({ text, spans, buttons, sms }: PreviewMessage, shown: Shown): HTMLElement {
  const { texts, language } = shown;
  const rows = buttons.filter(({ kind }) => kind === "row");
  const others = buttons.filter(({ kind }) => kind !== "row");
  return element(
    "div",
    { class: "shown-message" },
    element("p", { class: "shown-text" }, ...formattedText(text, spans)),
    ...(others.length > 0 ? [buttonList(others, texts.buttons, language)] : []),
    ...(rows.length > 0 ? [rowList(rows, shown)] : []),
    ...(sms
      ? [
          element(
            "p",
            { class: "sms-size", lang: language },
            texts.smsSize(sms.segments, sms.encoding),
            ...(sms.outside.length > 0
              ? [` ${texts.smsOutside(sms.outside.map(({ character }) => character).join(" "))}`]
              : []),
          ),
        ]
      : []),
  );
}

/** Not buttons here: nothing would come of a press. */
function buttonList(
  buttons: readonly PreviewButton[],
  label: string,
  labelLanguage: string,
): HTMLElement {
  const lines = [
    ...grouped(buttons, ({ line, title }) => (line === undefined ? title : `${line}`)),
  ];
  return element(
    "div",
    { class: `shown-buttons ${buttons[0]?.kind ?? ""}` },
    element("p", { class: "unseen", lang: labelLanguage }, label),
    ...lines.map(([, line]) =>
      element("ul", {}, ...line.map(({ title }) => element("li", {}, title))),
    ),
  );
}

function rowList(rows: readonly PreviewButton[], { texts, language }: Shown): HTMLElement {
  const sections = [...grouped(rows, ({ section }) => section ?? "")];
  return element(
    "details",
    { class: "shown-rows", "data-key": "rows" },
    element("summary", { lang: language }, `${texts.listBehind}: ${rows.length}`),
    ...sections.map(([section, those]) =>
      element(
        "div",
        {},
        ...(section === "" ? [] : [element("p", { class: "row-section" }, section)]),
        element(
          "ul",
          {},
          ...those.map(({ title, description }) =>
            element(
              "li",
              {},
              element("span", {}, title),
              ...(description === undefined ? [] : [element("small", {}, description)]),
            ),
          ),
        ),
      ),
    ),
  );
}

function losses(losses: readonly Loss[], answer: string, shown: Shown): HTMLElement[] {
  const { texts } = shown;
  if (losses.length === 0) return [element("p", { class: "whole" }, texts.nothingLost)];
  return [
    element("h5", {}, texts.lost),
    element(
      "ul",
      { class: "losses" },
      ...losses.map((loss, at) =>
        element(
          "li",
          { "data-key": `${at} ${loss.kind}` },
          element("p", {}, texts.loss(loss)),
          ...(loss.kind === "text-cut" && loss.field === "answer"
            ? [cutAway(answer.slice(loss.at).trim(), loss, shown)]
            : []),
        ),
      ),
    ),
  ];
}

function cutAway(text: string, { language }: Loss, { texts }: Shown): HTMLElement {
  return element(
    "details",
    { "data-key": "cut" },
    element("summary", {}, texts.notShown),
    element("p", { class: "cut-away", lang: language }, text),
  );
}
