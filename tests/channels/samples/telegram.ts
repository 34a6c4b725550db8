// Telegram, as the tests that every channel runs know it.
import type { Update } from "@grammyjs/types";
import { telegramApi } from "../../fakes/telegram.ts";
import { telegramFixture, telegramTap, telegramText } from "../../fixtures/telegram.ts";
import type { ChannelSample } from "../channel-sample.ts";

const secretToken = "secret-token";
const firstId = 880_000_001;

/** An update with an id that is any JSON. */
function withId(update: Update, id: string): string {
  const { update_id: _, ...members } = update;
  return `{"update_id":${id},${JSON.stringify(members).slice(1)}`;
}

export const telegramSample: ChannelSample = {
  values: { TELEGRAM_SECRET_TOKEN: secretToken, TELEGRAM_BOT_TOKEN: "123456:test-token" },
  secretName: "TELEGRAM_SECRET_TOKEN",
  signatureHeader: "x-telegram-bot-api-secret-token",
  signsBody: false,
  sign: (body, secret = secretToken) => ({
    body,
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
  }),
  text: (text, id = String(firstId), person = 1) => withId(telegramText({ text, person }), id),
  ids: [String(firstId), String(firstId + 1)],
  choice: (payload, tap = 1) => JSON.stringify(telegramTap({ id: firstId + tap, payload })),
  nontext: telegramFixture("voice").toString(),
  welcome: telegramFixture("start").toString(),
  receipt: telegramFixture("message-reaction").toString(),
  malformed: "{",
  api: { urlName: "TELEGRAM_API_URL", rules: telegramApi },
};
