// Responses that carry JSON.
import type { WebhookResponse } from "./channel.ts";

export function json(status: number, value: unknown): WebhookResponse {
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
    },
    body: JSON.stringify(value),
  };
}

/** A refusal that says what to do; the sentence holds nothing of the request. */
export function refusal(status: number, message: string): WebhookResponse {
  return json(status, { error: message });
}
