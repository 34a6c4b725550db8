import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  genericLimits,
  isSignedGeneric,
  readGenericEvent,
} from "../../functions/webhook/channels/generic.ts";
import { requestOf } from "./request.ts";

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

describe("readGenericEvent", () => {
  const message = (data: unknown) => readGenericEvent({ type: "message.received", data });

  it("reads a question", () => {
    expect(message({ conversation: "c1", text: "jam buka?" })).toEqual({
      kind: "message",
      content: { kind: "text", text: "jam buka?" },
    });
  });

  it("reads a choice and a language", () => {
    expect(message({ conversation: "c1", choice: "entry/en/join", locale: "en-GB" })).toEqual({
      kind: "message",
      content: { kind: "choice", payload: "entry/en/join" },
      locale: "en-GB",
    });
  });

  it("has nothing to say to other types of event", () => {
    expect(readGenericEvent({ type: "message.deleted" })).toEqual({ kind: "other" });
  });

  it("calls malformed what is not of the form in the README", () => {
    const { textUnits, conversationUnits } = genericLimits;
    const events = [
      undefined,
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
    for (const event of events) expect(readGenericEvent(event)).toEqual({ kind: "malformed" });
  });

  it("takes a text of the full length", () => {
    const text = "x".repeat(genericLimits.textUnits);
    expect(message({ conversation: "c", text })).toMatchObject({ kind: "message" });
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readGenericEvent(value)));
    fc.assert(fc.property(fc.jsonValue(), (data) => void message(data)));
  });
});
