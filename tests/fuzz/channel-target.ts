// A channel under fire: its adapter and all that stands behind it, through the handler as deployed.
import type { CallingChannel, Channel, Inbound } from "../../functions/webhook/channels/channel.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { ChannelSample, Delivery } from "../channels/channel-sample.ts";
import { replyOf } from "../channels/reply.ts";
import { messagesOf, requestOf } from "../channels/request.ts";
import { asPlatformCall } from "../fakes/problems.ts";
import { ask, testNowMs } from "../handler-under-test.ts";
import { type HostileDelivery, hostileDeliveries } from "./deliveries.ts";
import { marker } from "./hostile.ts";
import { problemsOf } from "./judge.ts";
import type { Target } from "./target.ts";
import { apiUrls, type Faults, type Observed, observe, type Send, theBot } from "./world.ts";

export function channelTarget(name: WebhookName, sample: ChannelSample): Target<HostileDelivery> {
  const channel = theBot().settings.channels[name];
  if (!channel) throw new Error(`${name} is off`);
  return {
    name,
    share: 12.5,
    inputs: hostileDeliveries(name, sample),
    async judge(input) {
      const { delivery, faults, isForged } = input;
      const { body, headers, rawQuery = "" } = delivery;
      const target = `/webhooks/${name}${rawQuery && `?${rawQuery}`}`;
      const observed = await observe((bot) => ask(bot, "POST", target, { body, headers }), faults);
      const problems = [
        ...problemsOf(withoutCallback(observed, name), faults),
        ...(isForged
          ? problemsOfForgery(observed, channel)
          : problemsOfSigned(observed, input, channel, sample)),
        ...observed.sends.flatMap((send) => problemsOfSend(send, name)),
      ];
      return { status: observed.answer.status, problems, ms: observed.ms };
    },
  };
}

/** Telegram may be told in the response which tap it was: that id is its own. */
function withoutCallback(observed: Observed, name: WebhookName): Observed {
  const { answer } = observed;
  if (name !== "telegram" || answer.body === "") return observed;
  const { callback_query_id, ...rest } = JSON.parse(answer.body);
  return { ...observed, answer: { ...answer, body: JSON.stringify(rest) } };
}

function problemsOfForgery({ answer, claims, updates, sends }: Observed, channel: Channel) {
  return [
    ...([channel.unauthorisedStatus, 413, 415].includes(answer.status)
      ? []
      : ["forged, and taken"]),
    ...(answer.body === "" ? [] : ["a forgery is told something"]),
    ...(claims.length + updates.length === 0 ? [] : ["a forgery causes a write"]),
    ...(sends.length === 0 ? [] : ["a forgery causes a call"]),
  ];
}

/** Exactly the messages that the adapter finds are counted, and each is replied to once. */
function problemsOfSigned(
  observed: Observed,
  { delivery, faults, hasOddType }: HostileDelivery,
  channel: Channel,
  sample: ChannelSample,
): string[] {
  const { answer, claims, sends } = observed;
  if ([401, 403, 413, 415].includes(answer.status)) {
    const isRefused = claims.length + sends.length === 0;
    const mayBeRefused = hasOddType || isBeyondLimits(delivery, channel);
    return [
      ...(mayBeRefused ? [] : [`signed, and refused with ${answer.status}`]),
      ...(isRefused ? [] : ["refused, and not without effect"]),
    ];
  }
  const { body, headers, rawQuery } = delivery;
  const found = new Map<string, Inbound>();
  for (const message of messagesOf(channel.parse(requestOf(body, headers, rawQuery)))) {
    const key = `${message.account}\0${message.id}`;
    // Of copies within one delivery the first speaks for all.
    if (!found.has(key)) found.set(key, message);
  }
  const fresh = [...found.values()].filter(({ sentAtMs }) => !isOlder(sentAtMs, 8));
  const isWhole = faults.store === "none" || faults.store === "applied-but-refused";
  return [
    ...(claims.length <= fresh.length ? [] : ["more is counted than was asked"]),
    ...(isWhole && claims.length < fresh.length ? ["less is counted than was asked"] : []),
    ...(found.size === 0 && sends.length > 0 ? ["a call for no message"] : []),
    ...("respond" in channel ? [] : problemsOfReplies(fresh, observed, faults, channel, sample)),
    ...(answer.status === 503 || isExpected(answer.status, channel)
      ? []
      : [`status ${answer.status} for what is signed`]),
  ];
}

/** Twilio's answers are 200; the generic channel's caller is told what it did wrong. */
function isExpected(status: number, { name }: Channel): boolean {
  return status === 200 || (name === "generic" && (status === 204 || status === 422));
}

function isBeyondLimits({ body }: Delivery, { name, maxBodyBytes }: Channel): boolean {
  const parameters = name === "twilio" ? body.toString("latin1").split("&").length : 0;
  // To the generic channel, a body that is no JSON is of another media type than it says.
  return body.length > maxBodyBytes || parameters > 500 || name === "generic";
}

function isOlder(sentAtMs: number | undefined, days: number): boolean {
  return sentAtMs !== undefined && testNowMs - sentAtMs > days * 86_400_000;
}

function problemsOfReplies(
  fresh: readonly Inbound[],
  { claims, sends }: Observed,
  { platform, store }: Faults,
  channel: CallingChannel,
  { api }: ChannelSample,
): string[] {
  if (!api) return [];
  const replies = sends.map(asPlatformCall).filter((call) => api.rules.isMessage(call));
  const answerable = fresh.filter(({ sentAtMs }) => !isOlder(sentAtMs, 1));
  const addresses = answerable.flatMap((message) =>
    channel.reply(message, replyOf()).map((call) => api.rules.recipientOf(asPlatformCall(call))),
  );
  const isCalm = platform === "none" && store === "none";
  const claimed = claims.filter(({ result }) => result === "claimed").length;
  const expired = fresh.length - answerable.length;
  return [
    ...(replies.every((call) => addresses.includes(api.rules.recipientOf(call)))
      ? []
      : ["a reply to somebody who didn't ask"]),
    ...(isCalm && replies.length > answerable.length ? ["more replies than questions"] : []),
    ...(isCalm && replies.length < claimed - expired ? ["fewer replies than questions"] : []),
  ];
}

const pathsOf: Partial<Record<WebhookName, RegExp>> = {
  whatsapp: /^\/100000000000001\/messages$/,
  messenger: /^\/me\/messages$/,
  telegram: /^\/bot123456:test-token\/(sendMessage|answerCallbackQuery|editMessageReplyMarkup)$/,
  line: /^\/v2\/bot\/message\/(reply|push)$/,
};

/** Where a call goes is ours to say, and so is every word of it but whom it is for. */
function problemsOfSend({ url, headers, body }: Send, name: WebhookName): string[] {
  const base = apiUrls.get(name) ?? "";
  const isOurs = url.startsWith(`${base}/`) && pathsOf[name]?.test(url.slice(base.length));
  const names = Object.keys(headers).every((header) => headerNames.includes(header));
  const values = Object.values(headers).every((value) => /^[\x20-\x7e]{1,300}$/.test(value));
  const { ids, words } = takenApart(body);
  return [
    ...(isOurs ? [] : ["a call to another address"]),
    ...(names && values ? [] : ["a header of a call"]),
    ...(body.isWellFormed() ? [] : ["a call that isn't well-formed"]),
    ...(ids.every(isId) ? [] : ["a call about what is no id"]),
    ...(words.includes(marker) ? ["a call repeats what was sent"] : []),
  ];
}

const headerNames = ["authorization", "content-type", "x-line-retry-key"];

interface Taken {
  /** The ids that the platform gave us and gets back. */
  readonly ids: readonly unknown[];
  readonly words: string;
}

/** A call in two parts; a keyboard of ours that is only cut is in neither. */
function takenApart(body: string): Taken {
  const { to, recipient, message_id, replyToken, callback_query_id, chat_id, ...rest } =
    JSON.parse(body);
  if (message_id !== undefined) delete rest.reply_markup;
  const person = recipient?.id ?? recipient;
  return {
    ids: [to, person, message_id, replyToken, callback_query_id, chat_id],
    words: JSON.stringify(rest),
  };
}

/** A number, or a text that isn't longer than ids are. */
function isId(value: unknown): boolean {
  if (typeof value === "string") return value !== "" && value.length <= 256;
  return value === undefined || Number.isSafeInteger(value);
}
