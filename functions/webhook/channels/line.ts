// Speaks the LINE Messaging API: signed events in, a text with quick replies out.
// https://developers.line.biz/en/reference/messaging-api/
import { createHash } from "node:crypto";
import type { Reply } from "../reply.ts";
import { apiUrlForm, defineAdapter, secretForm, secretsIn, withoutSlash } from "./adapter.ts";
import type {
  CallingChannel,
  Content,
  Delivery,
  Inbound,
  Outgoing,
  WebhookRequest,
} from "./channel.ts";
import { cutLabel, cutReply, cutText, rowsWithFeedback } from "./cut.ts";
import { field, id, integer, items, parseJson, text } from "./json.ts";
import { base64Of32Bytes, isSigned } from "./signature.ts";

export interface LineSettings {
  readonly channelSecrets: readonly string[];
  readonly accessTokens: readonly string[];
  readonly apiUrl: string;
}

export const line = defineAdapter({
  title: "LINE",
  settings: {
    LINE_CHANNEL_SECRET: { form: secretForm, what: "the channel secret of LINE's console" },
    LINE_CHANNEL_ACCESS_TOKEN: {
      form: secretForm,
      what: "a channel access token of LINE's console",
    },
    LINE_API_URL: { form: apiUrlForm, what: "for tests", fallback: "https://api.line.me" },
  },
  open: (values) =>
    createLine({
      channelSecrets: secretsIn(values.LINE_CHANNEL_SECRET),
      accessTokens: secretsIn(values.LINE_CHANNEL_ACCESS_TOKEN),
      apiUrl: withoutSlash(values.LINE_API_URL),
    }),
});

/**
 * Text counts UTF-16 units, labels count what people see as letters:
 * https://developers.line.biz/en/docs/messaging-api/text-character-count/
 */
const sizes = {
  /** Several events, each with a text of up to 5,000 units. */
  bodyBytes: 1_000_000,
  text: 5000,
  quickReplies: 13,
  label: 20,
  data: 300,
  displayText: 300,
};

/**
 * LINE waits for two seconds:
 * https://developers.line.biz/en/docs/messaging-api/check-webhook-error-statistics/
 */
const respondWithinMs = 1800;

interface LineMessage extends Inbound {
  /** Works once, and for a minute. */
  readonly replyToken: string;
  /** Absent for people who haven't agreed to be named to bots. */
  readonly userId?: string;
}

export function createLine(settings: LineSettings): CallingChannel<LineMessage> {
  return {
    name: "line",
    maxBodyBytes: sizes.bodyBytes,
    unauthorisedStatus: 401,
    respondWithinMs,
    verify: (request) => isSignedByLine(request, settings.channelSecrets),
    parse,
    reply: (to, reply) => outgoing(to, reply, settings),
    judge,
  };
}

const signatureForm = new RegExp(`^${base64Of32Bytes}$`);

function isSignedByLine({ headers, body }: WebhookRequest, secrets: readonly string[]): boolean {
  const signature = headers["x-line-signature"] ?? "";
  return signatureForm.test(signature) && isSigned(body, Buffer.from(signature, "base64"), secrets);
}

function parse({ body }: WebhookRequest): LineMessage[] {
  const delivery = parseJson(body);
  const account = id(field(delivery, "destination")) ?? "";
  return items(field(delivery, "events"))
    .map((event) => inbound(event, account))
    .filter((message) => message !== undefined);
}

/** An older console checks the address with events whose tokens are of one digit throughout. */
const dummyToken = /^(0{32}|f{32})$/;

function inbound(event: unknown, account: string): LineMessage | undefined {
  const source = field(event, "source");
  // In groups and rooms people talk to each other; on standby, somebody else answers.
  if (field(source, "type") !== "user" || field(event, "mode") === "standby") return undefined;
  const replyToken = id(field(event, "replyToken"));
  const content = contentOf(event);
  const eventId = idOf(event);
  if (!replyToken || dummyToken.test(replyToken) || !content || !eventId) return undefined;
  const userId = id(field(source, "userId"));
  const sentAtMs = integer(field(event, "timestamp"));
  return {
    id: eventId,
    account,
    content,
    replyToken,
    ...(userId ? { userId } : {}),
    ...(sentAtMs && sentAtMs > 0 ? { sentAtMs } : {}),
  };
}

/**
 * Pictures sent together come as an event each, and are one message to us. Events had no ids of
 * their own before 2022; the token is as unique.
 */
function idOf(event: unknown): string | undefined {
  const message = field(event, "message");
  return (
    id(field(field(message, "imageSet"), "id")) ??
    id(field(event, "webhookEventId")) ??
    id(message === undefined ? field(event, "replyToken") : field(message, "id"))
  );
}

function contentOf(event: unknown): Content | undefined {
  switch (field(event, "type")) {
    case "message":
      return contentOfMessage(field(event, "message"));
    case "postback":
      return contentOfPostback(field(event, "postback"));
    case "follow":
      return { kind: "welcome" };
    default:
      return undefined;
  }
}

/** A button of ours, or one that somebody else's tool made. */
function contentOfPostback(postback: unknown): Content | undefined {
  const payload = text(field(postback, "data"), sizes.data);
  // Turning a page of the rich menu asks for nothing, though it comes with a payload.
  const isPageTurn = field(field(postback, "params"), "newRichMenuAliasId") !== undefined;
  return payload && !isPageTurn ? { kind: "choice", payload } : undefined;
}

function contentOfMessage(message: unknown): Content | undefined {
  switch (field(message, "type")) {
    case "text": {
      const words = text(field(message, "text"));
      return words === undefined ? undefined : { kind: "text", text: words };
    }
    // The words on a sticker are not the person's own.
    case "sticker":
    case "image":
    case "video":
    case "audio":
    case "file":
    case "location":
      return { kind: "nontext" };
    default:
      return undefined;
  }
}

/**
 * First by the reply token, which costs nothing; where that ran out, as a push, which counts
 * towards the plan's quota. The retry key lets LINE recognise a push that comes again.
 */
function outgoing(
  to: LineMessage,
  reply: Reply,
  { accessTokens, apiUrl }: LineSettings,
): Outgoing[] {
  const messages = [messageFor(reply)];
  const call = (path: string, body: object, more: Record<string, string> = {}): Outgoing[] =>
    accessTokens.map((token) => ({
      url: `${apiUrl}/v2/bot/message/${path}`,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...more },
      body: JSON.stringify({ ...body, messages }),
    }));
  return [
    ...call("reply", { replyToken: to.replyToken }),
    ...(to.userId
      ? call("push", { to: to.userId }, { "x-line-retry-key": retryKey(to.id, to.account) })
      : []),
  ];
}

/** A UUID that is the same for every attempt to answer the same event. */
function retryKey(eventId: string, account: string): string {
  const hex = createHash("sha256").update(`${account}\0${eventId}`).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}

function messageFor(reply: Reply): object {
  const rows = rowsWithFeedback(reply, sizes.quickReplies);
  const quickReplies = rows.map(({ title, question, payload }) => ({
    type: "action",
    action: {
      type: "postback",
      label: cutLabel(title, sizes.label),
      data: payload,
      displayText: cutText(question || title, sizes.displayText),
    },
  }));
  return {
    type: "text",
    text: cutReply(reply, sizes.text),
    ...(quickReplies.length > 0 ? { quickReply: { items: quickReplies } } : {}),
  };
}

/** https://developers.line.biz/en/reference/messaging-api/#error-responses */
function judge(status: number, body: string): Delivery {
  // 409: a push with this retry key was taken before.
  if ((status >= 200 && status < 300) || status === 409) return { kind: "sent" };
  const code = String(status);
  const message = text(field(parseJson(Buffer.from(body)), "message")) ?? "";
  if (status === 401 || status === 403) return { kind: "unauthorised", code };
  if (status === 400 && /invalid reply token/i.test(message)) return { kind: "lapsed", code };
  // The month's quota is used up: another try won't find more.
  if (status === 429 && /monthly limit/i.test(message)) return { kind: "permanent", code };
  return { kind: status === 429 || status >= 500 ? "transient" : "permanent", code };
}
