// What WhatsApp and Messenger share: Meta's signature, its check of a webhook's address, its API.
// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
import { apiUrlForm, type Setting, secretForm } from "./adapter.ts";
import type { Delivery, Outgoing, WebhookRequest, WebhookResponse } from "./channel.ts";
import { field, parseJson } from "./json.ts";
import { isSecret, isSigned } from "./signature.ts";

/** Ends 24 months after its release: https://developers.facebook.com/docs/graph-api/changelog */
const graphApiUrl = "https://graph.facebook.com/v26.0";

/** The settings that both have, each under its own name. */
export const metaSettings = {
  appSecret: { form: secretForm, what: "the app secret of Meta's dashboard" },
  apiUrl: { form: apiUrlForm, what: "for tests", fallback: graphApiUrl },
  verifyToken: (title: string): Setting => ({
    form: secretForm,
    what: "made up by you, entered in Meta's dashboard too",
    fallback: "",
    advice: `Without ${title.toUpperCase()}_VERIFY_TOKEN, ${title} can't check the address of this webhook.`,
  }),
};

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

/** A call to the Graph API, once for each token. */
export function graphCalls(url: string, body: object, tokens: readonly string[]): Outgoing[] {
  const json = JSON.stringify(body);
  return tokens.map((token) => ({
    url,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: json,
  }));
}

/** What the codes of errors mean; those from 200 to 299 are permissions that are missing. */
export interface GraphErrorCodes {
  readonly transient: readonly number[];
  readonly permanent: readonly number[];
  readonly unauthorised: readonly number[];
}

/**
 * Reads an answer of the Graph API. Its own code decides, not the HTTP status: WhatsApp's limit on
 * a pair of numbers arrives as 400.
 */
export function graphJudge(codes: GraphErrorCodes): (status: number, body: string) => Delivery {
  return (status, body) => {
    if (status >= 200 && status < 300) return { kind: "sent" };
    const found = field(field(parseJson(Buffer.from(body)), "error"), "code");
    const code = Number.isSafeInteger(found) ? (found as number) : undefined;
    return { kind: failureOf(status, code, codes), code: String(code ?? status) };
  };
}

function failureOf(
  status: number,
  code: number | undefined,
  { transient, permanent, unauthorised }: GraphErrorCodes,
): "transient" | "permanent" | "unauthorised" {
  if (code !== undefined) {
    if (transient.includes(code)) return "transient";
    if (permanent.includes(code)) return "permanent";
    if (unauthorised.includes(code) || (code >= 200 && code <= 299)) return "unauthorised";
  }
  if (status === 401) return "unauthorised";
  return status === 429 || status >= 500 ? "transient" : "permanent";
}
