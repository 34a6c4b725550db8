// The settings of one deployment, checked: names and meanings as docs/settings.md lists them.
import type { Adapter, Setting } from "./channels/adapter.ts";
import type { Channel } from "./channels/channel.ts";
import { adapters } from "./channels/index.ts";
import type { WebhookName } from "./channels/names.ts";

export interface Settings {
  /** Keys the codes of messages; see counts/event-key.ts. */
  readonly pepper: Buffer;
  /** Older messages are counted but not answered; 0 answers any. */
  readonly messageMaxAgeS: number;
  /** The channels that are on: those with all that they need. */
  readonly channels: Readonly<Partial<Record<WebhookName, Channel>>>;
  /** What an operator has probably forgotten, a sentence each. */
  readonly warnings: readonly string[];
}

/** A setting that is unknown, empty or malformed, in a sentence that names it. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** The settings that are no channel's. */
const ownSettings = {
  PEPPER: { form: /^[\w+/=-]+$/, what: "base64 of 32 random bytes or more" },
  MESSAGE_MAX_AGE_S: { form: /^\d{1,9}$/, what: "for tests", fallback: "86400" },
} satisfies Record<string, Setting>;

/** Every setting there is. */
export const allSettings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ownSettings,
  ...Object.values(adapters).map(({ settings }) => settings),
);

/** What a name in the environment begins with if it is meant for us. */
const ourPrefixes = new RegExp(`^(${Object.keys(adapters).join("|")}|message)_`, "i");

const minPepperBytes = 32;

export type SettingValues = Readonly<Record<string, string | undefined>>;

/**
 * The settings among variables of an environment, which also holds what is no business of ours.
 * @throws SettingsError
 */
export function readEnvironment(environment: SettingValues): Settings {
  const isOurs = ([name]: [string, unknown]) => isSetting(name) || ourPrefixes.test(name);
  return readSettings(Object.fromEntries(Object.entries(environment).filter(isOurs)));
}

/** @throws SettingsError */
export function readSettings(values: SettingValues): Settings {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) checkSetting(name, value);
  }
  const pepper = Buffer.from(required(values, "PEPPER"), "base64");
  if (pepper.length < minPepperBytes) {
    throw new SettingsError(
      `PEPPER has ${pepper.length} bytes; it needs ${minPepperBytes} or more, in base64.`,
    );
  }
  return {
    pepper,
    messageMaxAgeS: Number(values.MESSAGE_MAX_AGE_S ?? ownSettings.MESSAGE_MAX_AGE_S.fallback),
    channels: Object.fromEntries(
      Object.entries(adapters)
        .filter(([, adapter]) => missingFor(adapter, values).length === 0)
        .map(([name, adapter]) => [name, adapter.open(valuesOf(adapter, values))]),
    ),
    warnings: Object.values(adapters).flatMap((adapter) => warningsAbout(adapter, values)),
  };
}

/** The names of the settings without which a channel stays off. */
export function missingFor({ settings }: Adapter, values: SettingValues): string[] {
  return Object.entries(settings)
    .filter(([name, { fallback }]) => fallback === undefined && !values[name])
    .map(([name]) => name);
}

/** A value for each setting of a channel, those that stand in among them. */
export function valuesOf({ settings }: Adapter, values: SettingValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { fallback = "" }]) => [name, values[name] ?? fallback]),
  );
}

function isSetting(name: string): boolean {
  return Object.hasOwn(allSettings, name);
}

/** @throws SettingsError for a name that is unknown, or a value that is empty or malformed */
export function checkSetting(name: string, value: string): void {
  const setting = isSetting(name) ? allSettings[name] : undefined;
  if (!setting) {
    throw new SettingsError(
      `${name} is not a setting of Jelas. docs/settings.md lists those there are.`,
    );
  }
  if (value.trim() === "") {
    throw new SettingsError(`${name} is empty: give it a value or remove it.`);
  }
  // The value itself may be a secret, so the sentence doesn't repeat it.
  if (!setting.form.test(value)) {
    throw new SettingsError(`${name} does not have the form it needs: ${setting.what}.`);
  }
  const problem = setting.problem?.(value);
  if (problem) throw new SettingsError(problem);
}

/** About a channel that somebody has begun to set up: what is missing, and what is lost without. */
export function warningsAbout(adapter: Adapter, values: SettingValues): string[] {
  if (!isBegun(adapter, values)) return [];
  const missing = missingFor(adapter, values);
  if (missing.length > 0)
    return [`${adapter.title} is off: it also needs ${missing.join(" and ")}.`];
  return Object.entries(adapter.settings).flatMap(([name, { advice }]) =>
    advice !== undefined && !values[name] ? [advice] : [],
  );
}

/** An address for tests alone says nothing about what is wanted. */
export function isBegun({ settings }: Adapter, values: SettingValues): boolean {
  return Object.entries(settings).some(([name, { fallback }]) => !fallback && values[name]);
}

function required(values: SettingValues, name: string): string {
  const value = values[name];
  if (!value) throw new SettingsError(`${name} is missing. docs/settings.md says how to make one.`);
  return value;
}
