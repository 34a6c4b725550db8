import { describe, expect, it } from "vitest";
import {
  readEnvironment,
  readSettings,
  SettingsError,
  type SettingValues,
} from "../functions/webhook/settings.ts";
import { replyOf } from "./channels/reply.ts";
import { messagesOf, requestOf } from "./channels/request.ts";
import { whatsappFixture } from "./fixtures/whatsapp.ts";

const PEPPER = Buffer.alloc(32, 1).toString("base64");
const whatsapp = {
  WHATSAPP_APP_SECRET: "app-secret",
  WHATSAPP_VERIFY_TOKEN: "verify-token",
  WHATSAPP_ACCESS_TOKEN: "access-token",
  WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
};
const key = (bytes: number) => `whsec_${Buffer.alloc(bytes, 2).toString("base64")}`;

function sentenceOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error("These settings are accepted");
}

const refusal = (values: SettingValues) => sentenceOf(() => readSettings({ PEPPER, ...values }));

/** The addresses that WhatsApp's replies go to, one for each access token. */
function addressesOf(values: SettingValues): string[] {
  const channel = readSettings({ PEPPER, ...whatsapp, ...values }).channels.whatsapp;
  if (!channel || !("reply" in channel)) throw new Error("WhatsApp is off");
  const [message] = messagesOf(channel.parse(requestOf(whatsappFixture("text"))));
  return message ? channel.reply(message, replyOf()).map(({ url }) => url) : [];
}

describe("settings that are right", () => {
  it("need no more than a pepper", () => {
    expect(readSettings({ PEPPER })).toEqual({
      pepper: Buffer.alloc(32, 1),
      messageMaxAgeS: 86400,
      channels: {},
      warnings: [],
    });
  });

  it("turn on each channel that has all it needs, and no other", () => {
    const TELEGRAM_BOT_TOKEN = "123456:test-token";
    const channelsOf = (values: SettingValues) =>
      Object.keys(readSettings({ PEPPER, ...values }).channels);
    expect(channelsOf({ ...whatsapp, TELEGRAM_BOT_TOKEN })).toEqual(["whatsapp"]);
    const TELEGRAM_SECRET_TOKEN = "secret-token";
    expect(channelsOf({ TELEGRAM_BOT_TOKEN, TELEGRAM_SECRET_TOKEN })).toEqual(["telegram"]);
    expect(channelsOf({ WHATSAPP_API_URL: "https://graph.example.org" })).toEqual([]);
  });

  it("may name another address, with a slash at its end or without", () => {
    expect(addressesOf({})).toEqual(["https://graph.facebook.com/v26.0/100000000000001/messages"]);
    for (const WHATSAPP_API_URL of [
      "http://127.0.0.1:5000/v26.0/",
      "http://127.0.0.1:5000/v26.0",
    ]) {
      expect(addressesOf({ WHATSAPP_API_URL })).toEqual([
        "http://127.0.0.1:5000/v26.0/100000000000001/messages",
      ]);
    }
  });

  it("may hold two values of a secret, separated by a space", () => {
    const GENERIC_SECRET = `${key(24)} ${key(64)}`;
    expect(Object.keys(readSettings({ PEPPER, GENERIC_SECRET }).channels)).toEqual(["generic"]);
    expect(addressesOf({ WHATSAPP_ACCESS_TOKEN: "old new" })).toHaveLength(2);
  });

  it("turn the age of messages off with 0", () => {
    expect(readSettings({ PEPPER, MESSAGE_MAX_AGE_S: "0" }).messageMaxAgeS).toBe(0);
  });
});

describe("settings that stop the start", () => {
  it.each(Object.keys(whatsapp))("%s without a value", (name) => {
    expect(refusal({ [name]: "" })).toBe(`${name} is empty: give it a value or remove it.`);
    expect(refusal({ [name]: "  " })).toBe(`${name} is empty: give it a value or remove it.`);
  });

  it("an empty pepper, a missing one, a short one", () => {
    expect(refusal({ PEPPER: "" })).toMatch(/^PEPPER is empty/);
    expect(refusal({ PEPPER: undefined })).toMatch(/^PEPPER is missing/);
    const short = Buffer.alloc(31).toString("base64");
    expect(refusal({ PEPPER: short })).toMatch(/^PEPPER has 31 bytes; it needs 32/);
  });

  it("a name that is not known", () => {
    expect(refusal({ WHATSAPP_SECRET: "x" })).toMatch(/^WHATSAPP_SECRET is not a setting of Jelas/);
    expect(refusal({ constructor: "x" })).toMatch(/^constructor is not a setting/);
  });

  it("a value of another form, which the sentence does not repeat", () => {
    const wrong: Record<string, string> = {
      WHATSAPP_APP_SECRET: "three canary values",
      WHATSAPP_PHONE_NUMBER_ID: "../canary",
      WHATSAPP_API_URL: "graph.facebook.com/canary",
      GENERIC_SECRET: "canary",
      PEPPER: "canary!",
      MESSAGE_MAX_AGE_S: "canary",
      TELEGRAM_SECRET_TOKEN: "canary.",
      TWILIO_WEBHOOK_URL: "ftp://canary",
    };
    for (const [name, value] of Object.entries(wrong)) {
      const sentence = refusal({ [name]: value });
      expect(sentence).toMatch(new RegExp(`^${name} does not have the form it needs: [^:]+\\.$`));
      expect(sentence).not.toContain(value);
    }
  });

  it("a key of the generic channel that is too short or too long", () => {
    for (const bytes of [0, 23, 65]) {
      expect(refusal({ GENERIC_SECRET: key(bytes) })).toMatch(/^GENERIC_SECRET /);
    }
  });
});

describe("warnings", () => {
  const warningsOf = (values: SettingValues) => readSettings({ PEPPER, ...values }).warnings;

  it("name what WhatsApp lacks, where some of it is there", () => {
    const { WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = whatsapp;
    const lacking = [
      "WhatsApp is off: it also needs WHATSAPP_ACCESS_TOKEN and WHATSAPP_PHONE_NUMBER_ID.",
    ];
    expect(warningsOf({ WHATSAPP_APP_SECRET })).toEqual(lacking);
    expect(warningsOf({ WHATSAPP_VERIFY_TOKEN })).toHaveLength(1);
    expect(readSettings({ PEPPER, WHATSAPP_APP_SECRET }).channels).toEqual({});
  });

  it("say what a missing verify token means", () => {
    const { WHATSAPP_VERIFY_TOKEN: _, ...others } = whatsapp;
    expect(warningsOf(others)).toEqual([
      "Without WHATSAPP_VERIFY_TOKEN, WhatsApp can't check the address of this webhook.",
    ]);
  });

  it("are none where WhatsApp has all it needs, and none where it isn't meant", () => {
    expect(warningsOf(whatsapp)).toEqual([]);
    expect(warningsOf({ GENERIC_SECRET: key(32) })).toEqual([]);
  });
});

describe("an environment", () => {
  it("may hold what is no setting", () => {
    const environment = { PEPPER, PATH: "/bin", HOME: "", NODE_ENV: "test" };
    expect(readEnvironment(environment).pepper).toHaveLength(32);
  });

  it.each([
    "WHATSAPP_APP_SECRTE",
    "TELEGRAM_TOKEN",
    "LINE_SECRET",
    "GENERIC_KEY",
    "MESSAGE_MAX_AGE",
  ])("may not hold %s, which is misspelt", (name) => {
    expect(sentenceOf(() => readEnvironment({ PEPPER, [name]: "x" }))).toMatch(
      new RegExp(`^${name} is not a setting of Jelas`),
    );
  });
});
