// What a set of settings amounts to, without a single value of them.
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { readSettings, SettingsError } from "../../functions/webhook/settings.ts";
import { formatTable } from "../table.ts";
import { countValues, inOrder, type Values } from "./known.ts";
import { maxBytes, tellSize } from "./text.ts";

export interface Overview {
  /** How many values each setting has: two while it is being rotated. */
  readonly settings: Readonly<Record<string, number>>;
  readonly channels: readonly string[];
  readonly bytes: number;
  readonly maxBytes: number;
  /** What stops the bot. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export function overviewOf(values: Values, bytes: number): Overview {
  const counted = Object.entries(inOrder(values)).map(
    ([name, value]) => [name, countValues(name, value)] as const,
  );
  const rotating = counted
    .filter(([, count]) => count > 1)
    .map(([name]) => `${name} is being rotated: --finish drops the old value.`);
  const settings = Object.fromEntries(counted);
  try {
    const { channels, warnings } = readSettings(values);
    return {
      settings,
      channels: ["web", ...Object.keys(channels)],
      bytes,
      maxBytes,
      problems: [],
      warnings: [...warnings, ...rotating],
    };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const problems = [error.message];
    return { settings, channels: [], bytes, maxBytes, problems, warnings: rotating };
  }
}

export function formatOverview(overview: Overview, where: string): string {
  const rows = Object.entries(overview.settings).map(([name, count]) => [name, String(count)]);
  const state =
    overview.problems.length > 0
      ? overview.problems.map((problem) => `The bot can't start with this: ${problem}`)
      : [`On: ${titlesOf(overview.channels)}`];
  return [
    `${where}: ${tellSize(overview.bytes)}`,
    "",
    formatTable(["setting", "values"], rows),
    "",
    ...state,
    ...overview.warnings,
  ].join("\n");
}

/** `the chat page, Telegram and LINE` */
export function titlesOf(channels: readonly string[]): string {
  const titles = channels.map((name) =>
    name === "web" ? "the chat page" : adapters[name as WebhookName].title,
  );
  return new Intl.ListFormat("en-GB").format(titles);
}
