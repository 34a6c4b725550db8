// Invented people and secrets, whose every trace is looked for afterwards.
import { createHash } from "node:crypto";
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import { lineBot } from "../fixtures/line.ts";
import { messengerPageId } from "../fixtures/messenger.ts";
import { twilioUrl } from "../fixtures/twilio.ts";
import { testValues } from "../handler-under-test.ts";

/** Something that must not be found anywhere, in any of its forms. */
export interface Canary {
  readonly text: string;
  /** A number is found by any six of its digits in a row. */
  readonly isNumber?: boolean;
  /** What it is called among other names: none of these may be hashed without a key either. */
  readonly names?: readonly string[];
}

/** Two of each, as while one replaces the other. */
const twoOf = (first: string, second: string) => `${first} ${second}`;

const telegramBotId = "8800552096";

/** The settings: every value that is a secret is a canary. */
export const secrets = {
  PEPPER: Buffer.from("lada hitam yang tidak boleh tampak").toString("base64"),
  WHATSAPP_APP_SECRET: twoOf("rahasia-aplikasi-wa-8c5f60", "rahasia-aplikasi-wa-9d6a72"),
  WHATSAPP_VERIFY_TOKEN: "rahasia-periksa-wa-77ab29",
  WHATSAPP_ACCESS_TOKEN: twoOf("rahasia-akses-wa-d09e65", "rahasia-akses-wa-e18f76"),
  MESSENGER_APP_SECRET: twoOf("rahasia-aplikasi-msgr-5b8e92", "rahasia-aplikasi-msgr-6c9f05"),
  MESSENGER_PAGE_TOKEN: twoOf("rahasia-halaman-msgr-a82c57", "rahasia-halaman-msgr-b95d60"),
  MESSENGER_VERIFY_TOKEN: "rahasia-periksa-msgr-22fd86",
  TELEGRAM_SECRET_TOKEN: twoOf("rahasia-telegram-0f5e92", "rahasia-telegram-2a6b77"),
  TELEGRAM_BOT_TOKEN: twoOf(
    `${telegramBotId}:rahasia-bot-5e9c`,
    `${telegramBotId}:rahasia-bot-7f2d`,
  ),
  LINE_CHANNEL_SECRET: twoOf("rahasia-saluran-line-c6d820", "rahasia-saluran-line-d7e952"),
  LINE_CHANNEL_ACCESS_TOKEN: twoOf("rahasia-akses-line-e5f086", "rahasia-akses-line-f6a297"),
  TWILIO_AUTH_TOKEN: twoOf("rahasia-twilio-97c2e5", "rahasia-twilio-08d5f6"),
  GENERIC_SECRET: `whsec_${Buffer.from("kunci umum yang tidak boleh tampak").toString("base64")}`,
};

/** Those settings that are no secret. */
export const openSettings = {
  WHATSAPP_PHONE_NUMBER_ID: testValues.WHATSAPP_PHONE_NUMBER_ID,
  MESSENGER_PAGE_ID: messengerPageId,
  TWILIO_WEBHOOK_URL: twilioUrl,
};

/** What a message's id is unique within. */
const accounts: Readonly<Record<ChannelName, string>> = {
  web: "",
  generic: "",
  whatsapp: openSettings.WHATSAPP_PHONE_NUMBER_ID,
  messenger: openSettings.MESSENGER_PAGE_ID,
  telegram: telegramBotId,
  line: lineBot,
  twilio: "AC00000000000000000000000000000001",
};

export interface Person {
  /** Digits only, beginning with 62. */
  readonly phone: string;
  readonly businessScopedId: string;
  readonly telegramId: number;
  readonly messengerId: string;
  readonly lineId: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  /** The number on an identity card. */
  readonly nik: string;
}

/**
 * No time, date, status or setting of a run is written with these digits alone, so that six of
 * them in a row are never there by chance.
 */
const digitsUsed = "0256789";

/** How many people there are; each writes many messages. */
export const peopleCount = 200;

export const people: readonly Person[] = Array.from({ length: peopleCount }, (_, n) => {
  const name = `Kenari${syllables(n, 3)} Wijaya${syllables(n + 5000, 3)}`;
  const username = `burung.${syllables(n + 900, 5)}`;
  return {
    phone: `62800${digits(n, 8)}`,
    businessScopedId: `ID.8800${digits(n + 1e5, 12)}`,
    telegramId: Number(`8500${digits(n + 2e5, 8)}`),
    messengerId: `5800${digits(n + 3e5, 12)}`,
    lineId: `U${hash(`line ${n}`).slice(0, 32)}`,
    username,
    name,
    email: `${username}@surat.example`,
    address: `Jalan Cendrawasih${syllables(n + 700, 2)} ${digits(n, 2)}, Sukamaju`,
    nik: `620205${digits(n + 4e5, 10)}`,
  };
});

export function personAt(n: number): Person {
  const person = people[n % peopleCount];
  if (!person) throw new Error("There is nobody");
  return person;
}

/** In the request of anybody, always the same. */
export const inRequests = {
  address: "2001:db8:55:667::92",
  userAgent: "peramban-kenari-sekali",
  query: "kueri-kenari-sekali",
  fileName: "ktp-kenari-sekali.jpeg",
  conversation: "percakapan-kenari-sekali",
  session: "sesi-kenari-sekali",
};

const questions = [
  "how to join the library",
  "buka jam berapa",
  "is there a fine for late books",
  "halo",
  "who won the football match last night",
  "kartu saya sudah habis masa berlakunya",
  "",
];

/** What a person writes about themselves, in one of many ways. */
function lifeOf(person: Person, n: number): string {
  const national = person.phone.slice(2);
  const ways = [
    person.name,
    person.email,
    person.nik,
    person.address,
    `+62 ${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`,
    `0${national}`,
    `0${national.slice(0, 3)}-${national.slice(3, 7)}-${national.slice(7)}`,
    person.phone,
    inFullWidth(`0${national}`),
    inFullWidth(person.name),
    `@${person.username}`,
  ];
  return ways[n % ways.length] ?? "";
}

/** The nth thing that somebody writes: a question, or none, with something of their life in it. */
export function writing(n: number): string {
  const life = lifeOf(personAt(n), Math.floor(n / 3));
  const question = questions[n % questions.length] ?? "";
  return [`${question} ${life}`, `${life}: ${question}?`, life][n % 3] ?? "";
}

/** The form in which a telephone in East Asia may write letters and digits. */
function inFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** The platform's id of the nth message, as each platform makes them. */
export function messageId(channel: ChannelName, n: number): string {
  const { phone } = personAt(n);
  switch (channel) {
    case "whatsapp": {
      // Base64 of bytes that hold the number in clear digits.
      const parts = [Buffer.of(0x1c, 0x18, phone.length), phone, Buffer.of(0x15, 0x02), `${n}`];
      const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
      return `wamid.${bytes.toString("base64")}`;
    }
    case "messenger":
      return `m_${Buffer.from(`pesan ke ${n} dari ${phone}`).toString("base64url")}`;
    case "telegram":
      return `8${digits(n, 10)}`;
    case "line":
      return `01${hash(`line event ${n}`).slice(0, 24).toUpperCase()}`;
    case "twilio":
      return `SM${hash(`twilio ${n}`).slice(0, 32)}`;
    case "generic":
      return `msg_kenari.${syllables(n, 6)}`;
    case "web":
      return hash(`chat page ${n}`).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
  }
}

export function replyToken(n: number): string {
  return hash(`reply token ${n}`).slice(0, 32);
}

/** Telegram's id of a tap. */
export function callbackId(n: number): string {
  return `9${digits(n + 6e5, 18)}`;
}

/** Everything that must not be found after this many messages, whose channels are told. */
export function* canariesOf(
  messages: number,
  channelOf: (n: number) => ChannelName,
): Generator<Canary> {
  for (const value of Object.values(secrets)) {
    for (const secret of value.split(" ")) yield { text: secret };
  }
  for (const secret of [secrets.PEPPER, secrets.GENERIC_SECRET.slice("whsec_".length)]) {
    yield { text: Buffer.from(secret, "base64").toString() };
  }
  for (const text of Object.values(inRequests)) yield { text };
  for (const person of people.slice(0, messages)) {
    for (const number of [person.phone, person.nik, person.telegramId, person.messengerId]) {
      yield { text: String(number), isNumber: true };
    }
    yield { text: person.businessScopedId, isNumber: true };
    yield { text: `+${person.phone}` };
    yield { text: `0${person.phone.slice(2)}` };
    for (const part of person.name.split(" ")) yield { text: part };
    const { lineId, username, name, email, address } = person;
    for (const text of [lineId, username, name, email, address]) yield { text };
  }
  const written = new Set<string>();
  for (let n = 0; n < messages; n++) {
    const channel = channelOf(n);
    const text = messageId(channel, n);
    const scoped = `${channel}\0${accounts[channel]}\0${text}`;
    const isNumber = channel === "telegram";
    yield { text, isNumber, names: [scoped, `tag\0${scoped}`] };
    if (channel === "line") yield { text: replyToken(n) };
    if (channel === "telegram") yield { text: callbackId(n), isNumber };
    written.add(writing(n));
  }
  for (const text of written) yield { text };
}

/** Always as many; another number for every n. */
function digits(n: number, count: number): string {
  // A step that shares no factor with 7 reaches every number once before it comes round again.
  let left = (n * 4_294_967_291 + 1_234_567) % 7 ** Math.min(count, 16);
  let text = "";
  for (let at = 0; at < count; at++) {
    text = (digitsUsed[left % 7] ?? "") + text;
    left = Math.floor(left / 7);
  }
  return text;
}

function syllables(n: number, count: number): string {
  const all = ["ba", "ci", "du", "fe", "go", "ha", "ji", "ku", "le", "mo", "na", "pi", "ru"];
  let left = n * 28_561 + 777;
  let text = "";
  for (let at = 0; at < count; at++) {
    text += all[left % all.length];
    left = Math.floor(left / 3) + 5;
  }
  return `${text}${n.toString(36)}q`;
}

function hash(text: string): string {
  return createHash("sha256").update(`kenari ${text}`).digest("hex");
}
