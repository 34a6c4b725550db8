// The closed schema of the log, as a check on what was written.
import { expect } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { endings } from "../../functions/webhook/counts/journey.ts";
import { failures, levels, logEvents } from "../../functions/webhook/log.ts";
import { isLogCode } from "../../functions/webhook/log-codes.ts";

const isKnown: Record<string, (value: unknown) => boolean> = {
  level: oneOf(levels),
  event: oneOf(logEvents),
  channel: oneOf(channelNames),
  ending: oneOf(endings),
  delivery: oneOf(failures),
  code: isLogCode,
  status: (value) => Number.isInteger(value) && String(value).length === 3,
  ms: (value) => Number.isInteger(value) && String(value).length <= 6,
  build: (value) => typeof value === "string" && /^[\w.-]{1,64}$/.test(value),
};

function oneOf(list: readonly unknown[]): (value: unknown) => boolean {
  return (value) => list.includes(value);
}

/** Fails on any line that holds more than the closed list of fields and their few values. */
export function expectOnlyKnownFields(lines: readonly string[]): void {
  for (const line of lines) {
    for (const [name, value] of Object.entries<unknown>(JSON.parse(line))) {
      expect([name, value, isKnown[name]?.(value)]).toEqual([name, value, true]);
    }
  }
}
