// Asks platforms that can be asked where they deliver to, and tells them.
import { secretsIn, withoutSlash } from "../../functions/webhook/channels/adapter.ts";
import { field, integer, items, parseJson, text } from "../../functions/webhook/channels/json.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { telegramUpdates } from "../../functions/webhook/channels/telegram.ts";

/** What a platform says, in sentences; those of `problems` want something done. */
export interface Finding {
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

type Values = Readonly<Record<string, string>>;

export interface AskablePlatform {
  /** Where it delivers to, and whether that is this webhook. */
  ask(webhook: string, values: Values): Promise<Finding>;
  /** Makes it deliver to this webhook. */
  set(webhook: string, values: Values): Promise<Finding>;
}

export const askablePlatforms: Readonly<Partial<Record<WebhookName, AskablePlatform>>> = {
  telegram: {
    async ask(webhook, values) {
      const { status, body } = await callTelegram("getWebhookInfo", {}, values);
      if (status !== 200) return refused("Telegram", status, "TELEGRAM_BOT_TOKEN");
      const info = field(body, "result");
      const updates = items(field(info, "allowed_updates"));
      const missing = telegramUpdates.filter((name) => !updates.includes(name));
      const error = text(field(info, "last_error_message"));
      const waiting = Number(field(info, "pending_update_count") ?? 0);
      const where = pointing("Telegram", text(field(info, "url")) ?? "", webhook);
      return {
        notes: [
          ...where.notes,
          ...(waiting > 0 ? [`${waiting} updates wait to be delivered.`] : []),
        ],
        problems: [
          ...where.problems,
          ...(updates.length > 0 && missing.length > 0
            ? [`Telegram does not deliver ${missing.join(" and ")}. --set corrects it.`]
            : []),
          ...(error ? [`The last delivery failed: ${error}.`] : []),
        ],
      };
    },
    async set(webhook, values) {
      const secret = newestOf(values.TELEGRAM_SECRET_TOKEN);
      const settings = { url: webhook, secret_token: secret, allowed_updates: telegramUpdates };
      const { status } = await callTelegram("setWebhook", settings, values);
      return status === 200
        ? { notes: [`Telegram now delivers to ${webhook}.`], problems: [] }
        : refused("Telegram", status, "TELEGRAM_BOT_TOKEN and the address");
    },
  },
  line: {
    async ask(webhook, values) {
      const { status, body } = await callLine("GET", "endpoint", undefined, values);
      if (status === 404) return pointing("LINE", "", webhook);
      if (status !== 200) return refused("LINE", status, "LINE_CHANNEL_ACCESS_TOKEN");
      const { notes, problems } = pointing("LINE", text(field(body, "endpoint")) ?? "", webhook);
      const isOff = field(body, "active") === false;
      return {
        notes,
        problems: [
          ...problems,
          ...(isOff ? ['"Use webhook" is off in LINE\'s console: turn it on.'] : []),
        ],
      };
    },
    async set(webhook, values) {
      const { status } = await callLine("PUT", "endpoint", { endpoint: webhook }, values);
      if (status !== 200) return refused("LINE", status, "LINE_CHANNEL_ACCESS_TOKEN");
      const test = await callLine("POST", "test", { endpoint: webhook }, values);
      const code = integer(field(test.body, "statusCode")) ?? test.status;
      const reason = `${text(field(test.body, "reason")) ?? "no reason given"}, status ${code}`;
      return {
        notes: [`LINE now delivers to ${webhook}.`],
        problems:
          field(test.body, "success") === true
            ? []
            : [`LINE's own test of the address failed: ${reason}.`],
      };
    },
  },
};

function pointing(platform: string, current: string, webhook: string): Finding {
  if (current === webhook) return { notes: [`${platform} delivers to ${webhook}.`], problems: [] };
  // Some bots have their token in the path.
  const place = URL.canParse(current) ? new URL(current).origin : "";
  const where = place
    ? `delivers to another address at ${place}, not to`
    : "delivers nowhere, and should to";
  return { notes: [], problems: [`${platform} ${where} ${webhook}. --set corrects it.`] };
}

function refused(platform: string, status: number, what: string): Finding {
  const problem =
    status === 0
      ? `${platform} can't be reached. Check this machine's connection.`
      : `${platform} answered with status ${status}. Check ${what}.`;
  return { notes: [], problems: [problem] };
}

interface Answer {
  /** 0 where there was none. */
  readonly status: number;
  readonly body: unknown;
}

function callTelegram(method: string, body: object, values: Values): Promise<Answer> {
  const { TELEGRAM_API_URL = "", TELEGRAM_BOT_TOKEN } = values;
  const url = `${withoutSlash(TELEGRAM_API_URL)}/bot${newestOf(TELEGRAM_BOT_TOKEN)}/${method}`;
  return call("POST", url, body);
}

function callLine(
  method: string,
  path: string,
  body: object | undefined,
  { LINE_API_URL = "", LINE_CHANNEL_ACCESS_TOKEN }: Values,
): Promise<Answer> {
  const url = `${withoutSlash(LINE_API_URL)}/v2/bot/channel/webhook/${path}`;
  return call(method, url, body, {
    authorization: `Bearer ${newestOf(LINE_CHANNEL_ACCESS_TOKEN)}`,
  });
}

const deadlineMs = 10_000;

async function call(
  method: string,
  url: string,
  body: object | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: "error",
      signal: AbortSignal.timeout(deadlineMs),
    });
    return { status: response.status, body: parseJson(Buffer.from(await response.arrayBuffer())) };
  } catch {
    // The error's message holds the address, and Telegram's holds the token.
    return { status: 0, body: undefined };
  }
}

/** While a secret is being replaced, the second of the two values is the new one. */
function newestOf(secrets = ""): string {
  return secretsIn(secrets).at(-1) ?? "";
}
