// Speaks Twilio's messaging webhook, for SMS and WhatsApp: a signed form in, TwiML in the response.
// https://www.twilio.com/docs/messaging/twiml
import { createHash } from "node:crypto";
import { defineAdapter, secretForm, secretsIn } from "./adapter.ts";
import type {
  Content,
  Inbound,
  RespondingChannel,
  WebhookRequest,
  WebhookResponse,
} from "./channel.ts";
import { cutReply } from "./cut.ts";
import { maxIdUnits } from "./json.ts";
import { isSecret, isSigned } from "./signature.ts";
import { signedUrlForms } from "./twilio-url.ts";

export interface TwilioSettings {
  readonly authTokens: readonly string[];
  /** The address as it is entered at Twilio, which is part of what is signed. */
  readonly webhookUrl: string;
}

export const twilio = defineAdapter({
  title: "Twilio",
  settings: {
    TWILIO_AUTH_TOKEN: { form: secretForm, what: "the primary auth token of Twilio's console" },
    TWILIO_WEBHOOK_URL: {
      form: /^https?:\/\/\S+$/,
      what: "this webhook's public address, letter by letter as entered at Twilio",
      problem: (value) =>
        URL.canParse(value) ? undefined : "TWILIO_WEBHOOK_URL is not an address.",
    },
  },
  open: (values) =>
    createTwilio({
      authTokens: secretsIn(values.TWILIO_AUTH_TOKEN),
      webhookUrl: values.TWILIO_WEBHOOK_URL,
    }),
});

/** https://www.twilio.com/docs/api/errors/21617 */
const sizes = {
  /** 1,600 letters of any script, escaped, with all the other parameters. */
  bodyBytes: 64 * 1024,
  text: 1600,
};

const form = "application/x-www-form-urlencoded";
const json = "application/json";

export function createTwilio(settings: TwilioSettings): RespondingChannel {
  return {
    name: "twilio",
    maxBodyBytes: sizes.bodyBytes,
    mediaTypes: [form, json],
    unauthorisedStatus: 403,
    verify: (request) => isSignedByTwilio(request, settings),
    parse,
    respond: (_, { reply }) =>
      twiml(`<Message>${escapeXml(cutReply(reply, sizes.text))}</Message>`),
    silence: twiml(""),
  };
}

/** 20 bytes in the one form that base64 has for them. */
const signatureForm = /^[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=$/;

/**
 * The signature covers the address and, in a form, every parameter; JSON is covered by its hash,
 * which is part of the address. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function isSignedByTwilio(
  request: WebhookRequest,
  { authTokens, webhookUrl }: TwilioSettings,
): boolean {
  const signature = request.headers["x-twilio-signature"] ?? "";
  if (!signatureForm.test(signature) || hasManyParameters(request.body)) return false;
  const isSignedAs = (urls: readonly string[], parameters: string) =>
    urls
      .map((url) => Buffer.from(url + parameters))
      .map((bytes) => isSigned(bytes, Buffer.from(signature, "base64"), authTokens, "sha1"))
      .includes(true);
  if (isForm(request))
    return isSignedAs(signedUrlForms(webhookUrl), signedParameters(request.body));
  const [address = ""] = webhookUrl.split(/[?#]/);
  return (
    isSignedAs(signedUrlForms(`${address}?${request.rawQuery}`), "") &&
    hasBodyHash(request.query, request.body)
  );
}

function hasBodyHash(query: URLSearchParams, body: Buffer): boolean {
  const hash = createHash("sha256").update(body).digest("hex");
  return isSecret(query.get("bodySHA256") ?? "", [hash]);
}

function isForm({ headers }: WebhookRequest): boolean {
  return (headers["content-type"] ?? "").toLowerCase().startsWith(form);
}

/** Twilio sends some thirty; a stranger who sends thousands wants us to sort them. */
const maxParameters = 500;

function hasManyParameters(body: Buffer): boolean {
  let count = 1;
  for (const byte of body) if (byte === ampersand) count += 1;
  return count > maxParameters;
}

const ampersand = "&".charCodeAt(0);

/** Each name with its value, in order of names; a name that is repeated, once for each value. */
function signedParameters(body: Buffer): string {
  return [...new URLSearchParams(body.toString())]
    .sort(([name, value], [other, another]) => inOrder(name, other) || inOrder(value, another))
    .filter(([name, value], at, sorted) => {
      const [before, valueBefore] = sorted[at - 1] ?? [];
      return name !== before || value !== valueBefore;
    })
    .map(([name, value]) => name + value)
    .join("");
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** A parameter's value; Twilio also sends parameters that have none, such as the text of a picture. */
type Given = (name: string) => string | undefined;

/** https://www.twilio.com/docs/messaging/guides/webhook-request */
function parse(request: WebhookRequest): Inbound[] {
  if (!isForm(request)) return [];
  const parameters = new URLSearchParams(request.body.toString());
  const given: Given = (name) => parameters.get(name) || undefined;
  const id = given("MessageSid") ?? given("SmsMessageSid") ?? given("SmsSid");
  const content = contentOf(given);
  if (!id || !given("From") || isReceipt(given) || isOptOut(given) || !content) return [];
  if (id.length > maxIdUnits) return [];
  return [{ id, account: (given("AccountSid") ?? "").slice(0, maxIdUnits), content }];
}

/** What became of a message of ours. A message of a person's has the status "received". */
function isReceipt(given: Given): boolean {
  const status = given("SmsStatus") ?? "received";
  return given("MessageStatus") !== undefined || status.toLowerCase() !== "received";
}

/** https://help.twilio.com/articles/223134027 */
const optOutWords = /^\s*(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)\s*$/i;

/** On SMS, Twilio itself answers those who want no more messages. */
function isOptOut(given: Given): boolean {
  const isSms = !given("From")?.startsWith("whatsapp:");
  return given("OptOutType") !== undefined || (isSms && optOutWords.test(given("Body") ?? ""));
}

const nontextTypes = /^(image|audio|video|voice|document|sticker|location|contacts?|order)$/;

function contentOf(given: Given): Content | undefined {
  const words = given("Body");
  // Whether a business may call is a setting, and nothing that was asked.
  if (given("ButtonText") === "VOICE_CALL_REQUEST") return undefined;
  const payload = given("ButtonPayload") ?? given("ListId");
  if (payload) {
    const title = given("ButtonText") ?? given("ListTitle") ?? words;
    return { kind: "choice", payload, ...(title ? { title } : {}) };
  }
  const isNontext =
    nontextTypes.test(given("MessageType") ?? "") ||
    Number(given("NumMedia") ?? 0) > 0 ||
    given("Latitude") !== undefined ||
    given("InteractiveData") !== undefined;
  if (isNontext) return { kind: "nontext" };
  return words === undefined ? undefined : { kind: "text", text: words };
}

function twiml(verbs: string): WebhookResponse {
  return {
    status: 200,
    headers: { "content-type": "text/xml; charset=utf-8" },
    body: `<?xml version="1.0" encoding="UTF-8"?>${verbs ? `<Response>${verbs}</Response>` : "<Response/>"}`,
  };
}

/** All that XML 1.0 has no place for, lone surrogates included: https://www.w3.org/TR/xml/#charsets */
const illegalInXml = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeXml(text: string): string {
  return text.replace(illegalInXml, "").replace(/[&<>]/g, (letter) => entities[letter] ?? "");
}
