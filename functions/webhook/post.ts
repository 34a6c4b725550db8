// A POST by Node's own client, which the SDK has loaded anyway: `fetch` would load a second one.
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Fetch } from "./deliver.ts";

/** The statuses at which `fetch` would go on to another address. */
const redirects = new Set([301, 302, 303, 307, 308]);

/** What `fetch` says of itself. */
const manners = { accept: "*/*", "user-agent": "node" };

/** As much of `fetch` as `deliver` uses: it rejects for the same reasons. */
export const post: Fetch = (url, { headers, body, signal }) =>
  new Promise((resolve, reject) => {
    // When the time is up, the reason says so; what the socket says of its end does not.
    const fail = (error: unknown) => reject(signal.aborted ? signal.reason : error);
    const request = url.startsWith("http:") ? requestHttp : requestHttps;
    const own = { ...manners, "content-length": Buffer.byteLength(body) };
    request(url, { method: "POST", headers: { ...own, ...headers }, signal }, (response) => {
      const { statusCode: status = 0 } = response;
      if (redirects.has(status)) {
        response.destroy();
        reject(new Error("A redirect is not followed"));
      } else {
        resolve({ status, body: read(response, signal) });
      }
    })
      .on("error", fail)
      // Says nothing new of a call that was answered or failed; a switch of protocols ends so.
      .on("close", () => fail(new Error("Closed without an answer")))
      .end(body);
  });

/** Whoever stops reading closes the connection. */
async function* read(response: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* response;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}
