// A signed call to AWS on Node's own client, tried again where that may help.
import { Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { type Keys, type Scope, sign } from "./sign.ts";

export interface Call {
  readonly url: URL;
  readonly scope: Scope;
  /** `DynamoDB_20120810.UpdateItem` */
  readonly target: string;
  readonly mediaType: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

const agents = {
  "http:": new HttpAgent({ keepAlive: true }),
  "https:": new HttpsAgent({ keepAlive: true }),
};
const longestPauseMs = 100;

export async function send(
  call: Call,
  keys: Keys,
  { abortSignal: signal, maxAttempts }: { abortSignal: AbortSignal; maxAttempts: number },
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt >= maxAttempts;
    try {
      const answer = await sendOnce(call, keys, signal);
      if (isLast || !mayPass(answer)) return answer;
    } catch (error) {
      if (isLast || signal.aborted) throw error;
    }
    await pause(Math.random() * longestPauseMs * 2 ** (attempt - 1), undefined, { signal });
  }
}

function sendOnce(
  { url, scope, target, mediaType, body }: Call,
  keys: Keys,
  signal: AbortSignal,
): Promise<Answer> {
  const plain = {
    host: url.host,
    "content-type": mediaType,
    "content-length": String(Buffer.byteLength(body)),
    "x-amz-target": target,
  };
  const headers = sign({ headers: plain, body }, scope, keys);
  const isPlain = url.protocol === "http:";
  const agent = agents[isPlain ? "http:" : "https:"];
  return new Promise((resolve, reject) => {
    const request = isPlain ? requestHttp : requestHttps;
    request(url, { method: "POST", headers, signal, agent }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("error", reject)
        .on("end", () => {
          try {
            const json = JSON.parse(Buffer.concat(chunks).toString() || "{}");
            resolve({ status: response.statusCode ?? 0, json });
          } catch (error) {
            reject(error);
          }
        });
    })
      .on("error", reject)
      .end(body);
  });
}

function mayPass({ status, json: { __type } }: Answer): boolean {
  return status >= 500 || /Throttl|ThroughputExceeded|LimitExceeded/.test(String(__type));
}
