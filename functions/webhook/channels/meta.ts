// What WhatsApp and Messenger share: Meta's signature and Meta's check of a webhook's address.
// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
import type { WebhookRequest, WebhookResponse } from "./channel.ts";
import { isSecret, isSigned } from "./signature.ts";

const signatureForm = /^sha256=([0-9a-f]{64})$/;

/** `X-Hub-Signature-256: sha256=<hex>` over the exact bytes of the body. */
export function hasMetaSignature(
  { headers, body }: WebhookRequest,
  appSecrets: readonly string[],
): boolean {
  const hex = signatureForm.exec(headers["x-hub-signature-256"] ?? "")?.[1];
  return hex !== undefined && isSigned(body, Buffer.from(hex, "hex"), appSecrets);
}

/** Gives the challenge back to whoever knows the verify token; 403 to anyone else. */
export function answerHandshake(
  { query }: WebhookRequest,
  verifyTokens: readonly string[],
): WebhookResponse {
  const isOurs =
    query.get("hub.mode") === "subscribe" &&
    isSecret(query.get("hub.verify_token") ?? "", verifyTokens);
  const challenge = query.get("hub.challenge");
  if (!isOurs || challenge === null) return { status: 403 };
  return {
    status: 200,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    body: challenge,
  };
}
