// AWS event in, HTTP answer out: finds the way, refuses what has none, wires the parts together.
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
} from "aws-lambda";
import { countAnswered, handleMessage, type World } from "./bot.ts";
import type { BotData } from "./bot-data.ts";
import { withBreaker } from "./breaker.ts";
import type { Channel, Inbound, WebhookResponse } from "./channels/channel.ts";
import {
  genericLimits,
  genericReply,
  isSignedGeneric,
  readGenericEvent,
} from "./channels/generic.ts";
import { channelOf } from "./channels/index.ts";
import { parseJson } from "./channels/json.ts";
import { type WebhookName, webhookMethods } from "./channels/names.ts";
import { chatAnswer, maxChatBytes, readChat } from "./chat.ts";
import type { CountStore } from "./counts/store.ts";
import type { Fetch } from "./deliver.ts";
import { type HttpRequest, json, readEvent, refusal, writeResult } from "./http.ts";
import { inParallel } from "./in-parallel.ts";
import { codeOf, createLog, type Log } from "./log.ts";
import { createMatcher } from "./matching/matcher.ts";
import { chooseLanguage } from "./page/language.ts";
import { servePages } from "./pages.ts";
import { createRecentReplies } from "./recent-replies.ts";
import { createResponder } from "./respond.ts";
import type { SettingsSource } from "./settings-source.ts";

export interface HandlerParts {
  readonly data: BotData;
  readonly store: CountStore;
  readonly settings: SettingsSource;
  readonly fetch?: Fetch;
  readonly now?: () => number;
  readonly writeLog?: (line: string) => void;
}

export type Handler = (
  event: APIGatewayProxyEventV2,
  context?: Pick<Context, "getRemainingTimeInMillis">,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The time a request may take where nobody says, and what is kept back for the response. */
const requestMs = 10_000;
const reserveMs = 1000;
/** Messages of one delivery that are under way at once. */
const concurrency = 5;

export function createHandler(parts: HandlerParts): Handler {
  const { data, settings, fetch = globalThis.fetch, now = Date.now } = parts;
  const log = createLog(data.build, parts.writeLog);
  const store = withBreaker(parts.store, now, (code) =>
    log({ level: "warn", event: "store", code }),
  );
  const recentReplies = createRecentReplies(now);
  const respond = createResponder(data.faq, createMatcher(data.model, data.lexicon));
  const names = {
    entries: new Set(data.faq.entries.map((entry) => entry.id)),
    languages: new Set(data.faq.bot.languages),
  };
  const worldUntil = async (endBy: number): Promise<World> => ({
    respond,
    store,
    recentReplies,
    names,
    log,
    fetch,
    now,
    endBy,
    settings: await settings.current(),
    refreshSettings: settings.refresh,
  });
  const pageOf = servePages(data);

  const route = async (request: HttpRequest, endBy: number): Promise<WebhookResponse> => {
    const { method, path } = request;
    const webhook = webhookNameOf(path);
    if (webhook) {
      const methods: readonly string[] = webhookMethods[webhook];
      const world = await worldUntil(endBy);
      if (webhook === "generic") {
        if (!world.settings.generic) return noSuchPlace;
        return method === "POST" ? answerGeneric(request, data, world) : wrongMethod(methods);
      }
      const channel = channelOf(webhook, world.settings);
      if (!channel) return noSuchPlace;
      if (!methods.includes(method)) return wrongMethod(methods);
      return method === "GET"
        ? (channel.handshake?.(request) ?? wrongMethod(["POST"]))
        : receive(request, channel, world);
    }
    switch (path) {
      case "/":
      case "/faq":
        return method === "GET" ? pageOf(path, request) : wrongMethod(["GET"]);
      case "/chat":
        return method === "POST"
          ? answerChat(request, data, () => worldUntil(endBy))
          : wrongMethod(["POST"]);
      case "/health":
        return method === "GET"
          ? json(200, { status: "ok", build: data.build })
          : wrongMethod(["GET"]);
      default:
        return noSuchPlace;
    }
  };

  return async (event, context) => {
    const leftMs = context?.getRemainingTimeInMillis?.() ?? requestMs;
    try {
      return writeResult(await route(readEvent(event), now() + leftMs - reserveMs));
    } catch (error) {
      // Not the request's fault: settings that can't be read, or a bug. Ask for another delivery.
      log({ level: "error", event: "crash", code: codeOf(error), status: 503 });
      return writeResult(tryAgain);
    }
  };
}

const tryAgain: WebhookResponse = { status: 503, headers: { "retry-after": "2" } };
const noSuchPlace = refusal(404, "There is nothing here.");

function wrongMethod(allowed: readonly string[]): WebhookResponse {
  return { status: 405, headers: { allow: allowed.join(", ") } };
}

function webhookNameOf(path: string): WebhookName | undefined {
  const name = /^\/webhooks\/([a-z]+)$/.exec(path)?.[1] ?? "";
  return Object.hasOwn(webhookMethods, name) ? (name as WebhookName) : undefined;
}

/** A delivery of a platform: 200 once every message in it is settled, 503 to have it again. */
async function receive(
  request: HttpRequest,
  channel: Channel,
  world: World,
): Promise<WebhookResponse> {
  if (request.body.length > channel.maxBodyBytes) return { status: 413 };
  if (!channel.verify(request)) return unauthorised(channel, channel.unauthorisedStatus, world.log);
  const messages = withoutRepeats(channel.parse(request));
  if (messages.length === 0) world.log({ level: "info", event: "ignored", channel: channel.name });
  const endings = await inParallel(messages, concurrency, (message) =>
    handleMessage(message, channel, world),
  );
  return endings.includes("retry-later") ? tryAgain : { status: 200 };
}

/** A platform may repeat a message within one delivery: the first copy speaks for all. */
function withoutRepeats(messages: readonly Inbound[]): Inbound[] {
  const firsts = new Map<string, Inbound>();
  for (const message of messages) {
    const name = `${message.account}\0${message.id}`;
    if (!firsts.has(name)) firsts.set(name, message);
  }
  return [...firsts.values()];
}

function unauthorised({ name }: Pick<Channel, "name">, status: number, log: Log): WebhookResponse {
  log({ level: "warn", event: "unauthorised", channel: name, status });
  return { status };
}

async function answerGeneric(
  request: HttpRequest,
  { faq }: BotData,
  world: World,
): Promise<WebhookResponse> {
  const { body, headers } = request;
  if (body.length > genericLimits.bodyBytes) return refusal(413, "Send at most 64 KB.");
  if (!isSignedGeneric(request, world.settings.generic?.keys ?? [], world.now())) {
    return unauthorised({ name: "generic" }, 401, world.log);
  }
  const value = isJson(headers["content-type"]) ? parseJson(body) : undefined;
  if (value === undefined) return refusal(415, "Send JSON, as application/json.");
  const event = readGenericEvent(value);
  if (event.kind === "other") return { status: 204 };
  if (event.kind === "malformed") {
    return refusal(422, 'Send {"type": "message.received", "data": {"conversation", "text"}}.');
  }
  const { content, locale } = event;
  const hint = locale ? chooseLanguage(faq.bot.languages, locale, undefined) : undefined;
  const response = world.respond(content, hint);
  const messageId = headers["webhook-id"] ?? "";
  const sentAtMs = Number(headers["webhook-timestamp"]) * 1000;
  await countAnswered({ id: messageId, account: "", sentAtMs }, "generic", response, world);
  return json(200, genericReply(response));
}

async function answerChat(
  request: HttpRequest,
  { faq }: BotData,
  makeWorld: () => Promise<World>,
): Promise<WebhookResponse> {
  if (!isSameOrigin(request)) return refusal(403, "Ask from the chat page itself.");
  if (request.body.length > maxChatBytes) return refusal(413, "Ask in fewer words.");
  const reading = readChat(request.body, faq);
  if (reading.kind === "malformed") return refusal(reading.status, reading.message);
  const { id, content, hint } = reading.question;
  const world = await makeWorld();
  const response = world.respond(content, hint);
  await countAnswered({ id, account: "" }, "web", response, world);
  return json(200, chatAnswer(response, faq));
}

/** A browser names where a script runs; programs that name nothing are not what this guards. */
function isSameOrigin({ headers, host }: HttpRequest): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && [host, headers.host].includes(new URL(origin).host);
}

function isJson(contentType: string | undefined): boolean {
  return contentType === undefined || /^application\/([\w.-]+\+)?json\b/i.test(contentType);
}
