// What to do at a platform so that it delivers to this bot, step by step.
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { channelsCommand } from "./command.ts";

/** `webhook` is the channel's public address. */
export function stepsFor(name: WebhookName, webhook: string): readonly string[] {
  return (steps[name] ?? stepsOfAny(name))(webhook);
}

/** What holds of any channel, for one that has no steps of its own here yet. */
function stepsOfAny(name: WebhookName): (webhook: string) => readonly string[] {
  const { title, settings } = adapters[name];
  return (webhook) => [
    ...Object.entries(settings).map(([setting, { what }]) => `Set ${setting}: ${what}.`),
    `Let ${title} deliver to ${webhook}.`,
  ];
}

const steps: Readonly<Partial<Record<WebhookName, (webhook: string) => readonly string[]>>> = {
  generic: (webhook) => [
    "Make a secret: echo whsec_$(openssl rand -base64 32)",
    "Give it to the bot as GENERIC_SECRET and to the program that asks.",
    `Let the program POST to ${webhook}, signed by Standard Webhooks (libraries: https://www.standardwebhooks.com).`,
  ],
  whatsapp: (webhook) => [
    "In https://developers.facebook.com/apps, make an app with the product WhatsApp.",
    "App settings → Basic: the app secret is WHATSAPP_APP_SECRET.",
    "WhatsApp → API setup: the access token is WHATSAPP_ACCESS_TOKEN, the phone number ID WHATSAPP_PHONE_NUMBER_ID. That token lasts a day; a system user's token lasts.",
    "Make up WHATSAPP_VERIFY_TOKEN, and give all four to the bot.",
    `WhatsApp → Configuration: enter ${webhook} as callback URL with the verify token, and subscribe to "messages".`,
  ],
  messenger: (webhook) => [
    "In https://developers.facebook.com/apps, make an app with the product Messenger.",
    "App settings → Basic: the app secret is MESSENGER_APP_SECRET.",
    "Messenger → API setup: connect the Facebook page. Its id is MESSENGER_PAGE_ID, the token that is generated MESSENGER_PAGE_TOKEN.",
    "Make up MESSENGER_VERIFY_TOKEN, and give all four to the bot.",
    `Messenger → Webhooks: enter ${webhook} as callback URL with the verify token, and subscribe the page to "messages" and "messaging_postbacks".`,
    `For a "Get started" button: POST {"get_started":{"payload":"GET_STARTED"}} to https://graph.facebook.com/v26.0/me/messenger_profile with the page token.`,
  ],
  telegram: (webhook) => [
    "Write /newbot to @BotFather in Telegram: the token it gives is TELEGRAM_BOT_TOKEN.",
    "Make up TELEGRAM_SECRET_TOKEN: openssl rand -hex 32",
    "Give both to the bot.",
    `Run: ${channelsCommand(`check telegram --url ${new URL(webhook).origin} --set`)}`,
  ],
  line: (webhook) => [
    "Make a LINE Official Account (https://manager.line.biz) and, in its settings, enable the Messaging API: that makes a channel in https://developers.line.biz/console.",
    "Basic settings: the channel secret is LINE_CHANNEL_SECRET.",
    "Messaging API: issue a channel access token; it is LINE_CHANNEL_ACCESS_TOKEN. Give both to the bot.",
    `Run: ${channelsCommand(`check line --url ${new URL(webhook).origin} --set`)}`,
    'Messaging API: turn on "Use webhook" and "Webhook redelivery". In the official account\'s response settings, turn off greeting and auto-reply messages, or people get two answers.',
  ],
  twilio: (webhook) => [
    "In https://console.twilio.com, the auth token of the account is TWILIO_AUTH_TOKEN.",
    `TWILIO_WEBHOOK_URL is ${webhook}: letter by letter what you enter at Twilio, because it is part of the signature. Give both to the bot.`,
    `Phone Numbers → your number → Messaging (for WhatsApp: Messaging → Senders): enter ${webhook} for "a message comes in", method POST.`,
    "Enter the same address as the fallback: Twilio does not deliver a failed message again by itself.",
  ],
};
