// Deliveries as the platforms would send them, signed with a channel's own settings.
import { createHmac, randomBytes } from "node:crypto";
import { secretsIn } from "../../functions/webhook/channels/adapter.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";

/** What an invented person does; `nothing` is a delivery that a platform would make as a test. */
export type Act =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "tap"; readonly payload: string }
  /** Opens the conversation. */
  | { readonly kind: "start" }
  | { readonly kind: "nothing" };

export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Make = (act: Act, values: SettingValues) => Delivery | undefined;

/**
 * The delivery of one act to a channel with these settings, all that it needs among them;
 * `undefined` where the platform has nothing like the act, or nobody has written it here yet.
 */
export function makeDelivery(
  name: WebhookName,
  act: Act,
  values: SettingValues,
): Delivery | undefined {
  return deliveries[name]?.(act, values);
}

const deliveries: Readonly<Partial<Record<WebhookName, Make>>> = {
  generic(act, { GENERIC_SECRET = "" }) {
    if (act.kind === "start") return undefined;
    const data = { conversation: "trial", ...(act.kind === "tap" ? { choice: act.payload } : {}) };
    const body = JSON.stringify(
      act.kind === "nothing"
        ? { type: "trial" }
        : { type: "message.received", data: { ...data, ...(act.kind === "text" ? act : {}) } },
    );
    const id = newId("msg_");
    const timestamp = String(nowS());
    const key = Buffer.from(firstOf(GENERIC_SECRET).replace("whsec_", ""), "base64");
    const signature = hmac("sha256", key, `${id}.${timestamp}.${body}`).toString("base64");
    return json(body, {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    });
  },

  whatsapp(act, { WHATSAPP_APP_SECRET = "", WHATSAPP_PHONE_NUMBER_ID = "" }) {
    if (act.kind === "start") return undefined;
    const from = "6280000000001";
    const message = {
      from,
      id: newId("wamid."),
      timestamp: String(nowS()),
      ...(act.kind === "text" ? { type: "text", text: { body: act.text } } : {}),
      ...(act.kind === "tap"
        ? {
            type: "interactive",
            interactive: { type: "button_reply", button_reply: { id: act.payload, title: "…" } },
          }
        : {}),
    };
    const value = {
      messaging_product: "whatsapp",
      metadata: {
        display_phone_number: "6280000000000",
        phone_number_id: WHATSAPP_PHONE_NUMBER_ID,
      },
      contacts: [{ profile: { name: "Contoh" }, wa_id: from }],
      messages: act.kind === "nothing" ? [] : [message],
    };
    const changes = [{ field: "messages", value }];
    const delivery = { object: "whatsapp_business_account", entry: [{ id: "1", changes }] };
    return byMeta(delivery, WHATSAPP_APP_SECRET);
  },

  messenger(act, { MESSENGER_APP_SECRET = "", MESSENGER_PAGE_ID = "" }) {
    const message =
      act.kind === "text"
        ? { mid: newId("m_"), text: act.text }
        : act.kind === "tap"
          ? { mid: newId("m_"), text: "…", quick_reply: { payload: act.payload } }
          : undefined;
    const event = {
      sender: { id: "5000000000000001" },
      recipient: { id: MESSENGER_PAGE_ID },
      timestamp: Date.now(),
      ...(act.kind === "start"
        ? { postback: { mid: newId("m_"), title: "Get started", payload: "GET_STARTED" } }
        : { message }),
    };
    const messaging = act.kind === "nothing" ? [] : [event];
    const entry = [{ id: MESSENGER_PAGE_ID, time: Date.now(), messaging }];
    return byMeta({ object: "page", entry }, MESSENGER_APP_SECRET);
  },

  telegram(act, { TELEGRAM_SECRET_TOKEN = "" }) {
    const from = { id: 700000001, is_bot: false, first_name: "Contoh", language_code: "id" };
    const chat = { id: from.id, type: "private", first_name: "Contoh" };
    const message = { message_id: 1, from, chat, date: nowS() };
    const what =
      act.kind === "text" || act.kind === "start"
        ? { message: { ...message, text: act.kind === "text" ? act.text : "/start" } }
        : act.kind === "tap"
          ? {
              callback_query: {
                id: newId(""),
                from,
                chat_instance: "1",
                message,
                data: act.payload,
              },
            }
          : {};
    // Ids of updates only ever grow; milliseconds do, for 25 days at a time.
    const update = { update_id: Date.now() % 2 ** 31, ...what };
    return json(JSON.stringify(update), {
      "x-telegram-bot-api-secret-token": firstOf(TELEGRAM_SECRET_TOKEN),
    });
  },

  line(act, { LINE_CHANNEL_SECRET = "" }) {
    const event = {
      mode: "active",
      timestamp: Date.now(),
      source: { type: "user", userId: "U00000000000000000000000000000001" },
      webhookEventId: newId("").toUpperCase(),
      deliveryContext: { isRedelivery: false },
      replyToken: newId(""),
    };
    const what =
      act.kind === "text"
        ? { type: "message", message: { type: "text", id: String(Date.now()), text: act.text } }
        : act.kind === "tap"
          ? { type: "postback", postback: { data: act.payload } }
          : act.kind === "start"
            ? { type: "follow", follow: { isUnblocked: false } }
            : undefined;
    const body = JSON.stringify({
      destination: "U00000000000000000000000000000000",
      events: what ? [{ ...what, ...event }] : [],
    });
    const signature = hmac("sha256", firstOf(LINE_CHANNEL_SECRET), body).toString("base64");
    return json(body, { "x-line-signature": signature });
  },

  twilio(act, { TWILIO_AUTH_TOKEN = "", TWILIO_WEBHOOK_URL = "" }) {
    if (act.kind === "start") return undefined;
    const parameters = new URLSearchParams({
      ...(act.kind === "nothing"
        ? { MessageStatus: "delivered", SmsStatus: "delivered" }
        : { SmsStatus: "received", NumMedia: "0" }),
      MessageSid: newId("SM"),
      AccountSid: `AC${"0".repeat(32)}`,
      From: "whatsapp:+6280000000001",
      To: "whatsapp:+6280000000000",
      ...(act.kind === "text" ? { Body: act.text } : {}),
      ...(act.kind === "tap" ? { ButtonPayload: act.payload, ButtonText: "…" } : {}),
    });
    parameters.sort();
    const signed = [...parameters].map(([name, value]) => name + value).join("");
    const [address = ""] = TWILIO_WEBHOOK_URL.split("#");
    const signature = hmac("sha1", firstOf(TWILIO_AUTH_TOKEN), address + signed);
    return {
      body: parameters.toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-twilio-signature": signature.toString("base64"),
      },
    };
  },
};

function byMeta(delivery: object, appSecret: string): Delivery {
  const body = JSON.stringify(delivery);
  const signature = hmac("sha256", firstOf(appSecret), body).toString("hex");
  return json(body, { "x-hub-signature-256": `sha256=${signature}` });
}

function json(body: string, headers: Readonly<Record<string, string>>): Delivery {
  return { body, headers: { "content-type": "application/json", ...headers } };
}

function hmac(algorithm: "sha256" | "sha1", key: string | Buffer, text: string): Buffer {
  return createHmac(algorithm, key).update(text).digest();
}

/** While a secret is being replaced, platforms sign with one of the two. */
function firstOf(secrets: string): string {
  return secretsIn(secrets)[0] ?? "";
}

function newId(prefix: string): string {
  return prefix + randomBytes(16).toString("hex");
}

function nowS(): number {
  return Math.floor(Date.now() / 1000);
}
