// What nobody could measure without AWS and real people; each may be given on the command line.
import type { ChannelName } from "../../functions/webhook/channels/names.ts";

export interface Assumptions {
  /** The function's own work on a message, and on a request that asks for no answer. */
  readonly ownMs: number;
  readonly shortMs: number;
  /** One call to DynamoDB, and one to a platform. */
  readonly storeMs: number;
  readonly platformMs: number;
  /** The share of requests that must wait for a new process, and how long making one takes. */
  readonly coldShare: number;
  readonly coldMs: number;
  /** Deliveries that follow each reply, to say what became of it. */
  readonly receipts: number;
  /** Times that the chat page is opened, for each question. */
  readonly pageViews: number;
  /** Months for which counts have been kept; they are kept for good. */
  readonly monthsKept: number;
}

export const commonAssumptions: Assumptions = {
  ownMs: 50,
  shortMs: 5,
  storeMs: 20,
  platformMs: 250,
  coldShare: 0.01,
  coldMs: 1000,
  receipts: 0,
  pageViews: 0,
  monthsKept: 12,
};

const ofChannel: Readonly<Partial<Record<ChannelName, Partial<Assumptions>>>> = {
  // Sent, delivered, read; they come with the same subscription as the messages.
  // https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
  whatsapp: { receipts: 3 },
  // Whoever comes asks two questions.
  web: { pageViews: 0.5 },
};

export function assumptionsFor(channel: ChannelName): Assumptions {
  return { ...commonAssumptions, ...ofChannel[channel] };
}
