// Every setting by its name, and what a person may give it.
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { allSettings, checkSetting, SettingsError } from "../../functions/webhook/settings.ts";
import { exitCodes, UserError } from "../user-error.ts";

export type Values = Readonly<Record<string, string>>;

/** Those that a person may want to set: the others stand in by themselves and are for tests. */
const namesToSet = Object.entries(allSettings)
  .filter(([, { fallback }]) => !fallback)
  .map(([name]) => name);

/**
 * The name back, if there is such a setting.
 * @throws UserError without the text: it may be a value that slipped into the name's place
 */
export function knownName(text: string): string {
  if (Object.hasOwn(allSettings, text)) return text;
  throw new UserError(
    `That is not the name of a setting. The names are ${namesToSet.join(", ")}.`,
    exitCodes.usage,
  );
}

/** What is wrong with a value, in the sentence that would stop the bot. */
export function problemWith(name: string, value: string): string | undefined {
  try {
    checkSetting(name, value);
    return undefined;
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}

/** True of secrets, which may hold an old and a new value; ids and addresses hold one. */
export function holdsTwo(name: string, value: string): boolean {
  return allSettings[name]?.form.test(`${value} ${value}`) ?? false;
}

/** How many values a setting has in force. */
export function countValues(name: string, value: string): number {
  const [first = "", ...others] = value.split(" ");
  return holdsTwo(name, first) ? 1 + others.length : 1;
}

/** The channel that a setting belongs to. */
export function channelOf(name: string): WebhookName | undefined {
  const channels = Object.keys(adapters) as WebhookName[];
  return channels.find((channel) => Object.hasOwn(adapters[channel].settings, name));
}

/** As they stand in the list of settings, so that the same ones always make the same text. */
export function inOrder(values: Values): Values {
  const order = Object.keys(allSettings);
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(
    Object.entries(values).sort(([one], [other]) => placeOf(one) - placeOf(other)),
  );
}
