// The local server makes the events that API Gateway makes, and writes what the handler returns.
import { request as httpRequest } from "node:http";
import { Server } from "node:net";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  type Mock,
  onTestFinished,
  vi,
} from "vitest";
import { type LocalContext, serveEvents } from "../../bin/local-events.ts";

let seen: { event: APIGatewayProxyEventV2; context: LocalContext }[];
let result: () => APIGatewayProxyResultV2;
let server: { port: number; close: () => Promise<void> };
let origin: string;

beforeAll(async () => {
  server = await serveEvents(async (event, context) => {
    seen.push({ event, context });
    return result();
  }, 0);
  origin = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

const terminal = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterAll(() => terminal.mockRestore());

beforeEach(() => {
  seen = [];
  result = () => ({ statusCode: 200 });
});

const lastEvent = () => seen.at(-1)?.event;

/** A request whose header lines go out as they stand here, which fetch doesn't allow. */
function get(headerLines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    httpRequest(origin, { headers: headerLines }, (response) => {
      response.resume().on("end", resolve);
    })
      .on("error", reject)
      .end();
  });
}

describe("the event", () => {
  it("has the path and the query as they were sent", async () => {
    await fetch(`${origin}/a%20b/c?x=1&y=%26?&x=2`, { method: "DELETE" });
    expect(lastEvent()).toMatchObject({
      version: "2.0",
      rawPath: "/a%20b/c",
      rawQueryString: "x=1&y=%26?&x=2",
      requestContext: { http: { method: "DELETE", path: "/a%20b/c" } },
    });
  });

  it("has header names in lower case and repeated headers joined with commas", async () => {
    await get(["Host", "here", "X-Many", "one", "x-many", "two"]);
    expect(lastEvent()?.headers).toMatchObject({ host: "here", "x-many": "one,two" });
  });

  it("has cookies apart from the headers", async () => {
    await get(["Host", "here", "Cookie", "a=1; b=2"]);
    expect(lastEvent()?.cookies).toEqual(["a=1", "b=2"]);
    expect(lastEvent()?.headers).not.toHaveProperty("cookie");
  });

  it("has no cookies and no body where none was sent", async () => {
    await fetch(origin);
    expect(lastEvent()).not.toHaveProperty("cookies");
    expect(lastEvent()).not.toHaveProperty("body");
  });

  it.each([
    ["letters of all kinds", "halo, ça va? 👋"],
    ["a byte order mark", "\uFEFF{}"],
    ["a nought byte", "a\0b"],
  ])("has a body of UTF-8 as text: %s", async (_, body) => {
    await fetch(origin, { method: "POST", body: Buffer.from(body) });
    expect(lastEvent()).toMatchObject({ body, isBase64Encoded: false });
  });

  it.each([
    ["a lone byte", [0xff]],
    ["half a letter", [0xf0, 0x9f]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
  ])("has bytes that aren't UTF-8 in base64: %s", async (_, bytes) => {
    const body = Buffer.from(bytes);
    await fetch(origin, { method: "POST", body });
    expect(lastEvent()).toMatchObject({ body: body.toString("base64"), isBase64Encoded: true });
  });

  it("comes with the time that is left", async () => {
    await fetch(origin);
    const left = seen.at(-1)?.context.getRemainingTimeInMillis() ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(10_000);
  });
});

describe("the response", () => {
  it("is a text as it stands, with status 200", async () => {
    result = () => "halo";
    const response = await fetch(origin);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe("halo");
  });

  it("is an object without a status as JSON", async () => {
    result = () => ({ hello: "there" }) as APIGatewayProxyResultV2;
    const response = await fetch(origin);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ hello: "there" });
  });

  it("has the status, headers and cookies of the result", async () => {
    result = () => ({
      statusCode: 418,
      headers: { "x-text": "a", "x-number": 5, "x-claim": true },
      cookies: ["a=1", "b=2"],
      body: "ça",
    });
    const response = await fetch(origin);
    expect(response.status).toBe(418);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-text": "a",
      "x-number": "5",
      "x-claim": "true",
    });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.text()).toBe("ça");
  });

  it("is the bytes of a body in base64", async () => {
    const bytes = Buffer.from([0, 255, 128]);
    result = () => ({ statusCode: 200, body: bytes.toString("base64"), isBase64Encoded: true });
    const response = await fetch(origin);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it("is 502 where the handler throws, and says nothing of why", async () => {
    result = () => {
      throw new Error("a secret");
    };
    const response = await fetch(origin);
    expect(response.status).toBe(502);
    expect(await response.text()).toBe("");
  });

  it("leaves a line on the terminal where the handler throws, without the error's words", async () => {
    result = () => {
      throw new TypeError("a secret");
    };
    await fetch(origin);
    const written = terminal.mock.calls.map(([text]) => String(text)).join("");
    expect(written).toContain("A request could not be answered (TypeError).");
    expect(written).not.toContain("a secret");
  });

  it("is 502 where the result can't be written", async () => {
    result = () => ({ statusCode: 200, headers: { "x-bad": "a\nb" } });
    expect((await fetch(origin)).status).toBe(502);
  });
});

describe("a body", () => {
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024, "x");

  it("of 10 MB is taken", async () => {
    expect((await fetch(origin, { method: "POST", body: megabytes(10) })).status).toBe(200);
    expect(lastEvent()?.body).toHaveLength(10 * 1024 * 1024);
  });

  it.each([
    ["a byte", Buffer.alloc(10 * 1024 * 1024 + 1)],
    ["ten more", megabytes(20)],
  ])("of %s over 10 MB is refused with 413 before the handler sees it", async (_, body) => {
    expect((await fetch(origin, { method: "POST", body })).status).toBe(413);
    expect(seen).toEqual([]);
  });
});

describe("the server", () => {
  it("picks a free port for 0, and refuses one that is taken", async () => {
    expect(server.port).toBeGreaterThan(0);
    await expect(serveEvents(async () => "", server.port)).rejects.toThrow("EADDRINUSE");
  });

  it("does without the IPv6 address on a machine that has none", async () => {
    refuseIpv6("EAFNOSUPPORT");
    const { port, close } = await serveEvents(async () => "", 0);
    onTestFinished(close);
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
  });

  it("picks another port for 0 where the IPv6 address has that one taken", async () => {
    const listening = refuseIpv6("EADDRINUSE");
    const { port, close } = await serveEvents(async () => "", 0);
    onTestFinished(close);
    const asked = listening.mock.calls.flatMap(([at, host]) => (host === "::1" ? [at] : []));
    expect(asked).toHaveLength(2);
    expect(asked[1]).toBe(port);
  });

  it("gives a port back, and refuses it, where the IPv6 address has it taken", async () => {
    const { port, close } = await serveEvents(async () => "", 0);
    await close();
    refuseIpv6("EADDRINUSE");
    await expect(serveEvents(async () => "", port)).rejects.toThrow("EADDRINUSE");
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  it("is gone once it is closed", async () => {
    const short = await serveEvents(async () => "", 0);
    await short.close();
    await expect(fetch(`http://127.0.0.1:${short.port}`)).rejects.toThrow();
  });
});

type Listen = (this: Server, port: number, host: string, done: () => void) => Server;

/** The next server that asks for the IPv6 address hears this. */
function refuseIpv6(code: string) {
  const listen = Server.prototype.listen as Listen;
  let isRefused = false;
  const spy = vi.spyOn(Server.prototype, "listen") as unknown as Mock<Listen>;
  spy.mockImplementation(function (this: Server, port, host, done) {
    if (isRefused || host !== "::1") return listen.call(this, port, host, done);
    isRefused = true;
    process.nextTick(() => this.emit("error", Object.assign(new Error(code), { code })));
    return this;
  });
  onTestFinished(() => spy.mockRestore());
  return spy;
}
