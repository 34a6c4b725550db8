// What one line of the log may say: the closed lists, and the shape.
import type { Delivery } from "./channels/channel.ts";
import type { ChannelName } from "./channels/names.ts";
import type { Ending } from "./counts/journey.ts";
import type { LogCode } from "./log-codes.ts";

export const levels = ["info", "warn", "error"] as const;

export const logEvents = [
  /** A message reached the end of its journey. */
  "message",
  /** It was acknowledged while the store could not be asked. */
  "uncounted",
  /** The store could not be asked. */
  "store",
  /** Newer settings could not be read, or are not sound; those read last stay in use. */
  "settings",
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
