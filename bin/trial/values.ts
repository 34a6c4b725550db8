// Settings made up for channels that have none yet, so that every channel can be tried.
import type { Setting } from "../../functions/webhook/channels/adapter.ts";
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";

/** One of them has the form of any setting there is. */
const inventions = [
  "trial-value",
  "https://jelas.example.org/webhooks/twilio",
  `whsec_${Buffer.alloc(32, "trial").toString("base64")}`,
];

/** The channels' settings as they are, with something made up for each that a channel lacks. */
export function trialValues(environment: SettingValues): Record<string, string> {
  const settings = Object.values(adapters).flatMap(({ settings }) => Object.entries(settings));
  return Object.fromEntries(
    settings.flatMap(([name, setting]) => {
      const value = environment[name] ?? (setting.fallback === undefined ? invent(setting) : "");
      return value ? [[name, value]] : [];
    }),
  );
}

function invent({ form, problem }: Setting): string {
  const fitting = inventions.find((value) => form.test(value) && !problem?.(value));
  if (!fitting) throw new Error("No invented value fits a setting");
  return fitting;
}
