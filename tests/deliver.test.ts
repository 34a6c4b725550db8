import { describe, expect, it } from "vitest";
import type { Delivery } from "../functions/webhook/channels/channel.ts";
import { deliver, type Fetch } from "../functions/webhook/deliver.ts";

const outgoing = {
  url: "https://platform.example.org/messages",
  headers: { authorization: "Bearer token" },
  body: "{}",
};

/** Judges nothing, and keeps what it was asked. */
function judgeWith(verdict: Delivery) {
  const seen: [number, string][] = [];
  return {
    seen,
    judge: (status: number, body: string) => {
      seen.push([status, body]);
      return verdict;
    },
  };
}

const sent = { kind: "sent" } as const;

describe("deliver", () => {
  it("posts, follows no redirect, and lets the channel judge the answer", async () => {
    const calls: Parameters<Fetch>[] = [];
    const channel = judgeWith({ kind: "permanent", code: "131009" });
    const fetch: Fetch = async (...call) => {
      calls.push(call);
      return new Response("answer", { status: 400 });
    };
    expect(await deliver(outgoing, channel, fetch)).toEqual({ kind: "permanent", code: "131009" });
    expect(channel.seen).toEqual([[400, "answer"]]);
    const [url, options] = calls[0] ?? [];
    expect(url).toBe(outgoing.url);
    expect(options).toMatchObject({ method: "POST", redirect: "error", body: "{}" });
  });

  it("is transient where there was no answer, whatever the error says", async () => {
    const fetch: Fetch = async () => {
      throw new TypeError("fetch failed: canary");
    };
    const delivery = await deliver(outgoing, judgeWith(sent), fetch);
    expect(delivery).toEqual({ kind: "transient", code: "network" });
  });

  it("gives up when the time is over, also in the middle of an answer", async () => {
    const never: Fetch = (_, options) =>
      new Promise((_resolve, reject) => {
        const { signal } = options ?? {};
        signal?.addEventListener("abort", () => reject(signal.reason));
      });
    const halfway: Fetch = async (_, options) => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("half"));
          const { signal } = options ?? {};
          signal?.addEventListener("abort", () => controller.error(signal.reason));
        },
      });
      return new Response(body, { status: 200 });
    };
    for (const fetch of [never, halfway]) {
      const delivery = await deliver(outgoing, judgeWith(sent), fetch, 20);
      expect(delivery).toEqual({ kind: "transient", code: "timeout" });
    }
  });

  it("does not begin without time", async () => {
    const fetch: Fetch = async () => {
      throw new Error("It was called");
    };
    const delivery = await deliver(outgoing, judgeWith(sent), fetch, 0);
    expect(delivery).toEqual({ kind: "transient", code: "no-time" });
  });

  it("reads no more of an answer than says anything", async () => {
    let pulled = 0;
    const fetch: Fetch = async () => {
      const body = new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(16 * 1024).fill(0x61));
        },
      });
      return new Response(body, { status: 200 });
    };
    const channel = judgeWith(sent);
    expect(await deliver(outgoing, channel, fetch)).toEqual(sent);
    expect(pulled).toBeLessThan(10);
    expect(channel.seen[0]?.[1].length).toBeLessThan(100 * 1024);
  });
});
