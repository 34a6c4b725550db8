// What reaches the bot: the nth message of somebody, good or hostile, over any channel.
import { readFileSync } from "node:fs";
import {
  type ChannelName,
  channelNames,
  type WebhookName,
} from "../../functions/webhook/channels/names.ts";
import type { ChannelSample } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { signedGeneric } from "../fixtures/generic.ts";
import { lineFixtures } from "../fixtures/line.ts";
import { messengerFixtures } from "../fixtures/messenger.ts";
import { telegramFixtures } from "../fixtures/telegram.ts";
import { type TwilioParameters, twilioFixtures, twilioForm } from "../fixtures/twilio.ts";
import { fixturesSentAtMs, whatsappFixtures } from "../fixtures/whatsapp.ts";
import { inRequests, messageId, personAt, secrets, writing } from "./people.ts";
import { soak, type Traces } from "./soak.ts";

export interface Post {
  readonly method: string;
  /** With the query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** The channel over which the nth message comes. */
export function channelOf(n: number): ChannelName {
  return channelNames[n % channelNames.length] ?? "web";
}

const samples = new Map<WebhookName, ChannelSample>(channelSamples);

const fixtureNames: Partial<Record<WebhookName, readonly string[]>> = {
  whatsapp: whatsappFixtures,
  messenger: messengerFixtures,
  telegram: telegramFixtures,
  line: lineFixtures,
  twilio: twilioFixtures,
};
const fixtures = new Map(
  Object.entries(fixtureNames).map(([channel, names]) => [
    channel as WebhookName,
    names.map((name): unknown =>
      JSON.parse(
        readFileSync(new URL(`../fixtures/${channel}/${name}.json`, import.meta.url), "utf8"),
      ),
    ),
  ]),
);

const dayMs = 24 * 60 * 60 * 1000;

/** The nth message. One in four is hostile; `random` says how. */
export function deliveryOf(n: number, nowMs: number, random: () => number): Post {
  const channel = channelOf(n);
  const traces: Traces = {
    person: personAt(n),
    n,
    id: messageId(channel, n),
    text: writing(n),
    payload: random() < 0.5 ? undefined : payloadOf(n),
  };
  const hostility = random() < 0.25 ? random() : undefined;
  if (hostility !== undefined && hostility < 0.25) return astray(hostility * 4, traces);
  if (channel === "web") return chatPost(traces, hostility === undefined ? undefined : random());
  return webhookPost(channel, traces, nowMs, hostility, random);
}

/** Feedback, a choice of an entry, and buttons that are nobody's. */
function payloadOf(n: number): string {
  const { phone, name, username } = personAt(n);
  const payloads = [
    "entry/en/membership-fee",
    "helpful/id/opening-hours/abcdefghij",
    `helpful/id/${phone}/abcdefghij`,
    `entry/en/${username}`,
    `entry/${username}/opening-hours`,
    `category/en/${phone}/0`,
    writing(n),
    `${name} ${phone}`,
  ];
  return (payloads[n % payloads.length] ?? "").slice(0, 250) || name;
}

function webhookPost(
  channel: WebhookName,
  traces: Traces,
  nowMs: number,
  hostility: number | undefined,
  random: () => number,
): Post {
  const body = bodyOf(channel, traces, random);
  const aged = Buffer.from(withAge(body.toString(), random()));
  if (hostility === undefined) return signedPost(channel, aged, traces, nowMs);
  const spoilt = spoil(body, traces, random());
  const { headers, ...post } = signedPost(channel, spoilt.body, traces, nowMs);
  const forged = random() < 0.4 ? forgedHeaders(channel, traces, random()) : {};
  return { ...post, headers: { ...headers, ...spoilt.headers, ...forged } };
}

function bodyOf(channel: WebhookName, traces: Traces, random: () => number): Buffer {
  const sample = samples.get(channel);
  if (!sample) throw new Error(`There is no sample of ${channel}`);
  const { text, n, payload } = traces;
  const all = fixtures.get(channel) ?? [];
  const fixture = all[Math.floor(random() * all.length)];
  if (fixture !== undefined && random() < 0.5) {
    return channel === "twilio"
      ? formOf(fixture as TwilioParameters, traces)
      : Buffer.from(JSON.stringify(soak(fixture, traces)));
  }
  const isReceipt = random() < 0.05;
  const body = isReceipt
    ? sample.receipt
    : payload === undefined
      ? sample.text(text)
      : sample.choice(payload, n);
  if (channel !== "twilio") return Buffer.from(JSON.stringify(soak(JSON.parse(body), traces)));
  return formOf([...new URLSearchParams(body)], traces);
}

function formOf(parameters: TwilioParameters, traces: Traces): Buffer {
  const { person, text } = traces;
  const soaked = parameters.map(
    ([name, value]) => [name, String(soak(value, traces, [name]))] as const,
  );
  return twilioForm([...soaked, [person.phone, person.name], [text || "x", person.email]]);
}

/** Now and then a message is too old to be answered, or even to be counted. */
function withAge(body: string, dice: number): string {
  const days = dice < 0.03 ? 2 : dice < 0.05 ? 9 : 0;
  if (days === 0) return body;
  const seconds = fixturesSentAtMs / 1000;
  return body.replaceAll(String(seconds), String(seconds - (days * dayMs) / 1000));
}

function signedPost(channel: WebhookName, body: Buffer, traces: Traces, nowMs: number): Post {
  const sample = samples.get(channel);
  const name = sample?.secretName as keyof typeof secrets;
  const [secret = ""] = secrets[name].split(" ");
  const signed =
    channel === "generic"
      ? signedGeneric(body.toString(), {
          id: traces.id,
          timestamp: Math.floor(nowMs / 1000),
          key: Buffer.from(secret.slice("whsec_".length), "base64"),
        }).headers
      : sample?.sign(body, secret).headers;
  return {
    method: "POST",
    target: `/webhooks/${channel}?${queryOf(traces)}`,
    ...requestOf(traces),
    headers: { ...requestOf(traces).headers, ...signed },
    body,
  };
}

/** What everybody's requests carry. */
function requestOf({ person, text }: Traces): Pick<Post, "headers" | "cookies"> {
  return {
    cookies: [`session=${inRequests.session}`, `who=${person.username}`],
    headers: {
      "user-agent": inRequests.userAgent,
      "x-forwarded-for": `${inRequests.address}, ${person.phone}`,
      forwarded: `for="[${inRequests.address}]"`,
      referer: `https://example.org/${person.username}?q=${encodeURIComponent(text)}`,
      "accept-language": person.username,
      "x-request-id": person.nik,
      [`x-${person.phone}`]: person.email,
    },
  };
}

function queryOf({ person, text }: Traces): string {
  return new URLSearchParams({
    [inRequests.query]: person.phone,
    language: person.username,
    q: text,
  }).toString();
}

interface Spoilt {
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body that is not what it should be. */
function spoil(body: Buffer, { text, person, id }: Traces, dice: number): Spoilt {
  const boundary = `batas-${person.username}`;
  const multipart = [
    `--${boundary}`,
    `content-disposition: form-data; name="${person.phone}"; filename="${inRequests.fileName}"`,
    "content-type: text/plain",
    "",
    `${text} ${person.nik}`,
    `--${boundary}--`,
  ].join("\r\n");
  const ways: readonly Spoilt[] = [
    { body: Buffer.concat([body, Buffer.from(`} ${text}`)]) },
    { body: Buffer.from(`{"${id}": ${person.phone}, ${text}`) },
    { body: Buffer.concat([Buffer.of(0xff, 0xfe, 0xc3), Buffer.from(text), body]) },
    { body: Buffer.from(JSON.stringify(text)) },
    { body: Buffer.from(JSON.stringify([person.phone, { [text]: id }])) },
    { body: Buffer.from(JSON.stringify({ object: text, entry: person.phone, events: id })) },
    {
      body: Buffer.from(`{"__proto__": {"${person.phone}": "${person.nik}"}, "update_id": 1e400}`),
    },
    {
      body: Buffer.from(multipart),
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    },
    { body: Buffer.from(text), headers: { "content-type": `text/${person.username}` } },
    { body: Buffer.from(`${person.phone} `.repeat(8000)) },
    { body: Buffer.alloc(0) },
  ];
  return ways[Math.floor(dice * ways.length)] ?? { body };
}

function forgedHeaders(
  channel: WebhookName,
  { person, text }: Traces,
  dice: number,
): Record<string, string> {
  const name = samples.get(channel)?.signatureHeader ?? "";
  const ways = [
    person.phone,
    `sha256=${Buffer.from(person.phone.padEnd(32)).toString("hex")}`,
    Buffer.from(person.phone.padEnd(32)).toString("base64"),
    encodeURIComponent(text),
    `v1,${Buffer.from(person.phone.padEnd(32)).toString("base64")}`,
    "",
  ];
  return { [name]: ways[Math.floor(dice * ways.length)] ?? "" };
}

function chatPost(traces: Traces, dice: number | undefined): Post {
  const { id, text, person, payload } = traces;
  const extra = { [person.phone]: person.name, language: person.username };
  const good = {
    id,
    ...(payload === undefined ? { text } : { choice: "helpful/id/opening-hours/abcdefghij" }),
    ...extra,
  };
  const hostile: readonly [string, Record<string, string>?][] = [
    [JSON.stringify({ id, entry: text, ...extra })],
    [JSON.stringify({ id, choice: text, ...extra })],
    [JSON.stringify({ id: { [id]: text }, text: [text] })],
    [`{"text": "${text}`],
    [text],
    [JSON.stringify({ id, text }), { origin: `https://${person.username}.example` }],
    [JSON.stringify({ id, text, padding: `${person.phone} `.repeat(400) })],
    [JSON.stringify({ id, text: `${text} `.repeat(40) })],
  ];
  const [body, headers = {}] = (dice === undefined
    ? undefined
    : hostile[Math.floor(dice * hostile.length)]) ?? [JSON.stringify(good)];
  const request = requestOf(traces);
  return {
    method: "POST",
    target: `/chat?${queryOf(traces)}`,
    cookies: request.cookies,
    headers: { ...request.headers, "content-type": "application/json", ...headers },
    body: Buffer.from(body),
  };
}

/** To places, and in ways, that lead nowhere or only to a page. */
function astray(dice: number, traces: Traces): Post {
  const { person, text, n } = traces;
  const path = encodeURIComponent(text || person.name);
  const query = queryOf(traces);
  const check = `hub.mode=subscribe&hub.challenge=${person.phone}&hub.verify_token`;
  const [open = ""] = secrets.WHATSAPP_VERIFY_TOKEN.split(" ");
  const ways: readonly [string, string][] = [
    ["GET", `/?${query}`],
    ["GET", `/faq?${query}`],
    ["GET", `/health?${query}`],
    ["GET", `/${path}?${query}`],
    ["POST", `/webhooks/${path}`],
    ["PUT", `/webhooks/whatsapp/${person.phone}?${query}`],
    ["DELETE", `/chat?${query}`],
    [person.username.toUpperCase(), `/webhooks/line?${query}`],
    ["GET", `/webhooks/whatsapp?${check}=${person.phone}`],
    ["GET", `/webhooks/messenger?${check}=${path}`],
    ["GET", `/webhooks/telegram?${check}=${path}`],
    [
      "GET",
      `/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=${n % 1000}&hub.verify_token=${open}`,
    ],
  ];
  const [method, target] = ways[Math.floor(dice * ways.length)] ?? ["GET", "/"];
  const body = method === "GET" ? Buffer.alloc(0) : Buffer.from(text);
  const { headers, cookies } = requestOf(traces);
  return { method, target, headers, cookies, body };
}
