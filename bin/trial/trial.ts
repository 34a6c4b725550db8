// Lets `faq send` try every channel on a running bot, without an account and without a platform:
// what the bot would send is handed back instead. Only who can read DATA_DIR on this machine may.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { isSecret } from "../../functions/webhook/channels/signature.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import type { Fetch } from "../../functions/webhook/deliver.ts";
import { createHandler, type Handler } from "../../functions/webhook/handler.ts";
import type { Log } from "../../functions/webhook/log.ts";
import { settingsFromEnvironment } from "../../functions/webhook/settings-source.ts";
import { isLoopback } from "../address.ts";
import type { EventHandler } from "../local-events.ts";
import { trialValues } from "./values.ts";

/** A call that the bot made, or would have made. */
export interface TrialCall {
  /** Without host and without token. */
  readonly path: string;
  readonly body: unknown;
}

/** What came of a delivery. */
export interface TrialResult {
  readonly status: number;
  readonly body: string;
  readonly calls: readonly TrialCall[];
}

export const trialHeader = "x-jelas-trial";

/** Where to find the bot, and what lets in. */
export interface TrialPlace {
  readonly url: string;
  readonly key: string;
}

export interface Trial {
  isMeant(event: APIGatewayProxyEventV2): boolean;
  readonly handle: EventHandler;
}

export function createTrial(
  key: string,
  parts: {
    readonly data: BotData;
    readonly store: CountStore;
    readonly log: Log;
  },
  environment: NodeJS.ProcessEnv,
): Trial {
  const callsOf = new AsyncLocalStorage<TrialCall[]>();
  const fetch: Fetch = async (url, init) => {
    const { hostname, pathname } = new URL(String(url));
    const path = pathname.replace(/\/bot[^/]+/, "/bot…");
    callsOf.getStore()?.push({ path, body: JSON.parse(String(init?.body)) });
    // A stand-in on this machine gets the call too; a real platform doesn't know these people.
    return isLoopback(hostname) ? globalThis.fetch(url, init) : new Response("{}");
  };
  const settings = settingsFromEnvironment({
    ...trialValues(environment),
    ...(environment.PEPPER ? { PEPPER: environment.PEPPER } : {}),
  });
  let handler: Handler | undefined;
  return {
    isMeant: ({ headers }) => isSecret(headers[trialHeader] ?? "", [key]),
    async handle(event, context) {
      const calls: TrialCall[] = [];
      // Most bots are never tried; those that are have a second one of everything.
      handler ??= createHandler({ ...parts, settings, fetch });
      const handle = handler;
      const result = await callsOf.run(calls, () => handle(event, context as never));
      return trialResult(result, calls);
    },
  };
}

function trialResult(
  { statusCode = 0, body = "", isBase64Encoded = false }: APIGatewayProxyStructuredResultV2,
  calls: readonly TrialCall[],
): APIGatewayProxyStructuredResultV2 {
  const text = Buffer.from(body, isBase64Encoded ? "base64" : "utf8").toString();
  const result: TrialResult = { status: statusCode, body: text, calls };
  return {
    statusCode: 200,
    headers: { "content-type": "application/json", [trialHeader]: "1" },
    body: JSON.stringify(result),
    isBase64Encoded: false,
  };
}

export function newTrialKey(): string {
  return randomBytes(24).toString("base64url");
}

const fileName = "trial.json";

/** Tells `faq send` on this machine where the bot is, and nobody else. */
export function announceTrial(directory: string, place: TrialPlace): void {
  try {
    mkdirSync(directory, { recursive: true });
    // A file that is there already would keep its own mode.
    rmSync(join(directory, fileName), { force: true });
    writeFileSync(join(directory, fileName), JSON.stringify(place), { mode: 0o600 });
  } catch {
    // The bot runs as well on a disk that can't be written to; it only can't be tried.
  }
}

/** `undefined` where no bot has been started with this folder. */
export function findTrial(directory: string): TrialPlace | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, fileName), "utf8"));
  } catch {
    return undefined;
  }
}
