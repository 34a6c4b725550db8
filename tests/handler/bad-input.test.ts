// What strangers, careless senders and broken platforms may post, and what comes of it: nothing.
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { genericLimits } from "../../functions/webhook/channels/generic.ts";
import { maxChatBytes } from "../../functions/webhook/chat.ts";
import { type CountStore, StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { trainBot } from "../fixtures/bot.ts";
import { signedGeneric } from "../fixtures/generic.ts";
import {
  metaSignature,
  whatsappDelivery,
  whatsappFixture,
  whatsappFixtures,
} from "../fixtures/whatsapp.ts";
import { ask, type HandlerUnderTest, handlerUnderTest } from "../handler-under-test.ts";

let data: BotData;
let bot: HandlerUnderTest;
let writes: number;

beforeAll(() => {
  data = trainBot();
});

// Sending fails here, and so does a write: a request that must do neither shows it if it does.
beforeEach(() => {
  writes = 0;
  const write = async () => {
    writes += 1;
    throw new StoreUnavailable("Forbidden");
  };
  const store: CountStore = {
    claimAndCount: write,
    markDone: write,
    release: write,
  };
  bot = handlerUnderTest({ data, store });
});

const toWhatsApp = (body: Buffer, signature?: string) =>
  ask(bot, "POST", "/webhooks/whatsapp", {
    body,
    headers: signature === undefined ? {} : { "x-hub-signature-256": signature },
  });

const signedToWhatsApp = (body: Buffer | string) => {
  const bytes = Buffer.from(body);
  return toWhatsApp(bytes, metaSignature(bytes, "app-secret"));
};

describe("without a valid signature", () => {
  const body = whatsappFixture("text");
  const right = metaSignature(body, "app-secret");

  it.each([
    ["none", undefined],
    ["an empty one", ""],
    ["one of another secret", metaSignature(body, "other")],
    ["one of another body", metaSignature(whatsappFixture("image"), "app-secret")],
    ["one that is too short", right.slice(0, -1)],
    ["one that is too long", `${right}0`],
    ["one that is no hexadecimal", right.replace(/.$/, "g")],
    ["one in capitals", right.toUpperCase()],
    ["one without its prefix", right.slice(7)],
    ["one that is given twice", `${right},${right}`],
  ])("%s: 401, an empty body, no write, no reply, one line in the log", async (_, signature) => {
    const answer = await toWhatsApp(body, signature);
    expect([answer.status, answer.body]).toEqual([401, ""]);
    expect(writes).toBe(0);
    expect(bot.lines.map((line) => JSON.parse(line))).toEqual([
      { level: "warn", event: "unauthorised", channel: "whatsapp", status: 401, build: "test" },
    ]);
  });

  it("a header given twice in other cases is refused", async () => {
    const event = {
      rawPath: "/webhooks/whatsapp",
      requestContext: { http: { method: "POST" } },
      headers: { "X-Hub-Signature-256": right, "x-hub-signature-256": right },
      body: body.toString(),
    };
    expect((await bot.handler(event as never)).statusCode).toBe(401);
  });

  it("the header's name may be in capitals", async () => {
    const answer = await ask(bot, "POST", "/webhooks/whatsapp", {
      body: whatsappFixture("status-read"),
      headers: {
        "X-HUB-SIGNATURE-256": metaSignature(whatsappFixture("status-read"), "app-secret"),
      },
    });
    expect(answer.status).toBe(200);
  });

  it("to the generic channel: 401, an empty body, no write", async () => {
    const { headers, body } = signedGeneric({ text: "jam buka?" });
    const wrong = [
      {},
      { ...headers, "webhook-signature": "" },
      { ...headers, "webhook-id": "msg_other" },
      { ...headers, "webhook-timestamp": "1" },
    ];
    for (const each of wrong) {
      const answer = await ask(bot, "POST", "/webhooks/generic", { body, headers: each });
      expect([answer.status, answer.body]).toEqual([401, ""]);
    }
    expect(writes).toBe(0);
  });
});

describe("signed, but of no use", () => {
  const silent = [
    ...["reaction", "reaction-removed", "edit", "revoke", "system", "group", "standby", "echo"],
    ...["other-number", "template-status", "value-errors"],
    ...["status-sent", "status-delivered", "status-read", "status-failed"],
  ];

  it.each(silent)("%s: 200, no write, no reply", async (name) => {
    expect(whatsappFixtures).toContain(name);
    const answer = await signedToWhatsApp(whatsappFixture(name));
    expect([answer.status, answer.body]).toEqual([200, ""]);
    expect(writes).toBe(0);
    expect(bot.logged("ignored")).toHaveLength(1);
  });

  it("no JSON, or JSON of another shape: 200, no write, no reply", async () => {
    const depth = 20_000;
    const bodies = [
      "",
      "{",
      "null",
      "[]",
      '"text"',
      "[".repeat(depth) + "]".repeat(depth),
      '{"object":"page","entry":[{"changes":[]}]}',
      '{"__proto__":{"object":"whatsapp_business_account"}}',
      Buffer.of(0xff, 0xfe, 0x00),
    ];
    for (const body of bodies) expect((await signedToWhatsApp(body)).status).toBe(200);
    expect(writes).toBe(0);
  });

  it("any JSON at all is 200, never an error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect((await signedToWhatsApp(body)).status).toBe(200);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the exact bytes", () => {
  it("are what is signed: a byte order mark, CRLF and escaped letters included", async () => {
    const json = whatsappFixture("status-read").toString();
    const bodies = [`\uFEFF${json}`, json.replaceAll("\n", "\r\n"), `  ${json}  `];
    for (const body of bodies) {
      const bytes = Buffer.from(body);
      expect((await signedToWhatsApp(bytes)).status).toBe(200);
      expect((await toWhatsApp(bytes, metaSignature(Buffer.from(json), "app-secret"))).status).toBe(
        401,
      );
    }
  });

  it("are the same whether the body comes as text or in base64", async () => {
    const body = whatsappFixture("status-read");
    const headers = { "x-hub-signature-256": metaSignature(body, "app-secret") };
    for (const each of [body, body.toString()]) {
      const answer = await ask(bot, "POST", "/webhooks/whatsapp", { body: each, headers });
      expect(answer.status).toBe(200);
    }
  });
});

describe("bodies that are too large", () => {
  it("WhatsApp may send 3 MB, and no more than 3.5", async () => {
    const padded = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, " ");
    expect((await signedToWhatsApp(padded(3))).status).toBe(200);
    expect((await signedToWhatsApp(padded(3.6))).status).toBe(413);
    expect((await toWhatsApp(padded(3.6))).status).toBe(413);
    expect(writes).toBe(0);
  });

  it("the generic channel takes 64 KB", async () => {
    const { bodyBytes } = genericLimits;
    for (const [length, status] of [
      [bodyBytes, 415],
      [bodyBytes + 1, 413],
    ] as const) {
      const { body, headers } = signedGeneric(" ".repeat(length));
      expect((await ask(bot, "POST", "/webhooks/generic", { body, headers })).status).toBe(status);
    }
  });

  it("the chat takes a few letters more than anyone writes", async () => {
    const body = JSON.stringify({ text: "x".repeat(maxChatBytes) });
    const { status } = await ask(bot, "POST", "/chat", { body });
    expect(status).toBe(413);
    expect(writes).toBe(0);
  });
});

describe("hostile text in a message that is signed", () => {
  it.each([
    ["a megabyte of combining marks", `a${"\u0301".repeat(1_000_000)}`],
    ["letters that grow eighteenfold", "\uFDFA".repeat(100_000)],
    ["lone surrogates", "\ud800\udc00\ud800".repeat(1000)],
    ["control, zero-width and bidirectional characters", "\u0000\u200b\u202e\u0007".repeat(1000)],
    ["tags", "\u{E0041}".repeat(1000)],
    ["three megabytes of digits", "7".repeat(3_000_000)],
    ["three megabytes of spaces", " ".repeat(3_000_000)],
  ])("%s is counted like any other text", async (_, text) => {
    const answer = await signedToWhatsApp(
      whatsappDelivery([{ id: "wamid.1", text: { body: text } }]),
    );
    // The store refuses and sending fails, which only a message that got this far can show.
    expect(answer.status).toBe(503);
    expect(writes).toBe(1);
    expect(bot.logged("crash")).toEqual([]);
  });
});
