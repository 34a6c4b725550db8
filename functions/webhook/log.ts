// The closed list of what may be logged: no text, no id, no Error object has a place in it.
import type { Delivery } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import type { Ending } from "./counts/journey.ts";

export interface LogRecord {
  readonly level: "info" | "warn" | "error";
  readonly event:
    | "message" // a message reached the end of its journey
    | "uncounted" // it was answered while the store could not be asked
    | "store" // the store could not be asked
    | "stale" // it was too old even to be counted
    | "delivery" // a platform did not take a reply
    | "unauthorised" // a request without a valid signature
    | "ignored" // a signed request that asks for no reply
    | "crash"; // something unexpected
  readonly channel?: ChannelName;
  readonly ending?: Ending;
  readonly delivery?: Exclude<Delivery["kind"], "sent">;
  /** A platform's or a library's own error code or name: letters, digits, dots, hyphens. */
  readonly code?: string;
  readonly status?: number;
  readonly ms?: number;
}

export type Log = (record: LogRecord) => void;

/** One JSON line per record, to standard output. */
export function createLog(
  build: string,
  write: (line: string) => unknown = (line) => process.stdout.write(line),
): Log {
  return ({ level, event, channel, ending, delivery, code, status, ms }) => {
    const line = {
      level,
      event,
      channel,
      ending,
      delivery,
      // A code that is no code may hold anything.
      code: code !== undefined && /^[\w.-]{1,60}$/.test(code) ? code : undefined,
      status,
      ms: ms === undefined ? undefined : Math.round(ms),
      build,
    };
    write(`${JSON.stringify(line)}\n`);
  };
}

/** The name of an error's kind, which is all of it that may be logged. */
export function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
