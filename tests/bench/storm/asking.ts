// What people ask in a storm, what of it has to be counted, and the signed requests that bring it.
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";
import { eventKey } from "../../../functions/webhook/counts/event-key.ts";
import type { Delivery } from "../../channels/channel-sample.ts";
import { lineSample } from "../../channels/samples/line.ts";
import { messengerSample } from "../../channels/samples/messenger.ts";
import { telegramSample } from "../../channels/samples/telegram.ts";
import { twilioSample } from "../../channels/samples/twilio.ts";
import { whatsappSample } from "../../channels/samples/whatsapp.ts";
import { signedGeneric } from "../../fixtures/generic.ts";
import { lineBot, lineDelivery, lineReplyToken, lineText } from "../../fixtures/line.ts";
import { messengerDelivery, messengerPageId, messengerText } from "../../fixtures/messenger.ts";
import { telegramText } from "../../fixtures/telegram.ts";
import { twilioId, twilioText } from "../../fixtures/twilio.ts";
import { phone, whatsappDelivery } from "../../fixtures/whatsapp.ts";
import { testValues } from "../../handler-under-test.ts";
import type { Chance } from "./chance.ts";
import type { Message, Question } from "./facts.ts";

export const stormValues = {
  ...testValues,
  ...whatsappSample.values,
  ...lineSample.values,
  ...messengerSample.values,
  ...telegramSample.values,
  ...twilioSample.values,
};

const pepper = Buffer.from(testValues.PEPPER, "base64");

/** What people ask the bot of the fixtures, with the entry, language and outcome that it has. */
const texts: readonly (readonly [text: string, counted: Counted])[] = [
  ["how to join the library", ["join", "en", "answer"]],
  ["cara daftar anggota perpustakaan", ["join", "id", "answer"]],
  ["is membership free", ["membership-fee", "en", "answer"]],
  ["denda terlambat berapa", ["return-late", "id", "answer"]],
  ["is there a fine for late books", ["return-late", "en", "answer"]],
  ["batas jumlah buku pinjaman", ["how-many-books", "id", "answer"]],
  ["halo", ["-", "id", "smalltalk"]],
  ["thanks", ["-", "en", "smalltalk"]],
  ["will it rain in bandung tomorrow", ["-", "en", "fallback-far"]],
];

/** Numbers of entries as people type them: cheap to understand, so that a storm has more of them. */
const typed: readonly (readonly [text: string, entry: string])[] = [
  ["1", "join"],
  ["2", "membership-fee"],
  ["4", "how-many-books"],
  ["5", "return-late"],
];
const typedShare = 0.6;

const accounts: Readonly<Record<WebhookName, string>> = {
  whatsapp: stormValues.WHATSAPP_PHONE_NUMBER_ID,
  messenger: messengerPageId,
  telegram: "123456",
  line: lineBot,
  twilio: "AC00000000000000000000000000000001",
  generic: "",
};

/** Everyone asks once, so that a person's id tells which question is meant. */
export function askText(
  channel: WebhookName,
  number: number,
  sentAtMs: number,
  chance: Chance,
): Question {
  const { text, counted } = chance.happens(typedShare)
    ? askTyped(channel, chance)
    : askWords(chance);
  const id = idOf(channel, number);
  const key = eventKey(pepper, channel, accounts[channel], id);
  const question = newQuestion(channel, number, key);
  const [entry, language, outcome] = counted;
  const sortKey = `${entry}#${language}#${channel}#${outcome}`;
  question.messages.push({ question, id, person: number, content: { text }, sentAtMs, sortKey });
  return question;
}

type Counted = readonly [entry: string, language: string, outcome: string];

interface Asked {
  readonly text: string;
  readonly counted: Counted;
}

function askWords(chance: Chance): Asked {
  const [text, counted] = chance.oneOf(texts);
  return { text, counted };
}

/** A number has no language: the person's app tells it, on Telegram, or it is the bot's first. */
function askTyped(channel: WebhookName, chance: Chance): Asked {
  const [text, entry] = chance.oneOf(typed);
  return { text, counted: [entry, channel === "telegram" ? "en" : "id", "chosen"] };
}

/** Feedback on one answer, given more than once: only one of the taps counts. */
export function askTaps(number: number, taps: number, sentAtMs: number, chance: Chance): Question {
  const tag = String(number).padStart(10, "0");
  const account = `once\0${accounts.whatsapp}`;
  const question = newQuestion(
    "whatsapp",
    number,
    eventKey(pepper, "whatsapp", account, `feedback ${tag}`),
  );
  for (let tap = 0; tap < taps; tap++) {
    const outcome = chance.oneOf(["helpful", "unhelpful"]);
    question.messages.push({
      question,
      id: `${idOf("whatsapp", number)}-tap-${tap}`,
      person: number,
      content: { payload: `${outcome}/en/join/${tag}` },
      sentAtMs: sentAtMs + tap * 1000,
      sortKey: `join#en#whatsapp#${outcome}`,
    });
  }
  return question;
}

function newQuestion(channel: WebhookName, number: number, key: string): Question {
  return {
    number,
    channel,
    key,
    messages: [],
    timesCounted: 0,
    timesUncounted: 0,
    isAcknowledged: false,
    isExcused: false,
    replies: [],
    answer: undefined,
  };
}

function idOf(channel: WebhookName, number: number): string {
  switch (channel) {
    case "telegram":
      return String(firstUpdate + number);
    case "twilio":
      return twilioId(number);
    case "whatsapp":
      return `wamid.storm-${number}`;
    default:
      return `storm-${number}`;
  }
}

const firstUpdate = 880_000_000;

/** The number of the question that a WhatsApp message id is of. */
export function questionOfWhatsApp(messageId: string): number {
  return Number(/^wamid\.storm-(\d+)/.exec(messageId)?.[1]);
}

/** The request with these messages, which one channel can bring together. */
export function requestWith(
  channel: WebhookName,
  messages: readonly Message[],
  signedAtMs: number,
): Delivery {
  const [first] = messages;
  if (!first) throw new RangeError("A request brings at least one message");
  const { id, person, sentAtMs } = first;
  switch (channel) {
    case "whatsapp":
      return whatsappSample.sign(whatsappDelivery(messages.map(whatsappMessage)));
    case "line":
      return lineSample.sign(
        lineDelivery(
          messages.map((message) =>
            lineText({ ...message, text: textOf(message), timestampMs: message.sentAtMs }),
          ),
        ),
      );
    case "messenger":
      return messengerSample.sign(
        messengerDelivery(
          messages.map((message) =>
            messengerText({ ...message, text: textOf(message), timestampMs: message.sentAtMs }),
          ),
        ),
      );
    case "telegram": {
      const update = telegramText({
        id: Number(id),
        person,
        text: textOf(first),
        date: sentAtMs / 1000,
      });
      return telegramSample.sign(Buffer.from(JSON.stringify(update)));
    }
    case "twilio":
      return twilioSample.sign(twilioText({ id, person, text: textOf(first) }));
    case "generic": {
      const timestamp = Math.floor(signedAtMs / 1000);
      const { body, headers } = signedGeneric({ text: textOf(first) }, { id, timestamp });
      return { body: Buffer.from(body), headers };
    }
  }
}

function whatsappMessage({ id, person, sentAtMs, content }: Message) {
  const common = { id, from: phone(person), timestamp: String(sentAtMs / 1000) };
  if ("text" in content) return { ...common, text: { body: content.text } };
  const button = { id: content.payload, title: "Title" };
  return {
    ...common,
    type: "interactive",
    interactive: { type: "button_reply", button_reply: button },
  };
}

function textOf({ content }: Message): string {
  return "text" in content ? content.text : "";
}

/** The token with which LINE lets one answer a question. */
export function replyTokenOf({ id, person }: Message): string {
  return lineReplyToken(id, person);
}
