// A request as the handler hands it to a channel.
import type { WebhookRequest } from "../../functions/webhook/channels/channel.ts";

export function requestOf(
  body: Buffer | string,
  headers: WebhookRequest["headers"] = {},
): WebhookRequest {
  return { method: "POST", query: new URLSearchParams(), headers, body: Buffer.from(body) };
}
