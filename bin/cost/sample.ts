// The requests that the cost is measured on: the FAQ's own questions over a channel, and the rest.
import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { ChannelName, WebhookName } from "../../functions/webhook/channels/names.ts";
import { encodeChoice } from "../../functions/webhook/choice.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import { apiEvent } from "../api-event.ts";
import { type Act, type Delivery, makeDelivery } from "../trial/deliveries.ts";

export interface SampleRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One question of the FAQ's own; where it has none, the entry as it is chosen from a list. */
export interface SampleQuestion {
  readonly entry: string;
  readonly language: string;
  readonly text: string | undefined;
}

export function sampleQuestions({ bot, entries }: PublishedFaq): SampleQuestion[] {
  return entries.flatMap((entry) =>
    bot.languages.map((language) => ({
      entry: entry.id,
      language,
      text: entry.question[language] || undefined,
    })),
  );
}

/** As it comes over a channel, signed just now. */
export function askOver(
  channel: ChannelName,
  { entry, language, text }: SampleQuestion,
  values: SettingValues,
): SampleRequest {
  if (channel === "web") {
    const question = text === undefined ? { entry } : { text };
    const body = JSON.stringify({ id: randomUUID(), language, ...question });
    return post("/chat", { "content-type": "application/json" }, body);
  }
  const act: Act =
    text === undefined
      ? { kind: "tap", payload: encodeChoice({ kind: "entry", entry, language }) }
      : { kind: "text", text };
  return delivered(channel, act, values);
}

/** A delivery that asks for no reply, such as the news that a reply has been read. */
export function receiptOver(channel: WebhookName, values: SettingValues): SampleRequest {
  return delivered(channel, { kind: "nothing" }, values);
}

export function pageView(): SampleRequest {
  return { method: "GET", path: "/", headers: { "accept-encoding": "gzip" }, body: "" };
}

function delivered(channel: WebhookName, act: Act, values: SettingValues): SampleRequest {
  const delivery = makeDelivery(channel, act, values);
  if (!delivery) throw new Error(`No delivery of ${channel} is known to have ${act.kind}`);
  return post(`/webhooks/${channel}`, delivery.headers, delivery.body);
}

function post(path: string, headers: Delivery["headers"], body: string): SampleRequest {
  return { method: "POST", path, headers, body };
}

export function eventOf({ method, path, headers, body }: SampleRequest): APIGatewayProxyEventV2 {
  const host = "bot.example.org";
  return apiEvent({ method, target: path, headers: { host, ...headers }, body });
}
