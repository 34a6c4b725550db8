// The closed schema of the log, as a check on what was written.
import { expect } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { endings } from "../../functions/webhook/counts/journey.ts";

const forms: Record<string, RegExp> = {
  level: /^(info|warn|error)$/,
  event: /^(message|uncounted|store|stale|delivery|unauthorised|ignored|crash)$/,
  channel: new RegExp(`^(${channelNames.join("|")})$`),
  ending: new RegExp(`^(${endings.join("|")})$`),
  delivery: /^(transient|permanent|lapsed|unauthorised)$/,
  code: /^([0-9]{1,9}|[A-Za-z][A-Za-z.-]{0,59})$/,
  status: /^\d{3}$/,
  ms: /^\d{1,6}$/,
  build: /^[\w.-]{1,64}$/,
};

/** Fails on any line that holds more than the closed list of fields and their few values. */
export function expectOnlyKnownFields(lines: readonly string[]): void {
  for (const line of lines) {
    for (const [name, value] of Object.entries<unknown>(JSON.parse(line))) {
      expect(Object.keys(forms)).toContain(name);
      expect(String(value)).toMatch(forms[name] ?? "");
    }
  }
}
