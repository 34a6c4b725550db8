// The handler as it is deployed, with test settings, a clock that stands still and a log to look at.
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { BotData } from "../functions/webhook/bot-data.ts";
import { openEmbeddedStore } from "../functions/webhook/counts/embedded.ts";
import type { CountStore } from "../functions/webhook/counts/store.ts";
import type { Fetch } from "../functions/webhook/deliver.ts";
import { createHandler, type Handler } from "../functions/webhook/handler.ts";
import { createLog } from "../functions/webhook/log.ts";
import type { LogRecord } from "../functions/webhook/log-record.ts";
import { readSettings, type SettingValues } from "../functions/webhook/settings.ts";
import type { SettingsSource } from "../functions/webhook/settings-source.ts";
import type { ReadableStore } from "./counts/readable-store.ts";
import { fixturesSentAtMs } from "./fixtures/whatsapp.ts";

/** Five minutes after the people of the fixtures wrote. */
export const testNowMs = fixturesSentAtMs + 5 * 60_000;
export const testDay = "2026-11-23";

export const genericKey = Buffer.alloc(32, 7);

export const testValues = {
  PEPPER: Buffer.alloc(32, 1).toString("base64"),
  WHATSAPP_APP_SECRET: "app-secret",
  WHATSAPP_VERIFY_TOKEN: "verify-token",
  WHATSAPP_ACCESS_TOKEN: "access-token",
  WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
  GENERIC_SECRET: `whsec_${genericKey.toString("base64")}`,
} satisfies SettingValues;

export interface TestOptions {
  readonly data: BotData;
  readonly store?: CountStore;
  readonly values?: SettingValues;
  readonly settings?: SettingsSource;
  readonly fetch?: Fetch;
  readonly now?: () => number;
}

export interface HandlerUnderTest {
  readonly handler: Handler;
  /** Every line that was logged. */
  readonly lines: string[];
  /** The lines of one kind of event. */
  logged(event: LogRecord["event"]): LogRecord[];
}

export function settingsOf(values: SettingValues): SettingsSource {
  const settings = readSettings(values);
  return { current: async () => settings, refresh() {} };
}

/** Sending fails the test unless a `fetch` is given. */
export function handlerUnderTest(options: TestOptions): HandlerUnderTest {
  const { data, store = openEmbeddedStore(), values = testValues } = options;
  const lines: string[] = [];
  const handler = createHandler({
    data,
    store,
    settings: options.settings ?? settingsOf(values),
    fetch: options.fetch ?? refuseToSend,
    now: options.now ?? (() => testNowMs),
    log: createLog(data.build, { write: (line) => lines.push(line) }),
  });
  const logged = (event: string) =>
    lines.map((line): LogRecord => JSON.parse(line)).filter((record) => record.event === event);
  return { handler, lines, logged };
}

const refuseToSend: Fetch = async () => {
  throw new Error("Nothing was to be sent");
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Calls the handler as API Gateway does: a body that is bytes comes in base64. */
export async function ask(
  { handler }: Pick<HandlerUnderTest, "handler">,
  method: string,
  target: string,
  { headers = {}, body }: Asking = {},
): Promise<Answer> {
  const [rawPath = "", rawQueryString = ""] = target.split("?");
  const event = {
    version: "2.0",
    rawPath,
    rawQueryString,
    headers: { host: "bot.example.org", ...headers },
    requestContext: { domainName: "bot.example.org", http: { method, path: rawPath } },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? body.toString("base64") : body }),
    isBase64Encoded: Buffer.isBuffer(body),
  };
  return answerTo(handler, event);
}

/** Calls the handler with an event of any form. */
export async function answerTo(handler: Handler, event: unknown): Promise<Answer> {
  const result = await handler(event as APIGatewayProxyEventV2);
  return {
    status: result.statusCode ?? 0,
    headers: result.headers ?? {},
    body: Buffer.from(result.body ?? "", result.isBase64Encoded ? "base64" : "utf8").toString(),
  };
}

/** How often each cell was counted on the day of the tests, by `entry#language#channel#outcome`. */
export async function countsIn(store: ReadableStore): Promise<Record<string, number>> {
  const counts = await store.counts(testDay, testDay);
  return Object.fromEntries(
    counts.map(({ entry, language, channel, outcome, n }) => [
      `${entry}#${language}#${channel}#${outcome}`,
      n,
    ]),
  );
}
