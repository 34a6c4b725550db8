// The settings of one deployment, checked: names and meanings as the README lists them.
import type { WhatsAppSettings } from "./channels/whatsapp.ts";

export interface GenericSettings {
  readonly keys: readonly Buffer[];
}

export interface Settings {
  /** Keys the codes of messages; see counts/event-key.ts. */
  readonly pepper: Buffer;
  /** Older messages are counted but not answered; 0 answers any. */
  readonly messageMaxAgeS: number;
  readonly whatsapp?: WhatsAppSettings;
  readonly generic?: GenericSettings;
  /** What an operator has probably forgotten, a sentence each. */
  readonly warnings: readonly string[];
}

/** A setting that is unknown, empty or malformed, in a sentence that names it. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

const defaults = {
  WHATSAPP_API_URL: "https://graph.facebook.com/v26.0",
  MESSAGE_MAX_AGE_S: "86400",
};

/** Every setting there is, with the form of its value. */
const forms: Readonly<Record<string, RegExp>> = {
  WHATSAPP_APP_SECRET: /^\S+( \S+)?$/,
  WHATSAPP_VERIFY_TOKEN: /^\S+( \S+)?$/,
  WHATSAPP_ACCESS_TOKEN: /^\S+( \S+)?$/,
  WHATSAPP_PHONE_NUMBER_ID: /^[\w-]{1,64}$/,
  WHATSAPP_API_URL: /^https?:\/\/[^\s?#]+$/,
  MESSENGER_APP_SECRET: /^\S+( \S+)?$/,
  MESSENGER_VERIFY_TOKEN: /^\S+( \S+)?$/,
  MESSENGER_PAGE_TOKEN: /^\S+( \S+)?$/,
  MESSENGER_PAGE_ID: /^[\w-]{1,64}$/,
  MESSENGER_API_URL: /^https?:\/\/[^\s?#]+$/,
  TELEGRAM_SECRET_TOKEN: /^[\w-]{1,256}( [\w-]{1,256})?$/,
  TELEGRAM_BOT_TOKEN: /^\S+( \S+)?$/,
  TELEGRAM_API_URL: /^https?:\/\/[^\s?#]+$/,
  LINE_CHANNEL_SECRET: /^\S+( \S+)?$/,
  LINE_CHANNEL_ACCESS_TOKEN: /^\S+( \S+)?$/,
  LINE_API_URL: /^https?:\/\/[^\s?#]+$/,
  TWILIO_AUTH_TOKEN: /^\S+( \S+)?$/,
  TWILIO_WEBHOOK_URL: /^https?:\/\/\S+$/,
  GENERIC_SECRET: /^whsec_[\w+/=-]+( whsec_[\w+/=-]+)?$/,
  PEPPER: /^[\w+/=-]+$/,
  MESSAGE_MAX_AGE_S: /^\d{1,9}$/,
};

/** What a name in the environment begins with if it is meant for us. */
const ourPrefixes = /^(WHATSAPP|MESSENGER|TELEGRAM|LINE|TWILIO|GENERIC|MESSAGE)_/;

const minPepperBytes = 32;
const keyBytes = { min: 24, max: 64 };

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
  const whatsapp = readWhatsApp(values);
  const generic = readGeneric(values);
  return {
    pepper,
    messageMaxAgeS: Number(values.MESSAGE_MAX_AGE_S ?? defaults.MESSAGE_MAX_AGE_S),
    ...(whatsapp ? { whatsapp } : {}),
    ...(generic ? { generic } : {}),
    warnings: warningsAbout(values),
  };
}

function isSetting(name: string): boolean {
  return Object.hasOwn(forms, name);
}

function checkSetting(name: string, value: string): void {
  if (!isSetting(name)) {
    throw new SettingsError(`${name} is not a setting of Jelas. The README lists those there are.`);
  }
  if (value.trim() === "") {
    throw new SettingsError(`${name} is empty: give it a value or remove it.`);
  }
  // The value itself may be a secret, so the sentence doesn't repeat it.
  if (!forms[name]?.test(value)) {
    throw new SettingsError(`${name} does not have the form it needs.`);
  }
}

const whatsappNeeds = ["WHATSAPP_APP_SECRET", "WHATSAPP_ACCESS_TOKEN", "WHATSAPP_PHONE_NUMBER_ID"];

function warningsAbout(values: SettingValues): string[] {
  const missing = whatsappNeeds.filter((name) => !values[name]);
  const isMeant = [...whatsappNeeds, "WHATSAPP_VERIFY_TOKEN"].some((name) => values[name]);
  if (!isMeant) return [];
  if (missing.length > 0) return [`WhatsApp is off: it also needs ${missing.join(" and ")}.`];
  if (values.WHATSAPP_VERIFY_TOKEN) return [];
  return ["Without WHATSAPP_VERIFY_TOKEN, WhatsApp can't check the address of this webhook."];
}

function readWhatsApp(values: SettingValues): WhatsAppSettings | undefined {
  const { WHATSAPP_APP_SECRET, WHATSAPP_ACCESS_TOKEN, WHATSAPP_PHONE_NUMBER_ID } = values;
  if (!WHATSAPP_APP_SECRET || !WHATSAPP_ACCESS_TOKEN || !WHATSAPP_PHONE_NUMBER_ID) return undefined;
  return {
    appSecrets: WHATSAPP_APP_SECRET.split(" "),
    verifyTokens: values.WHATSAPP_VERIFY_TOKEN?.split(" ") ?? [],
    accessTokens: WHATSAPP_ACCESS_TOKEN.split(" "),
    phoneNumberId: WHATSAPP_PHONE_NUMBER_ID,
    apiUrl: (values.WHATSAPP_API_URL ?? defaults.WHATSAPP_API_URL).replace(/\/+$/, ""),
  };
}

function readGeneric(values: SettingValues): GenericSettings | undefined {
  if (!values.GENERIC_SECRET) return undefined;
  const keys = values.GENERIC_SECRET.split(" ").map((secret) =>
    Buffer.from(secret.replace("whsec_", ""), "base64"),
  );
  if (keys.some((key) => key.length < keyBytes.min || key.length > keyBytes.max)) {
    throw new SettingsError(
      `GENERIC_SECRET needs ${keyBytes.min} to ${keyBytes.max} bytes in base64 after whsec_.`,
    );
  }
  return { keys };
}

function required(values: SettingValues, name: string): string {
  const value = values[name];
  if (!value) throw new SettingsError(`${name} is missing. The README says how to make one.`);
  return value;
}
