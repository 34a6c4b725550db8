// Every channel that can be previewed, opened with invented settings and asked to show replies.
import type { Adapter } from "../../functions/webhook/channels/adapter.ts";
import type { Channel, WebhookRequest } from "../../functions/webhook/channels/channel.ts";
import { adapters } from "../../functions/webhook/channels/index.ts";
import {
  type ChannelName,
  channelNames,
  type WebhookName,
} from "../../functions/webhook/channels/names.ts";
import { chatAnswer } from "../../functions/webhook/chat.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import type { Response } from "../../functions/webhook/response.ts";
import { makeDelivery } from "../trial/deliveries.ts";
import { trialValues } from "../trial/values.ts";
import type { ShownMessage } from "./preview.ts";
import { readShown } from "./shown.ts";
import type { Formatting } from "./spans.ts";

export interface PreviewChannel {
  readonly name: ChannelName;
  readonly title: string;
  readonly formatting: Formatting;
  /** The messages that a reply becomes. */
  show(response: Response): readonly ShownMessage[];
}

/**
 * What apps make of a plain text. Telegram's and LINE's are sent without any markup of theirs; the
 * chat page links what begins with https://; what a program shows is its own affair.
 */
const formattings: Readonly<Record<ChannelName, Formatting>> = {
  web: "addresses",
  generic: "none",
  whatsapp: "whatsapp",
  messenger: "messenger",
  telegram: "telegram",
  line: "links",
  twilio: "links",
};

export function openPreviewChannels(faq: PublishedFaq): PreviewChannel[] {
  const values = trialValues({});
  return channelNames.flatMap((name): PreviewChannel[] => {
    const send =
      name === "web"
        ? (response: Response) => JSON.stringify(chatAnswer(response, faq))
        : senderOf(name, adapters[name], values);
    if (!send) return [];
    const show = (response: Response) => {
      const shown = readShown(name, send(response));
      return shown ? [shown] : [];
    };
    return [{ name, title: titleOf(name), formatting: formattings[name], show }];
  });
}

/** As people know it. */
function titleOf(name: ChannelName): string {
  if (name === "web") return "Chat page";
  return name === "twilio" ? "SMS (Twilio)" : adapters[name].title;
}

/** What the channel would send to somebody who has just written. */
function senderOf(
  name: WebhookName,
  adapter: Adapter,
  given: Readonly<Record<string, string>>,
): ((response: Response) => string) | undefined {
  const values = Object.fromEntries(
    Object.entries(adapter.settings).map(([setting, { fallback = "" }]) => [
      setting,
      given[setting] ?? fallback,
    ]),
  );
  const delivery = makeDelivery(name, { kind: "text", text: "?" }, values);
  if (!delivery) return undefined;
  const channel: Channel = adapter.open(values);
  const request: WebhookRequest = {
    method: "POST",
    query: new URLSearchParams(),
    rawQuery: "",
    headers: delivery.headers,
    body: Buffer.from(delivery.body),
  };
  const parsed = channel.parse(request);
  const to = "status" in parsed ? undefined : parsed[0];
  if (!to) throw new Error(`${name} can't read the delivery that was made for it`);
  return (response) =>
    "respond" in channel
      ? String(channel.respond(to, response).body ?? "")
      : (channel.reply(to, response.reply)[0]?.body ?? "");
}
