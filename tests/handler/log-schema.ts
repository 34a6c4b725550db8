// The closed schema of the log, as a check on what was written.
import { expect } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { endings } from "../../functions/webhook/counts/journey.ts";
import { isLogCode } from "../../functions/webhook/log-codes.ts";
import { failures, levels, logEvents } from "../../functions/webhook/log-record.ts";
import { metricUnits } from "../../functions/webhook/metrics.ts";

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
  _aws: isMetricsDirective,
  ...Object.fromEntries(Object.keys(metricUnits).map((name) => [name, isSmallNumber])),
};

/** At most the time that a process took to start, in milliseconds. */
function isSmallNumber(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 3_600_000;
}

/** The time, and names of metrics: nothing of the line itself. */
function isMetricsDirective(value: unknown): boolean {
  const form =
    /^\{"Timestamp":\d{13},"CloudWatchMetrics":\[\{"Namespace":"[\w-]+","Dimensions":\[\[\]\],"Metrics":\[(.*)\]\}\]\}$/;
  const metrics = form.exec(JSON.stringify(value))?.[1];
  return JSON.parse(`[${metrics ?? "{}"}]`).every(
    ({ Name }: { Name: string }) => Name in metricUnits,
  );
}

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
