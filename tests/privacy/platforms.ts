// The platforms, as the bot calls them: they take replies, fail in every way, and repeat what they got.
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { Fetch } from "../../functions/webhook/deliver.ts";
import { pick } from "../../functions/webhook/training/random.ts";
import { channelSamples } from "../channels/samples/index.ts";
import {
  type Json,
  type PlatformCall,
  type PlatformRules,
  platformFailures,
} from "../fakes/platform.ts";
import { bugQuoting } from "./troubles.ts";

const rulesOf = new Map<WebhookName, PlatformRules>();
/** Where the bot finds them. */
export const platformAddresses: Record<string, string> = {};
for (const [name, { api }] of channelSamples) {
  if (!api) continue;
  rulesOf.set(name, api.rules);
  platformAddresses[api.urlName] = `https://${name}.example${api.rules.basePath}`;
}

export interface Platforms {
  readonly fetch: Fetch;
}

/** `see` is given all that is sent but for whom it is sent to and what lets it in. */
export function createPlatforms(random: () => number, see: (sent: string) => void): Platforms {
  return {
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const name = url.hostname.replace(".example", "") as WebhookName;
      const rules = rulesOf.get(name);
      const headers = init?.headers as Record<string, string>;
      const text = String(init?.body);
      const call = {
        method: "POST",
        path: url.pathname + url.search,
        headers,
        body: JSON.parse(text),
      };
      see(JSON.stringify(withoutAddress(name, call)));
      if (!rules) throw new TypeError(`Nobody is called ${name}`);

      const quoted = `${url} ${JSON.stringify(headers)} ${text}`;
      const chance = random();
      if (chance < 0.001) return silence(init?.signal);
      if (chance < 0.04) throw bugQuoting(quoted, random);
      if (chance < 0.08) return new Response(quoted, { status: 500, headers: { "x-echo": "1" } });
      if (chance < 0.1) return new Response(garbage(quoted, call, random), { status: 400 });
      if (chance < 0.11) return new Response(quoted.repeat(60), { status: 403 });
      if (chance < 0.12) {
        return Response.redirect(`https://example.org/${encodeURIComponent(text)}`, 302);
      }
      const failure = chance < 0.3 ? pick(platformFailures, random) : undefined;
      const answer = failure ? rules.fail(call, failure) : rules.accept(call);
      return Response.json(answer.body, {
        status: answer.status,
        ...(answer.headers ? { headers: answer.headers } : {}),
      });
    },
  };
}

/** No answer, until the bot gives up. */
function silence(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    // A signal's own timer doesn't keep the process awake.
    const awake = setInterval(() => {}, 1000);
    signal?.addEventListener("abort", () => {
      clearInterval(awake);
      reject(signal.reason);
    });
  });
}

/** Errors whose codes and messages are somebody's ids. */
function garbage(quoted: string, { body }: PlatformCall, random: () => number): string {
  const person = Number(body?.to ?? body?.recipient?.id ?? body?.chat_id) || quoted;
  const answers = [
    quoted,
    JSON.stringify({ error: { code: person, message: quoted, type: quoted } }),
    JSON.stringify({ ok: false, error_code: person, description: quoted }),
    JSON.stringify({ message: quoted, details: [{ message: quoted, property: quoted }] }),
    JSON.stringify(quoted),
    `{"error": {"code": "${person}"`,
  ];
  return pick(answers, random) ?? "";
}

/** A call without the person that it is for and without our token; all else must be nobody's. */
function withoutAddress(name: WebhookName, { path, headers, body }: PlatformCall): object {
  const { authorization: _, ...otherHeaders } = headers;
  switch (name) {
    case "whatsapp": {
      const { to, recipient, message_id, ...rest }: Json = body;
      return { path, headers: otherHeaders, body: rest };
    }
    case "messenger": {
      const { recipient, ...rest }: Json = body;
      const { id, ...others }: Json = recipient;
      return { path, headers: otherHeaders, body: { ...rest, recipient: others } };
    }
    case "telegram": {
      const { chat_id, callback_query_id, ...rest }: Json = body;
      return { path: path.replace(/^\/bot[^/]+\//, "/"), headers, body: rest };
    }
    case "line": {
      // Its own id of the event, hashed for nobody but itself.
      const { "x-line-retry-key": _key, ...rest } = otherHeaders;
      const { replyToken, to, ...others }: Json = body;
      return { path, headers: rest, body: others };
    }
    default:
      return { path, headers, body };
  }
}
