// Writes the log, of which no text, no id and no Error object can become a part.
import { channelNames } from "./channels/names.ts";
import { endings } from "./counts/journey.ts";
import { isLogCode } from "./log-codes.ts";
import { failures, type LogRecord, levels, logEvents } from "./log-record.ts";
import { embedMetrics, metricsOf } from "./metrics.ts";

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
