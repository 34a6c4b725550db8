// One request to a deployed bot: what came back, and how long it took.
import { whyNoAnswer } from "../no-answer.ts";
import type { BotRequest } from "./bot-request.ts";

export interface HttpAnswer {
  /** 0 where there was none. */
  readonly status: number;
  readonly body: string;
  /** Set where the bot itself, not what stands in front of it, asks to try again later. */
  readonly isToRetry: boolean;
  /** Why there was no answer. */
  readonly reason?: string;
  readonly ms: number;
}

const deadlineMs = 15_000;

export async function call(
  origin: string,
  { method, path, body, mediaType = "application/json" }: BotRequest,
): Promise<HttpAnswer> {
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  try {
    const response = await fetch(origin + path, {
      method,
      ...(body === undefined ? {} : { body, headers: { "content-type": mediaType } }),
      redirect: "manual",
      signal: AbortSignal.timeout(deadlineMs),
    });
    const { status, headers } = response;
    const text = await response.text();
    return { status, body: text, isToRetry: headers.has("retry-after"), ms: elapsedMs() };
  } catch (error) {
    return {
      status: 0,
      body: "",
      isToRetry: false,
      reason: whyNoAnswer(error, deadlineMs),
      ms: elapsedMs(),
    };
  }
}
