// Which requests find a way in, and what the others are told.
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { webhookMethods } from "../../functions/webhook/channels/names.ts";
import { trainBot } from "../fixtures/bot.ts";
import {
  answerTo,
  ask,
  type HandlerUnderTest,
  handlerUnderTest,
  testValues,
} from "../handler-under-test.ts";

let data: BotData;
let bot: HandlerUnderTest;

beforeAll(() => {
  data = trainBot();
  bot = handlerUnderTest({ data });
});

describe("routes", () => {
  it.each(["/", "/faq"])("GET %s is a page", async (path) => {
    const { status, headers, body } = await ask(bot, "GET", path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "public, max-age=300",
      "content-language": "id",
    });
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
    expect(headers).not.toHaveProperty("set-cookie");
    expect(body).toMatch(/^<!doctype html>\n<html lang="id">/);
  });

  it.each(["/", "/faq"])("GET %s comes in the language asked for", async (path) => {
    const inEnglish = [
      await ask(bot, "GET", `${path}?language=en`),
      await ask(bot, "GET", path, { headers: { "accept-language": "en-GB,en;q=0.9" } }),
    ];
    for (const { headers, body } of inEnglish) {
      expect(headers["content-language"]).toBe("en");
      expect(body).toContain('<html lang="en">');
    }
    const odd = await ask(bot, "GET", `${path}?language=%3Cscript%3E&language=en`);
    expect(odd.body).not.toContain("%3Cscript%3E");
    expect(odd.headers["content-language"]).toBe("id");
  });

  it("a page is compressed for whoever takes gzip", async () => {
    const result = await bot.handler({
      rawPath: "/faq",
      headers: { "accept-encoding": "br, gzip" },
      requestContext: { http: { method: "GET" } },
    } as never);
    expect(result.headers?.["content-encoding"]).toBe("gzip");
    const page = gunzipSync(Buffer.from(result.body ?? "", "base64")).toString();
    expect(page).toBe((await ask(bot, "GET", "/faq")).body);
  });

  it("GET /health names the build, and nothing else", async () => {
    const { status, body } = await ask(bot, "GET", "/health");
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ status: "ok", build: "test" });
  });

  it("a wrong method is told the right ones", async () => {
    const allowed = {
      "/": "GET",
      "/faq": "GET",
      "/health": "GET",
      "/chat": "POST",
      "/webhooks/generic": "POST",
      "/webhooks/whatsapp": "GET, POST",
    };
    for (const [path, methods] of Object.entries(allowed)) {
      for (const method of ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "get", ""]) {
        if (methods.split(", ").includes(method)) continue;
        const { status, headers, body } = await ask(bot, method, path);
        expect([path, method, status, headers.allow]).toEqual([path, method, 405, methods]);
        expect(body).toBe("");
      }
    }
  });

  it("an unknown path is told that there is nothing, without repeating it", async () => {
    const paths = ["/canary", "/faq/", "//", "/webhooks", "/webhooks/", "/webhooks/canary", ""];
    for (const path of [...paths, "/webhooks/constructor", "/webhooks/../chat", "/%2e%2e/canary"]) {
      const { status, body } = await ask(bot, "GET", path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toBe('{"error":"There is nothing here."}');
    }
  });

  it.each(Object.keys(webhookMethods))(
    "/webhooks/%s without settings is not there",
    async (name) => {
      const bare = handlerUnderTest({ data, values: { PEPPER: testValues.PEPPER } });
      for (const method of ["GET", "POST", "PUT"]) {
        const { status } = await ask(bare, method, `/webhooks/${name}`, { body: "{}" });
        expect(status).toBe(404);
      }
    },
  );

  it("answers with no-store, but for the pages", async () => {
    for (const path of ["/health", "/nowhere", "/webhooks/whatsapp"]) {
      expect((await ask(bot, "GET", path)).headers["cache-control"]).toBe("no-store");
    }
  });
});

describe("events that lack something", () => {
  it("a bare event finds nothing, rather than fail", async () => {
    for (const event of [{}, { rawPath: "/" }, { requestContext: {} }, { headers: null }]) {
      expect([404, 405]).toContain((await answerTo(bot.handler, event)).status);
    }
  });

  it("a Function URL's event without headers, query or body will do", async () => {
    const event = { rawPath: "/health", requestContext: { http: { method: "GET" } } };
    expect((await answerTo(bot.handler, event)).status).toBe(200);
    const chat = { rawPath: "/chat", requestContext: { http: { method: "POST" } } };
    expect((await answerTo(bot.handler, chat)).status).toBe(400);
  });

  it("base64 that is none is a body like any other: unsigned, or no JSON", async () => {
    const broken = { body: "!!!not base64!!!", isBase64Encoded: true };
    const to = (rawPath: string) => ({
      ...broken,
      rawPath,
      requestContext: { http: { method: "POST" } },
    });
    expect((await answerTo(bot.handler, to("/webhooks/whatsapp"))).status).toBe(401);
    expect((await answerTo(bot.handler, to("/webhooks/generic"))).status).toBe(401);
    expect((await answerTo(bot.handler, to("/chat"))).status).toBe(400);
  });
});

describe("the handshake of WhatsApp", () => {
  const query = "hub.mode=subscribe&hub.verify_token=verify-token&hub.challenge=1158%2B201444";

  it("gives the challenge back", async () => {
    const { status, headers, body } = await ask(bot, "GET", `/webhooks/whatsapp?${query}`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(body).toBe("1158+201444");
  });

  it("refuses another token, and tells nothing", async () => {
    for (const target of ["", "?", `?${query.replace("verify-token", "guess")}`]) {
      const { status, body } = await ask(bot, "GET", `/webhooks/whatsapp${target}`);
      expect([status, body]).toEqual([403, ""]);
    }
  });
});
