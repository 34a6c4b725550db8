// Every address that there is or isn't, asked for in any way that API Gateway would pass on.
import fc from "fast-check";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { ask } from "../handler-under-test.ts";
import { hostileName, hostileText, marker } from "./hostile.ts";
import { problemsOf } from "./judge.ts";
import type { Target } from "./target.ts";
import { noFaults, observe } from "./world.ts";

interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string | undefined;
  /** Parts of the event that are absent. */
  readonly without: readonly string[];
}

const known = ["/", "/faq", "/chat", "/health", ...channelNames.map((name) => `/webhooks/${name}`)];
const alike = [
  ...[
    "",
    "//",
    "/webhooks",
    "/webhooks/",
    "/webhooks/web",
    "/webhooks/__proto__",
    "/webhooks/constructor",
  ],
  ...[
    "/webhooks/whatsapp/",
    "/webhooks/WhatsApp",
    "/webhooks/whatsapp\n",
    "/%2e%2e/chat",
    "/chat/../chat",
  ],
  ...["/chat;x", "/faq%00", "/.env", "/webhooks/whatsapp/../telegram", `/${"a/".repeat(2000)}`],
];

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.constantFrom(...alike) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...known), hostileText).map((parts) => parts.join("/")),
  },
);

const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("GET", "POST") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "HEAD",
      "OPTIONS",
      "PUT",
      "DELETE",
      "PATCH",
      "TRACE",
      "get",
      "",
      "__proto__",
    ),
  },
  { weight: 1, arbitrary: hostileText },
);

const queryName = fc.constantFrom(
  ...["language", "hub.mode", "hub.verify_token", "hub.challenge", "bodySHA256", "x"],
);
const queryValue = fc.oneof(
  fc.constantFrom(
    "en",
    "id",
    "subscribe",
    "verify-token",
    "verify-token ",
    "",
    "in-ID",
    "%",
    "%ff",
    "__proto__",
  ),
  hostileText.map((text) => encodeURIComponent(text.toWellFormed())),
);
const query = fc
  .array(fc.tuple(queryName, queryValue), { maxLength: 5 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));

const headerName = fc.oneof(
  fc.constantFrom(
    ...["accept-language", "Accept-Encoding", "content-type", "origin", "Host", "content-length"],
    ...["x-hub-signature-256", "x-line-signature", "x-twilio-signature", "webhook-signature"],
    ...[
      "x-telegram-bot-api-secret-token",
      "webhook-id",
      "webhook-timestamp",
      "cookie",
      "x-forwarded-for",
    ],
  ),
  hostileName,
);
const headerValue = fc.oneof(
  hostileText,
  fc.constantFrom(
    "",
    "id;q=0.5,en;q=x",
    ",".repeat(4000),
    ";q=".repeat(3000),
    "gzip;q=0",
    "gzip",
    "*",
  ),
  fc.constantFrom("sha256=", `sha256=${"0".repeat(64)}`, "v1,", "https://bot.example.org", "2026"),
);
const headers = fc.dictionary(headerName, headerValue, { maxKeys: 5 });

const body = fc.oneof(
  fc.constant(undefined),
  hostileText,
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom('{"text":"jam buka?"}', '{"entry":"join"}', "{}", "[]", "x".repeat(5000)),
);

const parts = ["headers", "requestContext", "rawPath", "rawQueryString", "body", "isBase64Encoded"];

export const routesTarget: Target<HostileRequest> = {
  name: "routes",
  share: 10,
  inputs: fc.record({
    method,
    path,
    query,
    headers,
    body,
    without: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(parts) },
    ),
  }),
  async judge({ method, path, query, headers, body, without }) {
    const observed = await observe(async (bot) => {
      const handler: typeof bot.handler = (event) => {
        const kept = Object.entries(event).filter(([name]) => !without.includes(name));
        return bot.handler(Object.fromEntries(kept) as never);
      };
      const asking = { headers, ...(body === undefined ? {} : { body }) };
      return ask({ handler }, method, `${path}?${query}`, asking);
    }, noFaults);
    const { answer, claims, sends } = observed;
    const isAsked = answer.status === 200 && claims.length === 1 && path === "/chat";
    const isChallenge = answer.status === 200 && /hub.verify_token=verify-token(&|$)/.test(query);
    const shown = isChallenge ? { ...observed, answer: { ...answer, body: "" } } : observed;
    const problems = [
      ...problemsOf(shown, noFaults),
      ...(statuses.includes(answer.status) ? [] : [`status ${answer.status}`]),
      ...(claims.length === 0 || isAsked ? [] : ["a write for what nobody signed"]),
      ...(sends.length === 0 ? [] : ["a call for what nobody signed"]),
      ...(Object.values(answer.headers).every(isPlainHeader) ? [] : ["a header of the response"]),
    ];
    return { status: answer.status, problems, ms: observed.ms };
  },
};

const statuses = [200, 400, 401, 403, 404, 405, 413, 415, 422];

function isPlainHeader(value: unknown): boolean {
  return typeof value === "string" && /^[\x20-\x7e]*$/.test(value) && !value.includes(marker);
}
