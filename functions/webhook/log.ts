// The closed list of what may be logged: no text, no id, no Error object has a place in it.
import type { Delivery } from "./channels/channel.ts";
import { type ChannelName, channelNames } from "./channels/names.ts";
import { type Ending, endings } from "./counts/journey.ts";
import { isLogCode, type LogCode } from "./log-codes.ts";
import { embedMetrics, metricsOf } from "./metrics.ts";

export const levels = ["info", "warn", "error"] as const;

export const logEvents = [
  /** A message reached the end of its journey. */
  "message",
  /** It was answered while the store could not be asked. */
  "uncounted",
  /** The store could not be asked. */
  "store",
  /** A message was too old even to be counted. */
  "stale",
  /** A platform did not take a reply. */
  "delivery",
  /** A request without a valid signature. */
  "unauthorised",
  /** A signed request that asks for no reply. */
  "ignored",
  /** Something unexpected. */
  "crash",
  /** A process is ready to answer. */
  "start",
] as const;

type Failure = Exclude<Delivery["kind"], "sent">;
export const failures = [
  "transient",
  "permanent",
  "lapsed",
  "unauthorised",
] as const satisfies readonly Failure[];

export interface LogRecord {
  readonly level: (typeof levels)[number];
  readonly event: (typeof logEvents)[number];
  readonly channel?: ChannelName | undefined;
  readonly ending?: Ending | undefined;
  readonly delivery?: Failure | undefined;
  readonly code?: LogCode | undefined;
  /** The HTTP status of the response. */
  readonly status?: number | undefined;
  readonly ms?: number | undefined;
}

export type Log = (record: LogRecord) => void;

const longestMs = 3_600_000;

export interface LogOptions {
  readonly write?: (line: string) => unknown;
  /** Where the metrics belong that the lines carry; without it they carry none. */
  readonly metricsNamespace?: string | undefined;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

/**
 * One JSON line per record, to standard output. The compiler keeps anything else out, and so does
 * the running function: a value that is on no list is left out, whatever its type was said to be.
 */
export function createLog(
  build: string,
  {
    write = (line) => process.stdout.write(line),
    metricsNamespace,
    now = Date.now,
  }: LogOptions = {},
): Log {
  return ({ level, event, channel, ending, delivery, code, status, ms }) => {
    const line = {
      level: oneOf(levels, level),
      event: oneOf(logEvents, event),
      channel: oneOf(channelNames, channel),
      ending: oneOf(endings, ending),
      delivery: oneOf(failures, delivery),
      code: isLogCode(code) ? code : undefined,
      status: wholeNumber(status, 100, 599),
      ms: wholeNumber(ms, 0, longestMs),
      build,
    };
    const metrics = metricsNamespace && embedMetrics(metricsOf(line), metricsNamespace, now());
    write(`${JSON.stringify({ ...line, ...(metrics || {}) })}\n`);
  };
}

function oneOf<Value>(list: readonly Value[], value: Value | undefined): Value | undefined {
  return list.find((one) => one === value);
}

function wholeNumber(value: number | undefined, least: number, most: number): number | undefined {
  if (typeof value !== "number" || !(value >= least && value <= most)) return undefined;
  return Math.round(value);
}
