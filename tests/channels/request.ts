// A request as the handler hands it to a channel, and the messages that the channel finds in it.
import type {
  Inbound,
  WebhookRequest,
  WebhookResponse,
} from "../../functions/webhook/channels/channel.ts";

export function requestOf(
  body: Buffer | string,
  headers: WebhookRequest["headers"] = {},
  rawQuery = "",
): WebhookRequest {
  const query = new URLSearchParams(rawQuery);
  return { method: "POST", query, rawQuery, headers, body: Buffer.from(body) };
}

/** None where the platform is only to be told something. */
export function messagesOf<Message extends Inbound>(
  parsed: readonly Message[] | WebhookResponse,
): readonly Message[] {
  return "status" in parsed ? [] : parsed;
}
