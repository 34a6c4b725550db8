// Invented people whose every trace is looked for afterwards.
import type { WhatsAppMessage } from "../fixtures/whatsapp.ts";
import { testValues } from "../handler-under-test.ts";

export const secrets = {
  WHATSAPP_APP_SECRET: "rahasia-aplikasi-8c1f40",
  WHATSAPP_VERIFY_TOKEN: "rahasia-periksa-77ab21",
  WHATSAPP_ACCESS_TOKEN: "rahasia-akses-d09e35",
  PEPPER: Buffer.from("lada hitam yang tidak boleh tampak").toString("base64"),
  GENERIC_SECRET: `whsec_${Buffer.from("kunci umum yang tidak boleh tampak").toString("base64")}`,
};

/** What people may write about themselves in any message. */
const lives = [
  "Kenari Wijayakusuma",
  "kenari.wijaya@contoh.example",
  "3273015508990007",
  "Jalan Cendrawasih 17 Bandung",
  "+62 800 5559 7712",
  "rekening 0080055588",
];

export interface Person {
  readonly phone: string;
  readonly userId: string;
  readonly username: string;
}

export const people: readonly Person[] = Array.from({ length: 12 }, (_, n) => ({
  phone: `62800555${String(12_301 + n * 7)}`,
  userId: `ID.${String(8_800_550_013_700_000 + n * 13)}`,
  username: `burung.kenari.${n}x${n * 37 + 11}`,
}));

const questions = [
  "how to join the library",
  "buka jam berapa",
  "is there a fine for late books",
  "halo",
  "who won the football match last night",
  "kartu saya sudah habis masa berlakunya",
  "",
];

/** The nth thing that somebody writes: a question, or none, with something of their life in it. */
export function writing(n: number): string {
  const life = lives[n % lives.length] ?? "";
  const question = questions[n % questions.length] ?? "";
  return [`${question} ${life}`, `${life}: ${question}?`, life, question][n % 4] ?? "";
}

export function personAt(n: number): Person {
  const person = people[n % people.length];
  if (!person) throw new Error("There is nobody");
  return person;
}

/** As WhatsApp makes its ids: base64 of bytes with the number in clear digits. */
export function messageIdOf({ phone }: Person, n: number): string {
  const bytes = Buffer.concat([
    Buffer.of(0x1c, 0x18, phone.length),
    Buffer.from(phone),
    Buffer.of(0x15, n >> 8, n & 255),
  ]);
  return `wamid.${bytes.toString("base64")}`;
}

/** The nth message to WhatsApp, of many kinds. */
export function whatsappMessage(n: number): WhatsAppMessage {
  const person = personAt(n);
  const body = writing(n);
  const message = {
    id: messageIdOf(person, n),
    ...(n % 5 === 0
      ? { from_user_id: person.userId, from: person.userId }
      : { from: person.phone }),
  };
  switch (n % 8) {
    case 1:
      return { ...message, type: "image", image: { caption: body, id: "1", sha256: body } };
    case 2: {
      const reply = { type: "button_reply", button_reply: { id: `entry/en/${body}`, title: body } };
      return { ...message, type: "interactive", interactive: reply };
    }
    case 3:
      return { ...message, type: "location", location: { address: body, name: person.username } };
    default:
      return { ...message, text: { body } };
  }
}

/** A message's id, and what it is known by among all messages: neither may be hashed without a key. */
function namesOfMessage(id: string): string[] {
  return [id, `whatsapp\0${testValues.WHATSAPP_PHONE_NUMBER_ID}\0${id}`];
}

/** Everything that must not be found anywhere. */
export const canaries: readonly string[] = [
  ...lives,
  ...people.flatMap(({ phone, userId, username }) => [phone, userId, username]),
  ...Object.values(secrets),
  ...people.flatMap((person, n) => namesOfMessage(messageIdOf(person, n))),
  "percakapan-kenari-0417",
  "halaman-kenari-0418",
  "peramban-kenari-0419",
  "kueri-kenari-0420",
];
