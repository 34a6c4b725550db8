// AWS event in, HTTP answer out: finds the way, refuses what has none, wires the parts together.
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Context,
} from "aws-lambda";
import type { BotData } from "./bot-data.ts";
import { withBreaker } from "./breaker.ts";
import type { WebhookResponse } from "./channels/channel.ts";
import { json, refusal } from "./channels/json-response.ts";
import { type WebhookName, webhookMethods } from "./channels/names.ts";
import { answerChat } from "./chat.ts";
import { functionTimeoutS } from "./counts/limits.ts";
import type { CountStore } from "./counts/store.ts";
import type { Fetch } from "./deliver.ts";
import { type HttpRequest, readEvent, writeResult } from "./http.ts";
import { createLog, type Log } from "./log.ts";
import { codeOf, logCode } from "./log-codes.ts";
import { createMatcher } from "./matching/matcher.ts";
import { servePages } from "./pages.ts";
import { post } from "./post.ts";
import { receive, tryAgain } from "./receive.ts";
import { createRecentReplies } from "./recent-replies.ts";
import { createResponder } from "./respond.ts";
import type { SettingsSource } from "./settings-source.ts";
import type { World } from "./world.ts";

export interface HandlerParts {
  readonly data: BotData;
  readonly store: CountStore;
  readonly settings: SettingsSource;
  readonly fetch?: Fetch;
  readonly now?: () => number;
  readonly log?: Log;
}

export type Handler = (
  event: APIGatewayProxyEventV2,
  context?: Pick<Context, "getRemainingTimeInMillis">,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The time a request may take where nobody says, and what is kept back for the response. */
const requestMs = functionTimeoutS * 1000;
const reserveMs = 1000;

/** The time of a request, both ends in epoch milliseconds. */
type Span = Pick<World, "startedAt" | "endBy">;

export function createHandler(parts: HandlerParts): Handler {
  const { data, settings, fetch = post, now = Date.now } = parts;
  const { log = createLog(data.build) } = parts;
  const store = withBreaker(parts.store, now, (code) =>
    log({ level: "warn", event: "store", code: logCode(code) }),
  );
  const recentReplies = createRecentReplies(now);
  const respond = createResponder(data.faq, createMatcher(data.model, data.lexicon));
  const names = {
    entries: new Set(data.faq.entries.map((entry) => entry.id)),
    languages: new Set(data.faq.bot.languages),
  };
  const worldFor = async ({ startedAt, endBy }: Span): Promise<World> => ({
    respond,
    store,
    recentReplies,
    names,
    log,
    fetch,
    now,
    startedAt,
    endBy,
    settings: await settings.current((error) =>
      log({ level: "warn", event: "settings", code: codeOf(error) }),
    ),
    refreshSettings: settings.refresh,
  });
  const pageOf = servePages(data);

  const route = async (request: HttpRequest, span: Span): Promise<WebhookResponse> => {
    const { method, path } = request;
    const webhook = webhookNameOf(path);
    if (webhook) {
      const methods: readonly string[] = webhookMethods[webhook];
      const world = await worldFor(span);
      const channel = world.settings.channels[webhook];
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
          ? answerChat(request, data.faq, () => worldFor(span))
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
      const startedAt = now();
      const endBy = startedAt + leftMs - reserveMs;
      return writeResult(await route(readEvent(event), { startedAt, endBy }));
    } catch (error) {
      // Not the request's fault: settings that can't be read, or a bug. Ask for another delivery.
      log({ level: "error", event: "crash", code: codeOf(error), status: 503 });
      return writeResult(tryAgain());
    }
  };
}

const noSuchPlace = refusal(404, "There is nothing here.");

function wrongMethod(allowed: readonly string[]): WebhookResponse {
  return { status: 405, headers: { allow: allowed.join(", ") } };
}

function webhookNameOf(path: string): WebhookName | undefined {
  const name = /^\/webhooks\/([a-z]+)$/.exec(path)?.[1] ?? "";
  return Object.hasOwn(webhookMethods, name) ? (name as WebhookName) : undefined;
}
