// How much a channel takes, found out by giving it too much: its adapter alone knows.
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import type { PreviewChannel } from "./channels.ts";
import type { ShownMessage } from "./preview.ts";
import { responseWith } from "./said.ts";

/** Each is infinite where nothing is cut. */
export interface Limits {
  readonly text: number;
  /** The longest text that keeps its buttons. */
  readonly textWithButtons: number;
  readonly title: number;
  readonly description: number;
  readonly section: number;
  readonly opener: number;
}

/** More than any platform takes of a text, and of a title. */
const muchText = 20_000;
const muchTitle = 500;
const longTitle = "x".repeat(muchTitle);

/** A tenth of a second for all, and an adapter stays the same while a process runs. */
const known = new Map<ChannelName, Limits>();

export function limitsOf(channel: PreviewChannel): Limits {
  const limits = known.get(channel.name) ?? measureLimits(channel);
  known.set(channel.name, limits);
  return limits;
}

function measureLimits(channel: PreviewChannel): Limits {
  const show = (reply: Partial<Reply>): ShownMessage =>
    channel.show(responseWith({ ...empty, ...reply }, "answer", null))[0] ?? {
      text: "",
      buttons: [],
    };
  const text = limitOf(show({ text: "x".repeat(muchText) }).text, muchText);
  const { buttons } = show({
    text: "x",
    options: [1, 2, 3, 4].map(longOption),
    optionsTitle: longTitle,
    optionsButton: longTitle,
    feedback: [5, 6].map(longOption),
    feedbackTitle: longTitle,
  });
  const row = buttons.find(({ kind }) => kind !== "opener");
  const hasButtons = (length: number) =>
    show({ text: "x".repeat(length), options: [shortOption] }).buttons.length > 0;
  return {
    text,
    textWithButtons: hasButtons(1) ? last(hasButtons, Math.min(text, muchText)) : text,
    title: limitOf(row?.title, muchTitle),
    description: limitOf(row?.description, muchTitle),
    section: limitOf(row?.section, muchTitle),
    opener: limitOf(buttons.find(({ kind }) => kind === "opener")?.title, muchTitle),
  };
}

const empty: Reply = {
  language: "en",
  text: "",
  sources: "",
  options: [],
  optionsTitle: "",
  optionsHint: "",
  optionsButton: "",
  feedback: [],
  feedbackTitle: "",
};

function longOption(n: number): Option {
  return {
    choice: { kind: "entry", entry: `entry-${n}`, language: "en" },
    key: String(n),
    title: longTitle,
    question: longTitle,
  };
}

const shortOption: Option = { ...longOption(1), title: "x", question: "x" };

function limitOf(shown: string | undefined, given: number): number {
  return shown === undefined || shown.length >= given ? Number.POSITIVE_INFINITY : shown.length;
}

/** The last length, up to the most, of which it is true; it is true of 1. */
function last(isTrue: (length: number) => boolean, most: number): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isTrue(middle)) low = middle;
    else high = middle - 1;
  }
  return low === muchText ? Number.POSITIVE_INFINITY : low;
}
