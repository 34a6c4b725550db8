// Our own POST and Node's `fetch` deliver alike, over real sockets.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outgoing } from "../functions/webhook/channels/channel.ts";
import { deliver, type Fetch } from "../functions/webhook/deliver.ts";
import { post } from "../functions/webhook/post.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let url: string;
let answer: Answer;
let seen: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[];
let closed: Promise<void>;

beforeEach(async () => {
  seen = [];
  let close = () => {};
  closed = new Promise((resolve) => {
    close = resolve;
  });
  server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    response.on("close", close);
    seen.push({ method, path, headers, body: await text(request) });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/messages?to=x`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ways: [string, Fetch][] = [
  ["fetch", globalThis.fetch],
  ["post", post],
];

describe.each(ways)("a delivery by %s", (_, way) => {
  const outgoing = () => ({
    url,
    headers: { authorization: "Bearer token", "content-type": "application/json" },
    body: '{"text":"é 🙂"}',
  });
  /** What came of it: the status and the answer, or the code of what went wrong. */
  async function send(deadlineMs = 5000, to: Outgoing = outgoing()) {
    let judged: [number, string] | undefined;
    const judge = (status: number, body: string) => {
      judged = [status, body];
      return { kind: "sent" } as const;
    };
    const delivery = await deliver(to, { judge }, way, deadlineMs);
    return judged ?? delivery;
  }
  const lost = { kind: "transient", code: "network" };

  it("is lost where the server would rather speak another protocol", async () => {
    answer = (response) => {
      response.socket?.end(
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
      );
    };
    expect(await send(3000)).toEqual(lost);
  });
  const late = { kind: "transient", code: "timeout" };

  it("brings address, headers and body as they are, and the answer back", async () => {
    answer = (response) => response.writeHead(400).end('{"error":"é 🙂"}');
    expect(await send()).toEqual([400, '{"error":"é 🙂"}']);
    expect(seen).toMatchObject([
      {
        method: "POST",
        path: "/v1/messages?to=x",
        headers: {
          ...outgoing().headers,
          accept: "*/*",
          "user-agent": "node",
          "content-length": String(Buffer.byteLength(outgoing().body)),
        },
        body: outgoing().body,
      },
    ]);
  });

  it.each([301, 302, 303, 307, 308])("follows no redirect with status %i", async (status) => {
    answer = (response) => response.writeHead(status, { location: "/elsewhere" }).end("gone");
    expect(await send()).toEqual(lost);
    expect(seen).toHaveLength(1);
  });

  it("takes an answer that names another address, but is no redirect", async () => {
    answer = (response) => response.writeHead(201, { location: "/elsewhere" }).end();
    expect(await send()).toEqual([201, ""]);
  });

  it("gives up when the time is over before an answer", async () => {
    answer = () => {};
    expect(await send(50)).toEqual(late);
    await closed;
  });

  it("gives up when the time is over in the middle of an answer", async () => {
    answer = (response) => response.write("half");
    expect(await send(50)).toEqual(late);
    await closed;
  });

  it("is lost where the connection breaks before an answer, or in the middle of it", async () => {
    answer = (response) => response.destroy();
    expect(await send()).toEqual(lost);
    answer = (response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    };
    expect(await send()).toEqual(lost);
  });

  it("is lost where nobody listens, or nobody has such an address", async () => {
    const nowhere = { ...outgoing(), url: "http://127.0.0.1:1/" };
    expect(await send(5000, nowhere)).toEqual(lost);
    expect(await send(5000, { ...outgoing(), url: "nonsense" })).toEqual(lost);
  });

  it("is lost where a header can't be sent, and nothing is sent", async () => {
    const broken = { ...outgoing(), headers: { authorization: "Bearer a\nb" } };
    expect(await send(5000, broken)).toEqual(lost);
    expect(seen).toEqual([]);
  });

  it("asks for TLS where the address says so", async () => {
    answer = (response) => response.end();
    const secure = { ...outgoing(), url: url.replace("http:", "https:") };
    expect(await send(5000, secure)).toEqual(lost);
    expect(seen).toEqual([]);
  });

  it("reads no more of an endless answer than says anything, and closes it", async () => {
    const chunk = "a".repeat(16 * 1024);
    answer = (response) => {
      const write = () => {
        while (!response.destroyed && response.write(chunk));
        response.once("drain", write);
      };
      write();
    };
    const [status, body] = (await send()) as [number, string];
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(64 * 1024);
    expect(body.length).toBeLessThan(256 * 1024);
    await closed;
  });
});
