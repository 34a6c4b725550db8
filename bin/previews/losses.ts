// Compares what a channel shows with what was written.
import { encodeChoice } from "../../functions/webhook/choice.ts";
import type { Option } from "../../functions/webhook/reply.ts";
import type { PreviewChannel } from "./channels.ts";
import type { Limits } from "./limits.ts";
import type { Loss, LossKind } from "./loss.ts";
import { commonLength, placesIn } from "./places.ts";
import type { PreviewButton, PreviewMessage, ShownMessage } from "./preview.ts";
import type { Said } from "./said.ts";
import type { Origin, Written } from "./written.ts";

export function lossesOf(
  said: Said,
  shown: PreviewMessage,
  channel: PreviewChannel,
  limits: Limits,
): Loss[] {
  const { name } = channel;
  // The chat page and programs are given everything, and show it in their own way.
  if (!losesAny(limits)) return [];
  const losses: Loss[] = [];
  const add = ({ origin }: { origin: Origin }, loss: LossKind) => {
    losses.push({ ...origin, channel: name, ...loss });
  };
  addTextLosses(said, shown, limits, add);
  addOptionLosses(said, shown, limits, add);
  for (const button of shown.buttons) addTitleLosses(said, button, limits, add);
  const places = placesIn(shown.text, [...said.text, ...said.around]);
  for (const { style, start, end, isAccidental } of shown.spans) {
    // What begins elsewhere is the bot's own: a number before an option.
    const place = places.find((place) => place.start <= start && start < place.end);
    if (!isAccidental || !place) continue;
    const text = shown.text.slice(start, end);
    add(place.piece, { kind: "formatting", style, shown: text, at: start - place.start });
  }
  return losses;
}

export function losesAny({ text }: Limits): boolean {
  return text < Number.POSITIVE_INFINITY;
}

type Add = (piece: { origin: Origin }, loss: LossKind) => void;

function addTextLosses(said: Said, shown: ShownMessage, limits: Limits, add: Add): void {
  const { text, sources } = said.response.reply;
  const by = text.length - limits.text;
  const [first] = said.text;
  if (by <= 0 || !first) return;
  const areSourcesShown = shown.text.endsWith(sources);
  const body = text.slice(0, text.length - sources.length).trimEnd();
  const kept = areSourcesShown
    ? shown.text.slice(0, shown.text.length - sources.length)
    : shown.text;
  const cutAt = commonLength(body, kept);
  if (cutAt < body.length) {
    const place = placesIn(body, said.text).findLast(({ start }) => start <= cutAt) ?? {
      piece: first,
      start: 0,
    };
    const characters = body.length - cutAt;
    const at = cutAt - place.start;
    add(place.piece, { kind: "text-cut", most: limits.text, by, characters, at });
  }
  if (sources && !areSourcesShown) {
    const { entry, language } = first.origin;
    const origin: Origin = {
      field: "source",
      ...(entry === undefined ? {} : { entry }),
      path: ["sources"],
      language,
    };
    const count = said.around.filter(({ origin }) => origin.field === "source").length;
    add({ origin }, { kind: "sources-left-out", count });
  }
}

function addOptionLosses(said: Said, shown: ShownMessage, limits: Limits, add: Add): void {
  const { reply } = said.response;
  const [first] = said.text;
  const payloads = new Set(shown.buttons.map(({ payload }) => payload));
  const isShown = (option: Option) => payloads.has(encodeChoice(option.choice));
  const most = limits.textWithButtons;
  const by = reply.text.length - most;
  const hasNone = shown.buttons.length === 0 && reply.options.length + reply.feedback.length > 0;
  if (first && hasNone && by > 0 && most < limits.text) {
    add(first, { kind: "buttons-left-out", most, by });
  }
  const buttons = reply.options.filter(isShown).length;
  if (reply.rest && isShown(reply.rest(buttons))) return;
  const lines = new Set(shown.text.split("\n"));
  const missing = reply.options
    .filter((option) => !isShown(option))
    .map(({ key, question, title }) => ({ key, words: question ?? title }))
    .filter(({ key, words }) => !lines.has(`${key}. ${words}`))
    .map(({ words }) => words);
  if (missing.length > 0) add({ origin: said.list }, { kind: "options-left-out", missing });
}

function addTitleLosses(said: Said, button: PreviewButton, limits: Limits, add: Add): void {
  const check = (written: Written | undefined, shown: string | undefined, most: number) => {
    if (written && shown !== undefined && isCut(written.text, shown)) {
      add(written, { kind: "title-cut", shown, most });
    }
  };
  if (button.kind === "opener") check(said.opener, button.title, limits.opener);
  for (const heading of said.headings) check(heading, button.section, limits.section);
  const option = optionOf(said, button);
  if (!option) return;
  check(said.title(option), button.title, limits.title);
  check(said.question(option), button.description, limits.description);
}

function optionOf({ response: { reply } }: Said, { payload }: PreviewButton): Option | undefined {
  const all = [...reply.options, ...reply.feedback];
  const option = all.find(({ choice }) => encodeChoice(choice) === payload);
  if (option || !reply.rest) return option;
  const rests = reply.options.map((_, at) => reply.rest?.(at));
  return rests.find((rest) => rest && encodeChoice(rest.choice) === payload);
}

function isCut(written: string, shown: string): boolean {
  return shown !== written && shown.endsWith("…") && written.startsWith(shown.slice(0, -1));
}
