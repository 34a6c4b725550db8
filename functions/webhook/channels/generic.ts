// Speaks Standard Webhooks 1.0: a signed question in, the answer in the response.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { encodeChoice } from "../choice.ts";
import type { Response } from "../respond.ts";
import type { Content, WebhookRequest } from "./channel.ts";
import { field, id, text } from "./json.ts";
import { isSigned } from "./signature.ts";

export const genericLimits = {
  bodyBytes: 64 * 1024,
  /** A signed time may be this far from ours, either way. */
  toleranceS: 300,
  textUnits: 4000,
  conversationUnits: 128,
};

const idForm = /^[\w.:-]{1,128}$/;
const timestampForm = /^\d{1,12}$/;
/** 32 bytes in the one form that base64 has for them: the last letter's spare bits are 0. */
const signatureForm = /^v1,([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)$/;

/** True if one of the signatures in the header was made with one of our keys, just now. */
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
  return (headers["webhook-signature"] ?? "").split(" ").some((signature) => {
    const base64 = signatureForm.exec(signature)?.[1];
    return base64 !== undefined && isSigned(bytes, Buffer.from(base64, "base64"), keys);
  });
}

export type GenericEvent =
  | { readonly kind: "message"; readonly content: Content; readonly locale?: string }
  /** A type of event that asks for no answer. */
  | { readonly kind: "other" }
  /** Not of the form that the README describes. */
  | { readonly kind: "malformed" };

/** Reads a parsed body: `{type: "message.received", data: {conversation, text, locale?, choice?}}`. */
export function readGenericEvent(body: unknown): GenericEvent {
  const type = text(field(body, "type"), 100);
  if (type === undefined) return { kind: "malformed" };
  if (type !== "message.received") return { kind: "other" };
  const data = field(body, "data");
  const conversation = text(field(data, "conversation"), genericLimits.conversationUnits);
  const content = contentOf(data);
  if (!conversation || !content) return { kind: "malformed" };
  const locale = id(field(data, "locale"));
  return { kind: "message", content, ...(locale ? { locale } : {}) };
}

function contentOf(data: unknown): Content | undefined {
  const payload = id(field(data, "choice"));
  if (payload) return { kind: "choice", payload };
  const question = text(field(data, "text"), genericLimits.textUnits);
  return question === undefined ? undefined : { kind: "text", text: question };
}

/** The body of the answer: `{type: "message.reply", data: {text, options, answer_id, …}}`. */
export function genericReply({ reply, result }: Response): object {
  return {
    type: "message.reply",
    data: {
      text: reply.text,
      language: reply.language,
      outcome: result.outcome,
      answer_id: result.entry,
      confidence: result.confidence,
      options: reply.options.map(({ choice, title, question, key }) => ({
        choice: encodeChoice(choice),
        key,
        title: question ?? title,
      })),
    },
  };
}
