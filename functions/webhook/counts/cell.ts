// What may be counted: cells named by closed sets only. Nothing else ever becomes a key.
import { type ChannelName, channelNames } from "../channels/names.ts";

export const outcomes = [
  "answer",
  "chosen",
  "suggest",
  "fallback-near",
  "fallback-far",
  "smalltalk",
  "nontext",
  "helpful",
  "unhelpful",
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a question was about, without anything of who asked. */
export interface Cell {
  /** An entry's id, or `-` where there is none. */
  readonly entry: string;
  readonly language: string;
  readonly channel: ChannelName;
  readonly outcome: Outcome;
}

/** A cell on one day, with how often it was counted. */
export interface Count extends Cell {
  /** The day in the bot's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  readonly n: number;
}

/** The closed sets of one deployment: its entries and its languages. */
export interface CountableNames {
  readonly entries: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
}

/**
 * The sort key of a cell: `entry#language#channel#outcome`.
 * @throws RangeError if a part is not in its closed set; the message does not repeat the value.
 */
export function countKey(cell: Cell, names: CountableNames): string {
  if (cell.entry !== "-" && !names.entries.has(cell.entry)) throw notCountable("entry");
  if (!names.languages.has(cell.language)) throw notCountable("language");
  if (!channelNames.includes(cell.channel)) throw notCountable("channel");
  if (!outcomes.includes(cell.outcome)) throw notCountable("outcome");
  return `${cell.entry}#${cell.language}#${cell.channel}#${cell.outcome}`;
}

function notCountable(part: string): RangeError {
  return new RangeError(`Not a countable ${part}`);
}

/** Reads a sort key back; `undefined` for a key that no version of this bot can have written. */
export function parseCountKey(key: string): Cell | undefined {
  const [entry, language, channel, outcome, ...rest] = key.split("#");
  if (!entry || !language || rest.length > 0) return undefined;
  if (!isChannelName(channel) || !isOutcome(outcome)) return undefined;
  return { entry, language, channel, outcome };
}

function isChannelName(text: string | undefined): text is ChannelName {
  return (channelNames as readonly (string | undefined)[]).includes(text);
}

function isOutcome(text: string | undefined): text is Outcome {
  return (outcomes as readonly (string | undefined)[]).includes(text);
}
