// Speaks WhatsApp Cloud API: signed deliveries in, messages with buttons or a list out.
// https://developers.facebook.com/docs/whatsapp/cloud-api
import { asText, type Reply } from "../reply.ts";
import type { Channel, Content, Delivery, Inbound, Outgoing, WebhookRequest } from "./channel.ts";
import { cutText, rowsOf } from "./cut.ts";
import { field, id, items, parseJson, text } from "./json.ts";
import { answerHandshake, hasMetaSignature } from "./meta.ts";

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

export function createWhatsApp(settings: WhatsAppSettings): Channel {
  return {
    name: "whatsapp",
    maxBodyBytes: sizes.bodyBytes,
    unauthorisedStatus: 401,
    handshake: (request) => answerHandshake(request, settings.verifyTokens),
    verify: (request) => hasMetaSignature(request, settings.appSecrets),
    parse: (request) => parse(request, settings.phoneNumberId),
    reply: (to, reply) => outgoing(to, reply, settings),
    judge,
  };
}

function parse(request: WebhookRequest, phoneNumberId: string): Inbound[] {
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

function inbound(message: unknown, value: unknown, account: string): Inbound | undefined {
  const messageId = id(field(message, "id"));
  const recipient = senderOf(message, value);
  const content = contentOf(message);
  // A message in a group isn't addressed to the bot.
  if (!messageId || !recipient || !content || field(message, "group_id") !== undefined)
    return undefined;
  const seconds = Number(text(field(message, "timestamp"), 16) ?? Number.NaN);
  return {
    id: messageId,
    account,
    recipient,
    content,
    ...(Number.isFinite(seconds) && seconds > 0 ? { sentAtMs: seconds * 1000 } : {}),
  };
}

/** Since 2026 a sender may have no phone number: the business-scoped user id comes first. */
function senderOf(message: unknown, value: unknown): string | undefined {
  const contact = items(field(value, "contacts"))[0];
  return (
    id(field(message, "from_user_id")) ??
    id(field(message, "from")) ??
    id(field(contact, "user_id")) ??
    id(field(contact, "wa_id"))
  );
}

/** What the person sent; `undefined` for all that asks for no reply, now and in future. */
function contentOf(message: unknown): Content | undefined {
  switch (field(message, "type")) {
    case "text": {
      const body = text(field(field(message, "text"), "body"));
      return body === undefined ? undefined : { kind: "text", text: body };
    }
    case "button": {
      const payload = id(field(field(message, "button"), "payload"));
      return payload === undefined ? undefined : { kind: "choice", payload };
    }
    case "interactive": {
      const interactive = field(message, "interactive");
      const reply = field(interactive, "button_reply") ?? field(interactive, "list_reply");
      const payload = id(field(reply, "id"));
      return payload === undefined ? undefined : { kind: "choice", payload };
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
    case "unsupported":
      return { kind: "nontext" };
    default:
      return undefined;
  }
}

function outgoing(to: Inbound, reply: Reply, settings: WhatsAppSettings): Outgoing {
  return {
    url: `${settings.apiUrl}/${settings.phoneNumberId}/messages`,
    headers: {
      authorization: `Bearer ${settings.accessTokens[0] ?? ""}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      messaging_product: "whatsapp",
      ...addressOf(to.recipient),
      ...messageOf(reply),
    }),
  };
}

/** A phone number goes into `to`, a business-scoped user id (`ID.` and letters) into `recipient`. */
function addressOf(sender: string): { to: string } | { recipient: string } {
  return /^\+?\d+$/.test(sender) ? { to: sender } : { recipient: sender };
}

function messageOf(reply: Reply): object {
  const rows = rowsOf(reply, sizes.rows);
  const body = reply.text.length <= sizes.interactiveBody ? reply.text : undefined;
  if (rows.length === 0 || body === undefined) {
    return {
      type: "text",
      text: { body: cutText(asText(reply), sizes.text), preview_url: false },
    };
  }
  const asButtons =
    rows.length <= sizes.buttons && rows.every(({ title }) => title.length <= sizes.buttonTitle);
  return {
    type: "interactive",
    interactive: asButtons ? buttons(body, rows) : list(body, rows, reply),
  };
}

function buttons(body: string, rows: ReturnType<typeof rowsOf>): object {
  return {
    type: "button",
    body: { text: body },
    action: {
      buttons: rows.map(({ payload, title }) => ({ type: "reply", reply: { id: payload, title } })),
    },
  };
}

function list(body: string, rows: ReturnType<typeof rowsOf>, reply: Reply): object {
  const title = cutText(reply.optionsTitle, sizes.sectionTitle);
  return {
    type: "list",
    body: { text: body },
    action: {
      button: cutText(reply.optionsButton, sizes.buttonTitle),
      sections: [
        {
          ...(title ? { title } : {}),
          rows: rows.map((row) => ({
            id: row.payload,
            title: cutText(row.title, sizes.rowTitle),
            ...(row.question ? { description: cutText(row.question, sizes.rowDescription) } : {}),
          })),
        },
      ],
    },
  };
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const transientCodes = [4, 80007, 130429, 131056, 131000, 131016, 131057];
const isAuthCode = (code: number) => [0, 3, 10, 190].includes(code) || (code >= 200 && code <= 299);

/** The platform's own code decides, not the HTTP status: a pair limit arrives as 400. */
function judge(status: number, body: string): Delivery {
  if (status >= 200 && status < 300) return { kind: "sent" };
  const found = field(field(parseJson(Buffer.from(body)), "error"), "code");
  const code = typeof found === "number" ? found : undefined;
  const name = String(code ?? status);
  if (code !== undefined && transientCodes.includes(code)) return { kind: "transient", code: name };
  if (code !== undefined && isAuthCode(code)) return { kind: "unauthorised", code: name };
  if (code === undefined && status === 401) return { kind: "unauthorised", code: name };
  if (status === 429 || status >= 500) return { kind: "transient", code: name };
  return { kind: "permanent", code: name };
}
