// Asks the server, and tells apart the ways in which that can fail.
import { type ChatReply, readChatReply } from "./chat-reply.ts";

/** What is sent to `POST /chat`. A retry repeats the id, so that a question counts once. */
export type ChatRequest = { readonly id: string; readonly language: string } & (
  | { readonly text: string }
  | { readonly entry: string }
  | { readonly choice: string }
);

export type Failure = "offline" | "tooLarge" | "busy" | "failed";

export type ChatResult =
  | { readonly kind: "reply"; readonly reply: ChatReply }
  | { readonly kind: "failure"; readonly failure: Failure };

/** Longer than the server ever takes, so that a lost connection is noticed in the end. */
const timeoutMs = 20_000;

export async function askServer(request: ChatRequest): Promise<ChatResult> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch("/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      credentials: "omit",
      signal: abort.signal,
    });
    if (!response.ok) return failed(failureOf(response.status));
    const text = await response.text();
    const reply = readChatReply(parseJson(text));
    return reply ? { kind: "reply", reply } : failed("failed");
  } catch {
    return failed("offline");
  } finally {
    clearTimeout(timer);
  }
}

function failed(failure: Failure): ChatResult {
  return { kind: "failure", failure };
}

function failureOf(status: number): Failure {
  if (status === 413) return "tooLarge";
  if (status === 429) return "busy";
  return "failed";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
