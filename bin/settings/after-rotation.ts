// What an operator does next when a secret has an old and a new value.
import { adapters } from "../../functions/webhook/channels/index.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { channelOf } from "./known.ts";
import type { Place } from "./place.ts";
import { readOneCommand } from "./read-one.ts";
import { canBeMade } from "./secrets.ts";

export function stepsAfterRotation(name: string, place: Place): readonly string[] {
  const channel = channelOf(name);
  const title = channel === undefined ? "the other side" : adapters[channel].title;
  const isOurs = canBeMade(name);
  return [
    ...(isOurs ? ["Wait five minutes, until the whole bot knows both values."] : []),
    ...(isOurs && !isToldByUs(name)
      ? [`Read the new one: ${readOneCommand(place.parameter, name)}`]
      : []),
    ...(steps[name]?.(place) ?? [`Let ${title} use the new one.`]),
    `When nothing uses the old one any more: ${faqCommand(`settings rotate ${name} --finish${place.options}`)}`,
  ];
}

/** Our own command tells the platform, so nobody need see the value. */
function isToldByUs(name: string): boolean {
  return name === "TELEGRAM_SECRET_TOKEN";
}

const metaSigns = (other: string) => () => [
  "Meta signs with the app secret that App settings → Basic shows. What it signed with one that the bot didn't know yet was refused, and is delivered again.",
  `If the same app serves both of Meta's channels, rotate ${other} too.`,
];

/** Replies try the old token first, so it has to be refused before the new one is used. */
const tokenIsTried = (revoke: string) => () => [
  `${revoke} Replies go out with the old token until the platform refuses it, then with the new one.`,
];

const steps: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  WHATSAPP_APP_SECRET: metaSigns("MESSENGER_APP_SECRET"),
  MESSENGER_APP_SECRET: metaSigns("WHATSAPP_APP_SECRET"),
  WHATSAPP_ACCESS_TOKEN: tokenIsTried("Wait five minutes, then revoke the old token at Meta."),
  MESSENGER_PAGE_TOKEN: tokenIsTried("Wait five minutes, then revoke the old token at Meta."),
  WHATSAPP_VERIFY_TOKEN: () => [
    "Enter it at Meta: WhatsApp → Configuration → Webhook → Edit, Verify and save. Meta asks for it only then.",
  ],
  MESSENGER_VERIFY_TOKEN: () => [
    "Enter it at Meta: Messenger → Configure webhooks, Verify and save. Meta asks for it only then.",
  ],
  TELEGRAM_BOT_TOKEN: () => [
    "@BotFather's /revoke ends the old token at once: what is asked until the bot has read the new one stays unanswered.",
  ],
  TELEGRAM_SECRET_TOKEN: ({ parameter }) => [
    `Tell Telegram: SETTINGS_PARAMETER=${parameter} ${faqCommand("channels check telegram --url <the bot's address> --set")}`,
  ],
  LINE_CHANNEL_SECRET: () => [
    "What LINE signs with either is accepted. Press Verify in LINE's console to see that it works.",
  ],
  LINE_CHANNEL_ACCESS_TOKEN: tokenIsTried(
    "Wait five minutes, then end the old token in LINE's console, if issuing the new one hasn't.",
  ),
  TWILIO_AUTH_TOKEN: () => [
    "Wait five minutes, then promote the secondary token in Twilio's console. Only the primary one signs.",
  ],
  GENERIC_SECRET: () => ["Give it to the program that asks."],
};
