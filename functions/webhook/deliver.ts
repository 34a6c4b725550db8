// The only outgoing call to a channel.
import type { CallingChannel, Delivery, Outgoing } from "./channels/channel.ts";

/** As much of `fetch` as is needed here. */
export type Fetch = (
  url: string,
  options: {
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    /** It rejects where the answer is one. */
    readonly redirect: "error";
    readonly signal: AbortSignal;
  },
) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** A platform that has not answered by then is tried again with the next delivery. */
export const sendDeadlineMs = 2500;

/** More of a platform's answer than this says nothing new. */
const maxAnswerBytes = 64 * 1024;

/** Makes a call and says what became of it. Never throws, follows no redirect, keeps nothing. */
export async function deliver(
  { url, headers, body }: Outgoing,
  channel: Pick<CallingChannel, "judge">,
  fetch: Fetch,
  deadlineMs = sendDeadlineMs,
): Promise<Delivery> {
  if (deadlineMs <= 0) return { kind: "transient", code: "no-time" };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "error",
      signal: AbortSignal.timeout(deadlineMs),
    });
    const answer = await readSome(response);
    return channel.judge(response.status, answer);
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return { kind: "transient", code: isLate ? "timeout" : "network" };
  }
}

async function readSome(response: Answer): Promise<string> {
  let text = "";
  let bytes = 0;
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) break;
  }
  return text;
}
