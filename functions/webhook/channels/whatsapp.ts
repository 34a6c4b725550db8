// Speaks WhatsApp Cloud API: signed deliveries in, messages with buttons or a list out.
// https://developers.facebook.com/docs/whatsapp/cloud-api
import type { Reply } from "../reply.ts";
import { defineAdapter, idForm, secretForm, secretsIn, withoutSlash } from "./adapter.ts";
import type { CallingChannel, Content, Inbound, WebhookRequest } from "./channel.ts";
import { cutReply, cutText, feedbackRowsOf, type Row, rowsOf } from "./cut.ts";
import { field, id, items, parseJson, secondsAsMs, text } from "./json.ts";
import { answerHandshake, graphCalls, graphJudge, hasMetaSignature, metaSettings } from "./meta.ts";

export const whatsapp = defineAdapter({
  title: "WhatsApp",
  settings: {
    WHATSAPP_APP_SECRET: metaSettings.appSecret,
    WHATSAPP_ACCESS_TOKEN: { form: secretForm, what: "an access token of Meta's dashboard" },
    WHATSAPP_PHONE_NUMBER_ID: { form: idForm, what: "the phone number ID of Meta's dashboard" },
    WHATSAPP_VERIFY_TOKEN: metaSettings.verifyToken("WhatsApp"),
    WHATSAPP_API_URL: metaSettings.apiUrl,
  },
  open: (values) =>
    createWhatsApp({
      appSecrets: secretsIn(values.WHATSAPP_APP_SECRET),
      verifyTokens: secretsIn(values.WHATSAPP_VERIFY_TOKEN),
      accessTokens: secretsIn(values.WHATSAPP_ACCESS_TOKEN),
      phoneNumberId: values.WHATSAPP_PHONE_NUMBER_ID,
      apiUrl: withoutSlash(values.WHATSAPP_API_URL),
    }),
});

export interface WhatsAppSettings {
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  readonly accessTokens: readonly string[];
  readonly phoneNumberId: string;
  readonly apiUrl: string;
}

/** What the platform takes; https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
const sizes = {
  /** A delivery of up to 1,000 updates may have 3 MB. */
  bodyBytes: 3.5 * 1024 * 1024,
  text: 4096,
  interactiveBody: 1024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  sectionTitle: 24,
};

interface WhatsAppMessage extends Inbound {
  /** A phone number or a business-scoped user id. */
  readonly sender: string;
}

export function createWhatsApp(settings: WhatsAppSettings): CallingChannel<WhatsAppMessage> {
  return {
    name: "whatsapp",
    maxBodyBytes: sizes.bodyBytes,
    unauthorisedStatus: 401,
    handshake: (request) => answerHandshake(request, settings.verifyTokens),
    verify: (request) => hasMetaSignature(request, settings.appSecrets),
    parse: (request) => parse(request, settings.phoneNumberId),
    reply: (to, reply) => calls({ ...addressOf(to.sender), ...messageFor(reply) }, settings),
    notices: (to) => [calls(readMark(to), settings)],
    judge: judgeGraphCall,
  };
}

function parse(request: WebhookRequest, phoneNumberId: string): WhatsAppMessage[] {
  const delivery = parseJson(request.body);
  if (field(delivery, "object") !== "whatsapp_business_account") return [];
  return items(field(delivery, "entry"))
    .flatMap((entry) => items(field(entry, "changes")))
    .filter((change) => field(change, "field") === "messages")
    .map((change) => field(change, "value"))
    .filter((value) => field(field(value, "metadata"), "phone_number_id") === phoneNumberId)
    .flatMap((value) =>
      items(field(value, "messages"))
        .map((message) => inbound(message, value, phoneNumberId))
        .filter((message) => message !== undefined),
    );
}

function inbound(message: unknown, value: unknown, account: string): WhatsAppMessage | undefined {
  const messageId = id(field(message, "id"));
  const sender = senderOf(message, value);
  const content = contentOf(message, value);
  // A message in a group isn't addressed to the bot.
  const isInGroup = id(field(message, "group_id")) !== undefined;
  if (!messageId || !sender || !content || isInGroup) return undefined;
  const sentAtMs = secondsAsMs(field(message, "timestamp"));
  return { id: messageId, account, sender, content, ...(sentAtMs ? { sentAtMs } : {}) };
}

/** Since 2026 a sender may have no phone number, only a user id that is this business's own. */
function senderOf(message: unknown, value: unknown): string | undefined {
  const [contact, ...others] = items(field(value, "contacts"));
  // Where there are several, nothing says which of them wrote this message.
  const sender = others.length === 0 ? contact : undefined;
  return (
    id(field(message, "from")) ??
    id(field(message, "from_user_id")) ??
    id(field(sender, "wa_id")) ??
    id(field(sender, "user_id"))
  );
}

/**
 * What the person sent; `undefined` for all that asks for no reply, now and in future: reactions,
 * edits, deletions, system messages.
 */
function contentOf(message: unknown, value: unknown): Content | undefined {
  switch (field(message, "type")) {
    case "text": {
      const body = text(field(field(message, "text"), "body"));
      return body === undefined ? undefined : { kind: "text", text: body };
    }
    case "button": {
      const button = field(message, "button");
      const words = text(field(button, "text"));
      const choice = choiceOf(field(button, "payload"), words);
      return choice ?? (words ? { kind: "text", text: words } : undefined);
    }
    case "interactive": {
      const interactive = field(message, "interactive");
      const reply = field(interactive, "button_reply") ?? field(interactive, "list_reply");
      const choice = choiceOf(field(reply, "id"), field(reply, "title"));
      if (choice) return choice;
      // Something was tapped or filled in that the platform could not pass on, or that isn't ours.
      const isFromPerson =
        field(interactive, "type") === "nfm_reply" || [message, value].some(hasErrors);
      return isFromPerson ? { kind: "nontext" } : undefined;
    }
    case "image":
    case "video":
    case "audio":
    case "voice":
    case "document":
    case "sticker":
    case "location":
    case "contacts":
    case "order":
      return { kind: "nontext" };
    case "unsupported":
      return isAboutAnotherMessage(message) ? undefined : { kind: "nontext" };
    case "unknown":
      return hasErrors(message) ? { kind: "nontext" } : undefined;
    default:
      return undefined;
  }
}

function choiceOf(payload: unknown, title: unknown): Content | undefined {
  const name = id(payload);
  const words = text(title);
  return name === undefined
    ? undefined
    : { kind: "choice", payload: name, ...(words ? { title: words } : {}) };
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/unsupported */
const aboutOtherMessages = ["edit", "keep_in_chat", "pin", "poll_update", "reaction"];

function isAboutAnotherMessage(message: unknown): boolean {
  const type = text(field(field(message, "unsupported"), "type"));
  return type !== undefined && aboutOtherMessages.includes(type);
}

function hasErrors(message: unknown): boolean {
  return items(field(message, "errors")).length > 0;
}

/** A call to the messages of our number, once for each token. */
function calls(message: object, { apiUrl, phoneNumberId, accessTokens }: WhatsAppSettings) {
  const body = { messaging_product: "whatsapp", ...message };
  return graphCalls(`${apiUrl}/${phoneNumberId}/messages`, body, accessTokens);
}

/**
 * Marks the message read and shows that an answer is being written, in one call. A tap gets no
 * "typing": on feedback that was given before, no answer follows.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators
 */
function readMark({ id: messageId, content }: Inbound): object {
  const isTap = content.kind === "choice";
  return {
    status: "read",
    message_id: messageId,
    ...(isTap ? {} : { typing_indicator: { type: "text" } }),
  };
}

/** A phone number goes into `to`, a business-scoped user id (`ID.` and letters) into `recipient`. */
function addressOf(sender: string): { to: string } | { recipient: string } {
  return /^\+?\d+$/.test(sender) ? { to: sender } : { recipient: sender };
}

/** One message, whatever the reply: with buttons or a list if its text leaves room for them. */
function messageFor(reply: Reply): object {
  const feedback = feedbackRowsOf(reply);
  const options = rowsOf(reply, sizes.rows - feedback.length);
  const rows = [...options, ...feedback];
  if (rows.length === 0 || reply.text.length > sizes.interactiveBody) {
    return { type: "text", text: { body: cutReply(reply, sizes.text), preview_url: false } };
  }
  const sections = [
    { title: reply.optionsTitle, rows: options },
    { title: reply.feedbackTitle, rows: feedback },
  ].filter((section) => section.rows.length > 0);
  return {
    type: "interactive",
    interactive: fitButtons(rows) ? buttons(reply.text, rows) : list(reply, sections),
  };
}

function fitButtons(rows: readonly Row[]): boolean {
  const titles = new Set(rows.map(({ title }) => title));
  return (
    rows.length <= sizes.buttons &&
    titles.size === rows.length &&
    [...titles].every((title) => title.length <= sizes.buttonTitle)
  );
}

function buttons(body: string, rows: readonly Row[]): object {
  return {
    type: "button",
    body: { text: body },
    action: {
      buttons: rows.map(({ payload, title }) => ({ type: "reply", reply: { id: payload, title } })),
    },
  };
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

function list(reply: Reply, sections: readonly Section[]): object {
  return {
    type: "list",
    body: { text: reply.text },
    action: {
      button: cutText(reply.optionsButton, sizes.buttonTitle),
      sections: sections.map(({ title, rows }) => ({
        // One section alone needs no title, and half a sentence is none.
        ...(title && (sections.length > 1 || title.length <= sizes.sectionTitle)
          ? { title: cutText(title, sizes.sectionTitle) }
          : {}),
        rows: rows.map((row) => ({
          id: row.payload,
          title: cutText(row.title, sizes.rowTitle),
          ...(row.question ? { description: cutText(row.question, sizes.rowDescription) } : {}),
        })),
      })),
    },
  };
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const judgeGraphCall = graphJudge({
  transient: [4, 80007, 130429, 131056, 131000, 131016, 131057],
  permanent: [
    100, 368, 130497, 131008, 131009, 131026, 131030, 131031, 131047, 131048, 131049, 131062,
  ],
  unauthorised: [0, 3, 10, 190],
});
