// Speaks Standard Webhooks 1.0: a signed question in, the answer in the response.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { encodeChoice } from "../choice.ts";
import type { Option } from "../reply.ts";
import type { Response } from "../response.ts";
import { defineAdapter, secretsIn } from "./adapter.ts";
import type {
  Content,
  Inbound,
  RespondingChannel,
  WebhookRequest,
  WebhookResponse,
} from "./channel.ts";
import { field, id, parseJson, text } from "./json.ts";
import { json, refusal } from "./json-response.ts";
import { base64Of32Bytes, isSigned } from "./signature.ts";

export const genericLimits = {
  bodyBytes: 64 * 1024,
  /** A signed time may be this far from ours, either way. */
  toleranceS: 300,
  textUnits: 4000,
  conversationUnits: 128,
  keyBytes: { min: 24, max: 64 },
};

export const generic = defineAdapter({
  title: "Generic webhook",
  settings: {
    GENERIC_SECRET: {
      form: /^whsec_[\w+/=-]+( whsec_[\w+/=-]+)?$/,
      what: "whsec_ and base64 of 24 to 64 bytes, shared with whoever asks",
      problem(value) {
        const { min, max } = genericLimits.keyBytes;
        return keysIn(value).some((key) => key.length < min || key.length > max)
          ? `GENERIC_SECRET needs ${min} to ${max} bytes in base64 after whsec_.`
          : undefined;
      },
    },
  },
  open: (values) => createGeneric(keysIn(values.GENERIC_SECRET)),
});

function keysIn(value: string): Buffer[] {
  return secretsIn(value).map((secret) => Buffer.from(secret.replace("whsec_", ""), "base64"));
}

export function createGeneric(keys: readonly Buffer[]): RespondingChannel {
  return {
    name: "generic",
    maxBodyBytes: genericLimits.bodyBytes,
    unauthorisedStatus: 401,
    verify: (request, nowMs) => isSignedGeneric(request, keys, nowMs),
    parse,
    respond: (_, response) => json(200, genericReply(response)),
    silence: { status: 204 },
  };
}

const idForm = /^[\w.:-]{1,128}$/;
const timestampForm = /^\d{1,12}$/;
const signatureForm = new RegExp(`^v1,(${base64Of32Bytes})$`);

/** A sender has one for each of its keys; each costs us a look at the whole body. */
const maxSignatures = 5;

/** True if one of the first signatures in the header was made with one of our keys, just now. */
export function isSignedGeneric(
  { headers, body }: WebhookRequest,
  keys: readonly Buffer[],
  nowMs: number,
): boolean {
  const messageId = headers["webhook-id"] ?? "";
  const timestamp = headers["webhook-timestamp"] ?? "";
  if (!idForm.test(messageId) || !timestampForm.test(timestamp)) return false;
  if (Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) > genericLimits.toleranceS)
    return false;
  const bytes = Buffer.concat([Buffer.from(`${messageId}.${timestamp}.`), body]);
  const signatures = (headers["webhook-signature"] ?? "").split(" ", maxSignatures);
  return signatures.some((signature) => {
    const base64 = signatureForm.exec(signature)?.[1];
    return base64 !== undefined && isSigned(bytes, Buffer.from(base64, "base64"), keys);
  });
}

/** Reads `{type: "message.received", data: {conversation, text, locale?, choice?}}`. */
function parse({ headers, body }: WebhookRequest): readonly Inbound[] | WebhookResponse {
  const event = isJson(headers["content-type"]) ? parseJson(body) : undefined;
  if (event === undefined) return refusal(415, "Send JSON, as application/json.");
  const type = text(field(event, "type"), 100);
  if (type !== undefined && type !== "message.received") return [];
  const data = field(event, "data");
  const conversation = text(field(data, "conversation"), genericLimits.conversationUnits);
  const content = contentOf(data);
  if (type === undefined || !conversation || !content) {
    return refusal(422, 'Send {"type": "message.received", "data": {"conversation", "text"}}.');
  }
  const locale = id(field(data, "locale"));
  const sentAtMs = Number(headers["webhook-timestamp"]) * 1000;
  const messageId = headers["webhook-id"] ?? "";
  return [{ id: messageId, account: "", sentAtMs, content, ...(locale ? { locale } : {}) }];
}

function isJson(contentType: string | undefined): boolean {
  return contentType === undefined || /^application\/([\w.-]+\+)?json\b/i.test(contentType);
}

function contentOf(data: unknown): Content | undefined {
  const payload = id(field(data, "choice"));
  if (payload) return { kind: "choice", payload };
  const question = text(field(data, "text"), genericLimits.textUnits);
  return question === undefined ? undefined : { kind: "text", text: question };
}

/** The body of the answer: `{type: "message.reply", data: {text, options, answer_id, …}}`. */
function genericReply({ reply, result }: Response): object {
  const feedback = reply.feedback.map(choiceAndTitle);
  return {
    type: "message.reply",
    data: {
      text: reply.text,
      language: reply.language,
      outcome: result.outcome,
      answer_id: result.entry,
      confidence: result.confidence,
      options: reply.options.map((option) => ({ ...choiceAndTitle(option), key: option.key })),
      ...(feedback.length > 0 ? { feedback } : {}),
    },
  };
}

function choiceAndTitle({ choice, question, title }: Option): object {
  return { choice: encodeChoice(choice), title: question ?? title };
}
