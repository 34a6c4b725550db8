// What the messaging services would not show as it was written.
import { adapters } from "../../../functions/webhook/channels/index.ts";
import type { ChannelName } from "../../../functions/webhook/channels/names.ts";
import { numbered } from "../../numbered.ts";
import type { Loss, LossKind } from "../../previews/loss.ts";
import { type Finding, quote, type Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

const cutByChannel: Rule = {
  name: "cut-by-channel",
  why: "A messaging service takes texts of a certain length only, so people there miss the end.",
  remedy: "Say it in fewer words, or shorten the sources' titles; the end is what people act on.",
  bad: "answer:\n  en: [… 1600 characters, with sources of 500 …]",
  good: "answer:\n  en: [… what people need to know, in 900 characters …]",
  find: (faq) =>
    findLosses(faq, ["text-cut", "sources-left-out"], (loss, channels) =>
      loss.kind === "text-cut"
        ? `${channels} would cut the last ${numbered(loss.characters, "character")}: with its sources this text is ${loss.by} too long.`
        : `${channels} would leave out the sources: there is no room for them.`,
    ),
};

const cutTitle: Rule = {
  name: "cut-title",
  why: "Buttons and lists have little room, and a title that is cut may say something else.",
  remedy: "Say it in fewer characters.",
  bad: "categories:\n  business: {en: Chats with businesses}   # Messenger shows 20 characters",
  good: "categories:\n  business: {en: Business chats}",
  find: (faq) =>
    findLosses(faq, ["title-cut"], (loss, channels) =>
      loss.kind === "title-cut"
        ? `${channels} would show ${quote(loss.shown)}: at most ${loss.most} characters fit.`
        : "",
    ),
};

const leftOut: Rule = {
  name: "left-out",
  why: "Where there is no room for all options, people there can't choose the last ones.",
  remedy: "Name fewer `related` entries, or shorten the answer.",
  bad: "related: [one, two, three, four, five, six, seven, eight, nine, ten, eleven]",
  good: "related: [one, two, three]",
  find: (faq) =>
    findLosses(faq, ["options-left-out"], (loss, channels) =>
      loss.kind === "options-left-out"
        ? `${channels} would leave out ${loss.missing.map(quote).join(", ")}.`
        : "",
    ),
};

const accidentalFormatting: Rule = {
  name: "accidental-formatting",
  why: "Some services take stars, underscores or a full stop between letters for formatting or a link.",
  remedy: "Write it without these characters, or with spaces around them.",
  bad: "answer:\n  en: Choose *2021* or file_name_new; we are open.Come in.",
  good: 'answer:\n  en: Choose "2021" or the new name; we are open. Come in.',
  find: (faq) =>
    findLosses(faq, ["formatting"], (loss, channels) =>
      loss.kind === "formatting"
        ? `${channels} would show ${quote(loss.shown)} ${loss.style === "link" ? "as a link" : `as ${loss.style} text`}.`
        : "",
    ),
};

/** One finding for each text, however many channels lose the same; the first loses most. */
function* findLosses(
  { losses, fileOf }: Subject,
  kinds: readonly LossKind["kind"][],
  say: (loss: Loss, channels: string) => string,
): Generator<Finding> {
  const groups = new Map<string, Loss[]>();
  for (const loss of losses()) {
    if (!kinds.includes(loss.kind) || isPublishersName(loss)) continue;
    const key = [loss.kind, loss.entry, ...loss.path, "at" in loss && loss.at].join("\0");
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  for (const group of groups.values()) {
    const worst = group.toSorted((a, b) => lostIn(b) - lostIn(a))[0];
    const file = worst && fileOf(worst.entry);
    if (!worst || !file) continue;
    const names = [...new Set(group.map(({ channel }) => titleOf(channel)))];
    const channels = new Intl.ListFormat("en", { type: "conjunction" }).format(names);
    yield {
      file,
      path: worst.path,
      ...(worst.kind === "formatting" ? { piece: { text: worst.shown, index: worst.at } } : {}),
      message: say(worst, channels),
    };
  }
}

const titleOf = (name: ChannelName) => (name === "web" ? "The chat page" : adapters[name].title);

function lostIn(loss: Loss): number {
  if (loss.kind === "text-cut") return loss.by;
  return loss.kind === "title-cut" ? -loss.most : 0;
}

/** A source is often named by its site, and the link leads there. */
function isPublishersName(loss: Loss): boolean {
  return loss.kind === "formatting" && loss.style === "link" && loss.field === "source";
}

export const channelRules: readonly Rule[] = [
  cutByChannel,
  cutTitle,
  leftOut,
  accidentalFormatting,
];
