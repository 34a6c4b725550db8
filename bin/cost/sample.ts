// The requests that the cost is measured on: the FAQ's own questions over a channel, and the rest.
import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { ChannelName, WebhookName } from "../../functions/webhook/channels/names.ts";
import { encodeChoice } from "../../functions/webhook/choice.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { type Act, makeDelivery } from "../trial/deliveries.ts";

export interface SampleRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Values = Readonly<Record<string, string>>;

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
  values: Values,
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
export function receiptOver(channel: WebhookName, values: Values): SampleRequest {
  return delivered(channel, { kind: "nothing" }, values);
}

export function pageView(): SampleRequest {
  return { method: "GET", path: "/", headers: { "accept-encoding": "gzip" }, body: "" };
}

function delivered(channel: WebhookName, act: Act, values: Values): SampleRequest {
  const delivery = makeDelivery(channel, act, values);
  if (!delivery) throw new Error(`No delivery of ${channel} is known to have ${act.kind}`);
  return post(`/webhooks/${channel}`, delivery.headers, delivery.body);
}

function post(path: string, headers: Values, body: string): SampleRequest {
  return { method: "POST", path, headers, body };
}

/** As the HTTP API or the function's own URL hands it over. */
export function eventOf({ method, path, headers, body }: SampleRequest): APIGatewayProxyEventV2 {
  const domainName = "bot.example.org";
  return {
    version: "2.0",
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: "",
    headers: { host: domainName, ...headers },
    requestContext: {
      accountId: "000000000000",
      apiId: "sample",
      domainName,
      domainPrefix: "bot",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "" },
      requestId: "sample",
      routeKey: `${method} ${path}`,
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: false,
  };
}
