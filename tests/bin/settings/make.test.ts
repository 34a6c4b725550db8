// Settings made out of what there is, what is given, what is asked and what can be made.
import { describe, expect, it } from "vitest";
import { makeSettings, type Wishes } from "../../../bin/settings/make.ts";
import { UserError } from "../../../bin/user-error.ts";
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";
import { webhookMethods } from "../../../functions/webhook/channels/names.ts";
import { readSettings } from "../../../functions/webhook/settings.ts";
import { fakeAsker } from "./fake-asker.ts";

const PEPPER = Buffer.alloc(32, 1).toString("base64");
const otherPepper = Buffer.alloc(32, 2).toString("base64");

/** What the platforms give for all the channels. */
const fromPlatforms = {
  WHATSAPP_APP_SECRET: "app-secret",
  WHATSAPP_ACCESS_TOKEN: "access-token",
  WHATSAPP_PHONE_NUMBER_ID: "62800000000001",
  MESSENGER_APP_SECRET: "app-secret",
  MESSENGER_PAGE_TOKEN: "page-token",
  MESSENGER_PAGE_ID: "628000001",
  TELEGRAM_BOT_TOKEN: "628000:bot-token",
  LINE_CHANNEL_SECRET: "channel-secret",
  LINE_CHANNEL_ACCESS_TOKEN: "line-token",
  TWILIO_AUTH_TOKEN: "auth-token",
  TWILIO_WEBHOOK_URL: "https://jelas.example.org/webhooks/twilio",
};

const wishes = (some: Partial<Wishes> = {}): Wishes => ({
  former: {},
  formerPepper: some.former?.PEPPER,
  given: {},
  unset: [],
  channels: undefined,
  mayReplacePepper: false,
  ...some,
});

async function refusalOf(some: Partial<Wishes>): Promise<UserError> {
  const error: unknown = await makeSettings(wishes(some)).catch((thrown) => thrown);
  if (error instanceof UserError) return error;
  throw new Error("These wishes were granted");
}

describe("settings from options", () => {
  it("turn on every channel with what the platforms give, and the bot accepts them", async () => {
    const channels = Object.keys(webhookMethods) as WebhookName[];
    const { values, made, warnings } = await makeSettings(
      wishes({ channels, given: fromPlatforms }),
    );
    expect(Object.keys(readSettings(values).channels).sort()).toEqual([...channels].sort());
    expect(warnings).toEqual([]);
    expect(made.toSorted()).toEqual([
      "GENERIC_SECRET",
      "MESSENGER_VERIFY_TOKEN",
      "PEPPER",
      "TELEGRAM_SECRET_TOKEN",
      "WHATSAPP_VERIFY_TOKEN",
    ]);
    const keyOf = (base64: string | undefined) => Buffer.from(base64 ?? "", "base64");
    expect(keyOf(values.PEPPER)).toHaveLength(32);
    expect(keyOf(values.GENERIC_SECRET?.replace("whsec_", ""))).toHaveLength(32);
    expect(new Set(made.map((name) => values[name])).size).toBe(made.length);
  });

  it("are other secrets each time", async () => {
    const [one, other] = await Promise.all([makeSettings(wishes()), makeSettings(wishes())]);
    expect(one.values.PEPPER).not.toBe(other.values.PEPPER);
  });

  it("serve the chat page alone where no channel is named", async () => {
    const { values, channels } = await makeSettings(wishes());
    expect([Object.keys(values), channels]).toEqual([["PEPPER"], ["web"]]);
  });

  it("complete a channel of which one setting is given", async () => {
    const { TELEGRAM_BOT_TOKEN } = fromPlatforms;
    const { channels, made } = await makeSettings(wishes({ given: { TELEGRAM_BOT_TOKEN } }));
    expect(channels).toEqual(["web", "telegram"]);
    expect(made).toEqual(["PEPPER", "TELEGRAM_SECRET_TOKEN"]);
  });

  it("keep a secret that is given where one could have been made", async () => {
    const given = { ...fromPlatforms, TELEGRAM_SECRET_TOKEN: "our-own" };
    const { values, made } = await makeSettings(wishes({ given, channels: ["telegram"] }));
    expect(values.TELEGRAM_SECRET_TOKEN).toBe("our-own");
    expect(made).not.toContain("TELEGRAM_SECRET_TOKEN");
  });

  it("name all that is missing with its hint, as wrong usage", async () => {
    const given = { LINE_CHANNEL_SECRET: "channel-secret" };
    const { message, exitCode } = await refusalOf({ channels: ["telegram"], given });
    expect(message.split("\n").slice(1)).toEqual([
      "  TELEGRAM_BOT_TOKEN: the token that @BotFather gives",
      "  LINE_CHANNEL_ACCESS_TOKEN: a channel access token of LINE's console",
    ]);
    expect(exitCode).toBe(2);
  });
});

describe("settings that begin with former ones", () => {
  const former = { PEPPER, TELEGRAM_BOT_TOKEN: "628000:a", TELEGRAM_SECRET_TOKEN: "old new" };

  it("keep all of them when a channel is added", async () => {
    const { values, made } = await makeSettings(wishes({ former, channels: ["generic"] }));
    expect(values).toEqual({ ...former, GENERIC_SECRET: values.GENERIC_SECRET });
    expect(made).toEqual(["GENERIC_SECRET"]);
  });

  it("keep the pepper in use when a file without one takes their place", async () => {
    const { values } = await makeSettings(wishes({ former: {}, formerPepper: PEPPER }));
    expect(values).toEqual({ PEPPER });
  });

  it("don't lose the pepper unless that is asked for by force", async () => {
    const given = { PEPPER: otherPepper };
    expect((await refusalOf({ former, given })).message).toMatch(/^This would replace the PEPPER/);
    const fromFile = { former: { PEPPER: otherPepper }, formerPepper: PEPPER };
    expect((await refusalOf(fromFile)).message).toMatch(/^This would replace the PEPPER/);
    const { values } = await makeSettings(wishes({ former, given, mayReplacePepper: true }));
    expect(values.PEPPER).toBe(otherPepper);
  });

  it("keep the pepper even if it is to be left out", async () => {
    const { values } = await makeSettings(wishes({ former, unset: ["PEPPER"] }));
    expect(values.PEPPER).toBe(PEPPER);
  });

  it("lose what is unset, and a channel with it", async () => {
    const { values, channels } = await makeSettings(
      wishes({ former, unset: ["TELEGRAM_BOT_TOKEN", "TELEGRAM_SECRET_TOKEN"] }),
    );
    expect([values, channels]).toEqual([{ PEPPER }, ["web"]]);
  });

  it("are refused while the bot would refuse them", async () => {
    const broken = { ...former, TELEGRAM_TOKEN: "628000:a" };
    await expect(makeSettings(wishes({ former: broken }))).rejects.toThrow(
      /^TELEGRAM_TOKEN is not/,
    );
    const mended = wishes({ former: broken, unset: ["TELEGRAM_TOKEN"] });
    expect((await makeSettings(mended)).values).toEqual(former);
  });
});

describe("settings that are asked for", () => {
  it("ask which channels, then for each setting of theirs, and make what is left empty", async () => {
    const asker = fakeAsker(["telegram"], "628000:typed", "");
    const { values, made } = await makeSettings(wishes(), asker);
    expect(asker.questions.slice(-2)).toEqual([
      "TELEGRAM_BOT_TOKEN: the token that @BotFather gives",
      expect.stringMatching(/^TELEGRAM_SECRET_TOKEN: .*\(leave it empty to have one made\)$/),
    ]);
    expect(values.TELEGRAM_BOT_TOKEN).toBe("628000:typed");
    expect(made).toEqual(["PEPPER", "TELEGRAM_SECRET_TOKEN"]);
  });

  it("say what is wrong with an answer, without repeating it, and ask again", async () => {
    const wrong = "ftp://canary";
    const right = "https://jelas.example.org/webhooks/twilio";
    const asker = fakeAsker(["twilio"], "", "two words", "auth-token", wrong, "https://", right);
    const { values } = await makeSettings(wishes(), asker);
    expect(asker.complaints).toEqual([
      expect.stringMatching(/^TWILIO_AUTH_TOKEN is empty/),
      expect.stringMatching(/^There is a space in it/),
      expect.stringMatching(/^TWILIO_WEBHOOK_URL does not have the form it needs: this webhook's/),
      expect.stringMatching(/^TWILIO_WEBHOOK_URL /),
    ]);
    expect(asker.complaints.join()).not.toContain("canary");
    expect(values.TWILIO_WEBHOOK_URL).toBe(right);
  });

  it("keep what is set where the answer is empty, and say which channels are connected", async () => {
    const former = { PEPPER, TELEGRAM_BOT_TOKEN: "628000:a", TELEGRAM_SECRET_TOKEN: "old" };
    const asker = fakeAsker(["telegram"], "628000:b", "");
    const { values } = await makeSettings(wishes({ former }), asker);
    expect(values).toEqual({ ...former, TELEGRAM_BOT_TOKEN: "628000:b" });
    expect(asker.questions).toContain("Telegram is connected");
    expect(asker.questions).toContain("LINE");
  });

  it("ask only for what is missing where options say what is wanted", async () => {
    const { TELEGRAM_BOT_TOKEN, TWILIO_AUTH_TOKEN, TWILIO_WEBHOOK_URL } = fromPlatforms;
    const former = { PEPPER, TELEGRAM_BOT_TOKEN, TWILIO_AUTH_TOKEN };
    const asker = fakeAsker([], TWILIO_WEBHOOK_URL);
    await makeSettings(wishes({ former, channels: ["twilio"] }), asker);
    expect(asker.questions).toEqual([expect.stringMatching(/^TWILIO_WEBHOOK_URL: /)]);
  });

  it("are none where the person leaves", async () => {
    const asker = fakeAsker(["telegram"]);
    const left = makeSettings(wishes(), asker);
    await expect(left).rejects.toMatchObject({
      message: "You left, and nothing was written.",
      exitCode: 1,
    });
  });
});
