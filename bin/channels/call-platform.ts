// One call to a platform's own API, and what its answers come down to.
import { secretsIn } from "../../functions/webhook/channels/adapter.ts";
import { parseJson } from "../../functions/webhook/channels/json.ts";
import { type Finding, note, problem } from "./finding.ts";

export interface PlatformAnswer {
  /** 0 where there was none. */
  readonly status: number;
  readonly body: unknown;
}

const deadlineMs = 10_000;

export async function callPlatform(
  method: string,
  url: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<PlatformAnswer> {
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

/** `what` is to be checked if it was an answer. */
export function refused(platform: string, { status }: PlatformAnswer, what: string): Finding {
  return problem(
    status === 0
      ? `${platform} can't be reached. Check this machine's connection.`
      : `${platform} answered with status ${status}. Check ${what}.`,
  );
}

/** Where a platform delivers to now, beside where it should. */
export function pointing(platform: string, current: string, webhook: string): Finding {
  if (current === webhook) return note(`${platform} delivers to ${webhook}.`);
  // Some bots have their token in the path.
  const place = URL.canParse(current) ? new URL(current).origin : "";
  const where = place
    ? `delivers to another address at ${place}, not to`
    : "delivers nowhere, and should to";
  return problem(`${platform} ${where} ${webhook}. --set corrects it.`);
}

/** While a secret is being replaced, the second of the two values is the new one. */
export function newestOf(secrets = ""): string {
  return secretsIn(secrets).at(-1) ?? "";
}
