// Fills a platform's delivery with traces of a person: in every name, text, id and even key.
import { callbackId, inRequests, type Person, replyToken } from "./people.ts";

export interface Traces {
  readonly person: Person;
  /** Which of all messages it is. */
  readonly n: number;
  readonly id: string;
  readonly text: string;
  /** Buttons bring this instead of what they were given. */
  readonly payload?: string | undefined;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The same delivery, written by somebody else; what tells its kind stays as it is. */
export function soak(value: unknown, traces: Traces, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => soak(item, traces, path));
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => [
      key,
      soak(member, traces, [...path, key]),
    ]);
    const { person, text } = traces;
    return Object.fromEntries([
      ...members,
      [person.phone, person.name],
      [text || person.name, { [person.email]: person.nik }],
    ]);
  }
  return soaked(value as Json, traces, path);
}

const freeTexts =
  /^(body|text|caption|title|name|\w+_name|username|user_name|filename|fileName|file_name|address|description|label|displayText|performer|emoji|vcard|quote|question|explanation|url|sha256|Body|ProfileName|ButtonText|ListTitle|Address|Label|Media\w+|Referral\w+)$/;
const messageIds =
  /^(mid|update_id|webhookEventId|MessageSid|SmsMessageSid|SmsSid|markAsReadToken|quoteToken|OriginalRepliedMessageSid)$/;
const phones = /^(wa_id|phone|phone_number|input|WaId|user_phone)$/;
const payloads = /^(payload|data|callback_data|ButtonPayload|ListId)$/;

function soaked(value: Json, traces: Traces, path: readonly string[]): Json {
  const { person, n, id, text, payload } = traces;
  const key = path.at(-1) ?? "";
  const owner = path.at(-2) ?? "";
  // The bot's own keyboard, which goes back to where it is.
  if (path.includes("reply_markup")) return value;
  if (phones.test(key)) return person.phone;
  if (messageIds.test(key)) return typeof value === "number" ? Number(id) : id;
  if (key === "from" && typeof value === "string")
    return isPlainNumber(value) ? person.phone : person.businessScopedId;
  if (key === "from_user_id" || key === "user_id") return person.businessScopedId;
  if (key === "From")
    return value === "" ? value : value === null ? null : fromOf(String(value), person);
  if (key === "ExternalUserId") return `whatsapp:${person.businessScopedId}`;
  if (key === "userId") return person.lineId;
  if (key === "replyToken") return isDummy(value) ? value : replyToken(n);
  if (key === "id") {
    if (owner === "messages" && typeof value === "string") return id;
    if (owner === "message" && typeof value === "string") return id;
    if (owner === "sender") return person.messengerId;
    if ((owner === "chat" || owner === "from") && value !== botId) return person.telegramId;
    if (owner === "callback_query") return callbackId(n);
    if (/_reply$/.test(owner)) return payload ?? value;
    return value;
  }
  if (payloads.test(key) && typeof value === "string") return payload ?? value;
  if (freeTexts.test(key) && typeof value === "string") {
    return key === "filename" || key === "fileName" || key === "file_name"
      ? `${person.username} ${inRequests.fileName}`
      : text;
  }
  return value;
}

/** Of the bot in Telegram's fixtures. */
const botId = 123456;

function isPlainNumber(text: string): boolean {
  return /^\+?\d+$/.test(text);
}

function fromOf(value: string, { phone, businessScopedId }: Person): string {
  const scheme = value.startsWith("whatsapp:") ? "whatsapp:" : "";
  return scheme + (/\d{8}$/.test(value) && !value.includes("ID.") ? `+${phone}` : businessScopedId);
}

/** LINE's tests of an address. */
function isDummy(value: Json): boolean {
  return /^(0+|f+)$/.test(String(value));
}
