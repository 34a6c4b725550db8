// Posts over connections that stay open, as many as it takes: no request waits for another.
import { Agent, request } from "node:http";
import type { Answered } from "./open-loop.ts";

export interface Parcel {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Poster {
  /** Never throws: no answer is status 0. */
  post(parcel: Parcel, path?: string): Promise<Answered>;
  close(): void;
}

/** Longer than the bot may take for anything. */
const deadlineMs = 15_000;
/** The server closes a connection that has been idle for 5 s; one about to be closed is no use. */
const idleMs = 3000;

export function createPoster(target: string): Poster {
  const agent = new Agent({ keepAlive: true, timeout: idleMs });
  return {
    post: ({ body, headers }, path = "") =>
      new Promise((resolve) => {
        const nothing = () => resolve({ status: 0, retryAfterS: 0 });
        const signal = AbortSignal.timeout(deadlineMs);
        const sending = request(`${target}${path}`, {
          method: "POST",
          agent,
          signal,
          headers: { ...headers, "content-length": body.length },
        });
        sending.once("error", nothing);
        sending.once("response", (response) => {
          response.once("error", nothing);
          response.once("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              retryAfterS: Number(response.headers["retry-after"] ?? 0),
            }),
          );
          response.resume();
        });
        sending.end(body);
      }),
    close: () => agent.destroy(),
  };
}
