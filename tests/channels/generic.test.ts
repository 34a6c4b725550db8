import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createGeneric,
  generic as genericAdapter,
  genericLimits,
  isSignedGeneric,
} from "../../functions/webhook/channels/generic.ts";
import type { Reply } from "../../functions/webhook/reply.ts";
import type { Response } from "../../functions/webhook/response.ts";
import { feedbackOn, optionsFor, replyOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const now = Date.parse("2026-11-23T12:00:00.700Z");
const nowS = Math.floor(now / 1000);
const key = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(24, 9);
const library = new Webhook(key.toString("base64"));

// The library has no clock of its own to give it.
beforeEach(() => vi.useFakeTimers({ now }));
afterEach(() => vi.useRealTimers());

/** A body signed by the library, as any service that speaks Standard Webhooks would. */
function signed(body: string, { id = "msg_1", timestamp = nowS } = {}) {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": library.sign(id, new Date(timestamp * 1000), body),
  };
}

type Headers = ReturnType<typeof signed>;

const weAccept = (body: string, headers: Partial<Headers>, keys = [key]) =>
  isSignedGeneric(requestOf(body, headers), keys, now);

function libraryAccepts(body: string, headers: Headers): boolean {
  try {
    library.verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

describe("isSignedGeneric", () => {
  const bodies = fc.oneof(
    fc.json(),
    fc.string({ unit: "binary", maxLength: 300 }).map((text) => text.toWellFormed()),
  );
  const ids = fc.stringMatching(/^[\w.:-]{1,128}$/);

  it("accepts what the reference library signs, for a thousand bodies", () => {
    const timestamps = fc.integer({ min: nowS - 300, max: nowS + 300 });
    fc.assert(
      fc.property(bodies, ids, timestamps, (body, id, timestamp) => {
        const headers = signed(body, { id, timestamp });
        expect(libraryAccepts(body, headers)).toBe(true);
        expect(weAccept(body, headers)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with the reference library about a thousand deliveries that something happened to", () => {
    // No comma: the library reads "v1,<signature>,anything" as if it ended before the second one.
    const letters = fc.constantFrom(..."ABab019+/=v ");
    const changes = fc.record({
      body: fc.constantFrom("same", "longer", "other"),
      signature: fc.oneof(
        fc.constantFrom("same", "none", "v1a label", "second of two", "first of two"),
        fc.tuple(fc.nat(60), letters),
      ),
      timestamp: fc.oneof(fc.constant(0), fc.integer({ min: -303, max: 303 })),
      isResigned: fc.boolean(),
    });
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(bodies, ids, changes, (body, id, change) => {
        const timestamp = nowS + change.timestamp;
        const headers = signed(body, {
          id,
          timestamp: change.isResigned ? timestamp : nowS,
        });
        headers["webhook-timestamp"] = String(timestamp);
        headers["webhook-signature"] = changeSignature(
          headers["webhook-signature"],
          change.signature,
        );
        const received = { same: body, longer: `${body} `, other: "{}" }[change.body];
        const verdict = libraryAccepts(received, headers);
        expect(weAccept(received, headers)).toBe(verdict);
        verdicts[verdict ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 1000 },
    );
    expect(verdicts.accepted).toBeGreaterThan(50);
    expect(verdicts.refused).toBeGreaterThan(50);
  });

  it("accepts either key while one replaces the other, and no third", () => {
    const headers = signed("{}");
    expect(weAccept("{}", headers, [otherKey, key])).toBe(true);
    expect(weAccept("{}", headers, [key, otherKey])).toBe(true);
    expect(weAccept("{}", headers, [otherKey])).toBe(false);
    expect(weAccept("{}", headers, [])).toBe(false);
  });

  it("refuses times more than five minutes away, either way", () => {
    for (const [away, isAccepted] of [
      [-301, false],
      [-300, true],
      [300, true],
      [301, false],
    ] as const) {
      expect(weAccept("{}", signed("{}", { timestamp: nowS + away }))).toBe(isAccepted);
    }
  });

  it("refuses headers that are absent, twice there, or of another form", () => {
    const headers = signed("{}");
    const wrong: Partial<Headers>[] = [
      {},
      { ...headers, "webhook-id": "" },
      { ...headers, "webhook-id": "msg_1,msg_1" },
      { ...headers, "webhook-id": "m".repeat(129) },
      { ...headers, "webhook-timestamp": `${nowS}.0` },
      { ...headers, "webhook-timestamp": `${nowS},${nowS}` },
      { ...headers, "webhook-timestamp": "NaN" },
      { ...headers, "webhook-signature": "v1," },
      { ...headers, "webhook-signature": headers["webhook-signature"].replace("v1,", "") },
    ];
    for (const each of wrong) expect(weAccept("{}", each)).toBe(false);
  });

  it("refuses another spelling of the same bytes: its last letter has spare bits", () => {
    const headers = signed("{}");
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const right = headers["webhook-signature"];
    const last = letters.indexOf(right.at(-2) ?? "");
    const other = `${right.slice(0, -2)}${letters[last + 1]}=`;
    expect(Buffer.from(other.slice(3), "base64")).toEqual(Buffer.from(right.slice(3), "base64"));
    expect(weAccept("{}", { ...headers, "webhook-signature": other })).toBe(false);
  });

  it("refuses a signature with anything after it", () => {
    const headers = signed("{}");
    for (const end of [",", ",x", "=", "\n"]) {
      const signature = headers["webhook-signature"] + end;
      expect(weAccept("{}", { ...headers, "webhook-signature": signature })).toBe(false);
    }
  });

  it("is over the exact bytes, also where they are no text", () => {
    const body = Buffer.of(0x7b, 0xff, 0xfe, 0x7d);
    const bytes = Buffer.concat([Buffer.from(`msg_1.${nowS}.`), body]);
    const overBytes = createHmac("sha256", key).update(bytes).digest("base64");
    const headers = { ...signed(body.toString()), "webhook-signature": `v1,${overBytes}` };
    expect(isSignedGeneric(requestOf(body, headers), [key], now)).toBe(true);
    expect(isSignedGeneric(requestOf(body, signed(body.toString())), [key], now)).toBe(false);
  });
});

function changeSignature(signature: string, change: string | [number, string]): string {
  if (typeof change !== "string") {
    const [at, letter] = change;
    return signature.slice(0, at) + letter + signature.slice(at + 1);
  }
  const other = `v1,${Buffer.alloc(32).toString("base64")}`;
  switch (change) {
    case "none":
      return "";
    case "v1a label":
      return signature.replace("v1,", "v1a,");
    case "second of two":
      return `${other} ${signature}`;
    case "first of two":
      return `${signature} ${other}`;
    default:
      return signature;
  }
}

const generic = createGeneric([key]);

const headers = { "webhook-id": "msg_1", "webhook-timestamp": String(nowS) };
const jsonHeaders = { ...headers, "content-type": "application/json" };
const parse = (event: unknown) =>
  generic.parse(requestOf(JSON.stringify(event) ?? "", jsonHeaders));
const message = (data: unknown) => parse({ type: "message.received", data });

describe("an event", () => {
  const rest = { id: "msg_1", account: "", sentAtMs: nowS * 1000 };

  it("is a question, of the id and time that are signed", () => {
    expect(message({ conversation: "c1", text: "jam buka?" })).toEqual([
      { ...rest, content: { kind: "text", text: "jam buka?" } },
    ]);
  });

  it("is a choice and a language", () => {
    expect(message({ conversation: "c1", choice: "entry/en/join", locale: "en-GB" })).toEqual([
      { ...rest, content: { kind: "choice", payload: "entry/en/join" }, locale: "en-GB" },
    ]);
  });

  it("leaves out a language that is none, and still asks", () => {
    for (const locale of [null, 7, "", "x".repeat(257), ["en"]]) {
      expect(message({ conversation: "c1", text: "x", locale })).toStrictEqual([
        { ...rest, content: { kind: "text", text: "x" } },
      ]);
    }
  });

  it("of another type asks for nothing, and is told so by an empty response", () => {
    expect(parse({ type: "message.deleted" })).toEqual([]);
    expect(generic.silence).toEqual({ status: 204 });
  });

  it("is told what to send where it is not of the form in the README", () => {
    const { textUnits, conversationUnits } = genericLimits;
    const events = [
      null,
      [],
      "message.received",
      {},
      { type: 1 },
      { type: "message.received" },
      { type: "message.received", data: null },
      { type: "message.received", data: { text: "no conversation" } },
      { type: "message.received", data: { conversation: "", text: "x" } },
      { type: "message.received", data: { conversation: 7, text: "x" } },
      { type: "message.received", data: { conversation: "c", text: 7 } },
      { type: "message.received", data: { conversation: "c" } },
      {
        type: "message.received",
        data: { conversation: "c", text: "x".repeat(textUnits + 1) },
      },
      {
        type: "message.received",
        data: { conversation: "c".repeat(conversationUnits + 1), text: "x" },
      },
    ];
    for (const event of events) expectRefusal(parse(event), 422);
  });

  it("takes a text of the full length", () => {
    const { textUnits, conversationUnits } = genericLimits;
    const text = "x".repeat(textUnits);
    const [found] = messagesOf(message({ conversation: "c".repeat(conversationUnits), text }));
    expect(found?.content).toEqual({ kind: "text", text });
  });

  it("is JSON, and says so if it says anything", () => {
    const body = '{"type":"message.received","data":{"conversation":"c","text":"x"}}';
    const parseAs = (type: string | undefined, bytes = body) =>
      generic.parse(requestOf(bytes, { ...headers, "content-type": type }));
    const types = [
      undefined,
      "application/json",
      "Application/JSON; charset=utf-8",
      "application/cloudevents+json",
    ];
    for (const type of types) expect(parseAs(type)).toHaveLength(1);
    const others = ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonp"];
    for (const type of others) expectRefusal(parseAs(type), 415);
    for (const bytes of ["", "{", "text"]) expectRefusal(parseAs("application/json", bytes), 415);
  });

  it("never throws, whatever JSON it is", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parse(value)));
    fc.assert(fc.property(fc.jsonValue(), (data) => void message(data)));
  });

  function expectRefusal(parsed: ReturnType<typeof parse>, status: number): void {
    expect(parsed).toMatchObject({ status, body: expect.stringMatching(/^{"error":"Send /) });
  }
});

describe("an answer", () => {
  const [to] = messagesOf(message({ conversation: "c1", text: "x" }));
  if (!to) throw new Error("The event has no message");
  const answered = (reply: Reply, result: Partial<Response["result"]> = {}) => {
    const { status, headers, body } = generic.respond(to, responseOf(reply, result));
    expect(status).toBe(200);
    expect(headers?.["content-type"]).toBe("application/json; charset=utf-8");
    return JSON.parse(String(body));
  };

  it("is the text and what it is about, with options and feedback to choose by", () => {
    const options = optionsFor([
      { kind: "entry", entry: "fee", language: "en" },
      { kind: "entry", entry: "renew", language: "en" },
    ]);
    const reply = replyOf({ text: "Bring a card. 👍", options, feedback: feedbackOn("join") });
    expect(answered(reply, { entry: "join", confidence: 0.75 })).toEqual({
      type: "message.reply",
      data: {
        text: "Bring a card. 👍",
        language: "en",
        outcome: "answer",
        answer_id: "join",
        confidence: 0.75,
        options: [
          { choice: "entry/en/fee", key: "1", title: "Question 1?" },
          { choice: "entry/en/renew", key: "2", title: "Question 2?" },
        ],
        feedback: [
          { choice: "helpful/en/join/abcdefghij", title: "👍 Helpful" },
          { choice: "unhelpful/en/join/abcdefghij", title: "👎 Not helpful" },
        ],
      },
    });
  });

  it("without an entry has no feedback, and says which outcome it is", () => {
    const category = { kind: "category", category: "fees", from: 0, language: "en" } as const;
    const options = [{ choice: category, key: "A", title: "Fees" }];
    expect(answered(replyOf({ options }), { outcome: "fallback", confidence: 0 })).toEqual({
      type: "message.reply",
      data: {
        text: "Text",
        language: "en",
        outcome: "fallback",
        answer_id: null,
        confidence: 0,
        options: [{ choice: "category/en/fees/0", key: "A", title: "Fees" }],
      },
    });
  });

  it("has a choice that can be sent back as it came", () => {
    const { feedback } = answered(replyOf({ feedback: feedbackOn("join") })).data;
    for (const { choice } of feedback) {
      const [found] = messagesOf(message({ conversation: "c1", choice }));
      expect(found?.content).toEqual({ kind: "choice", payload: choice });
    }
    expect(feedback).toHaveLength(2);
  });
});

describe("the secret in the settings", () => {
  const { form, problem } = genericAdapter.settings.GENERIC_SECRET;
  const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString("base64")}`;
  const isTaken = (value: string) => form.test(value) && problem?.(value) === undefined;

  it("is 24 to 64 bytes in base64, or two of these", () => {
    for (const bytes of [24, 32, 64]) expect(isTaken(secretOf(bytes))).toBe(true);
    expect(isTaken(`${secretOf(24)} ${secretOf(64)}`)).toBe(true);
    const wrong = [
      "",
      "whsec_",
      secretOf(23),
      secretOf(65),
      secretOf(32).replace("whsec_", ""),
      `${secretOf(32)} ${secretOf(23)}`,
      `${secretOf(32)} ${secretOf(32)} ${secretOf(32)}`,
    ];
    for (const value of wrong) expect(isTaken(value)).toBe(false);
  });

  it("is the key that Standard Webhooks signs with", () => {
    const body = '{"type":"ping"}';
    const channel = genericAdapter.open({ GENERIC_SECRET: `whsec_${key.toString("base64")}` });
    expect(channel.verify(requestOf(body, signed(body)), now)).toBe(true);
    expect(channel.verify(requestOf("{}", signed(body)), now)).toBe(false);
  });
});

function responseOf(reply: Reply, result: Partial<Response["result"]>): Response {
  const { language, text } = reply;
  return {
    reply,
    result: {
      outcome: "answer",
      entry: null,
      language,
      confidence: 1,
      suggestions: [],
      text,
      ...result,
    },
    counted: { entry: "-", language, outcome: "answer" },
  };
}
