import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WebhookRequest } from "../../functions/webhook/channels/channel.ts";
import {
  answerHandshake,
  graphCalls,
  graphJudge,
  hasMetaSignature,
} from "../../functions/webhook/channels/meta.ts";
import { metaSignature } from "../fixtures/whatsapp.ts";
import { requestOf } from "./request.ts";

describe("hasMetaSignature", () => {
  const body = Buffer.from('{"name":"\\u00e4","emoji":"👍"}\r\n');
  const signed = (signature: string | undefined) =>
    hasMetaSignature(requestOf(body, { "x-hub-signature-256": signature }), ["secret"]);
  const right = metaSignature(body, "secret");

  it("is over the exact bytes of the body", () => {
    expect(signed(right)).toBe(true);
    const others = [body.subarray(0, -2), Buffer.concat([Buffer.from("\uFEFF"), body])];
    for (const other of others) {
      const request = requestOf(other, { "x-hub-signature-256": right });
      expect(hasMetaSignature(request, ["secret"])).toBe(false);
    }
  });

  it("is hexadecimal in lower case, with its prefix, and nothing around it", () => {
    expect(signed(right.toUpperCase())).toBe(false);
    expect(signed(`sha256=${right.slice(7).toUpperCase()}`)).toBe(false);
    expect(signed(right.slice(7))).toBe(false);
    expect(signed(` ${right}`)).toBe(false);
    expect(signed(`${right}\n`)).toBe(false);
    expect(signed(`${right},${right}`)).toBe(false);
    expect(signed(right.replace("sha256", "sha1"))).toBe(false);
    expect(signed(undefined)).toBe(false);
  });

  it("is not looked for in the older SHA-1 header", () => {
    expect(hasMetaSignature(requestOf(body, { "x-hub-signature": right }), ["secret"])).toBe(false);
  });

  const isSigned = (body: Buffer, signature: string, secrets: readonly string[]) =>
    hasMetaSignature(requestOf(body, { "x-hub-signature-256": signature }), secrets);

  it("is the HMAC of others too: test case 2 of RFC 4231", () => {
    const hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    const body = Buffer.from("what do ya want for nothing?");
    expect(isSigned(body, `sha256=${hex}`, ["Jefe"])).toBe(true);
  });

  it("holds for any body, and for no other byte, secret or digit", () => {
    const bodies = fc.oneof(
      fc.constant(Buffer.alloc(0)),
      fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => Buffer.from(text)),
      fc.json({ maxDepth: 2 }).map((text) => Buffer.from(text)),
    );
    const changes = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    const secrets = fc.string({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(bodies, secrets, changes, (body, secret, { at, by }) => {
        const signature = metaSignature(body, secret);
        expect(isSigned(body, signature, [secret])).toBe(true);
        expect(isSigned(body, signature, ["other", secret])).toBe(true);
        expect(isSigned(body, signature, [`${secret}x`])).toBe(false);
        expect(isSigned(changedBody(body, at, by), signature, [secret])).toBe(false);
        expect(isSigned(body, changedDigit(signature, at, by), [secret])).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("accepts nothing without a secret of ours", () => {
    expect(isSigned(body, metaSignature(body, ""), [])).toBe(false);
    expect(isSigned(body, metaSignature(body, ""), [""])).toBe(false);
  });
});

/** The body with one byte changed; an empty one with one byte added. */
function changedBody(body: Buffer, at: number, by: number): Buffer {
  const changed = Buffer.from(body.length === 0 ? [0] : body);
  const place = at % changed.length;
  changed[place] = ((changed[place] ?? 0) + by) % 256;
  return changed;
}

/** The signature with one hexadecimal digit changed to another. */
function changedDigit(signature: string, at: number, by: number): string {
  const place = "sha256=".length + (at % 64);
  const digit = (Number.parseInt(signature.charAt(place), 16) + 1 + (by % 15)) % 16;
  return signature.slice(0, place) + digit.toString(16) + signature.slice(place + 1);
}

describe("answerHandshake", () => {
  const ask = (query: Record<string, string>, tokens: readonly string[] = ["our-token"]) => {
    const request: WebhookRequest = {
      ...requestOf(""),
      method: "GET",
      query: new URLSearchParams(query),
    };
    return answerHandshake(request, tokens);
  };
  const right = {
    "hub.mode": "subscribe",
    "hub.verify_token": "our-token",
    "hub.challenge": "1158201444",
  };

  it("gives the challenge back verbatim, as plain text that no browser takes for a page", () => {
    const challenge = "<b>11 58+\u00e9</b>";
    const response = ask({ ...right, "hub.challenge": challenge });
    expect(response.status).toBe(200);
    expect(response.body).toBe(challenge);
    expect(response.headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
  });

  it("refuses any other mode or token, and a request that lacks something", () => {
    const wrong = [
      { ...right, "hub.mode": "unsubscribe" },
      { ...right, "hub.verify_token": "our-toke" },
      { ...right, "hub.verify_token": "" },
      { "hub.mode": "subscribe", "hub.verify_token": "our-token" },
      { "hub.mode": "subscribe", "hub.challenge": "1" },
      { "hub.verify_token": "our-token", "hub.challenge": "1" },
      {},
    ];
    for (const query of wrong) expect(ask(query)).toEqual({ status: 403 });
  });

  it("fails closed without a token of ours", () => {
    expect(ask({ ...right, "hub.verify_token": "" }, [])).toEqual({ status: 403 });
    expect(ask({ ...right, "hub.verify_token": "" }, [""])).toEqual({ status: 403 });
  });

  it("accepts either token while one replaces the other", () => {
    expect(ask(right, ["new-token", "our-token"]).status).toBe(200);
  });
});

describe("graphCalls", () => {
  it("makes the same call with each token, none of which is in the address or the body", () => {
    const calls = graphCalls("https://graph.example.org/v26.0/me", { a: "é" }, ["one", "two"]);
    expect(calls).toEqual(
      ["one", "two"].map((token) => ({
        url: "https://graph.example.org/v26.0/me",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: '{"a":"é"}',
      })),
    );
  });

  it("makes none without a token", () => {
    expect(graphCalls("https://graph.example.org/v26.0/me", {}, [])).toEqual([]);
  });
});

describe("graphJudge", () => {
  const judge = graphJudge({ transient: [4], permanent: [100, 210], unauthorised: [190] });
  const judged = (status: number, code: unknown) =>
    judge(status, JSON.stringify({ error: { code } }));

  it("goes by the code, whatever the status", () => {
    for (const status of [400, 401, 429, 500]) {
      expect(judged(status, 4)).toEqual({ kind: "transient", code: "4" });
      expect(judged(status, 100)).toEqual({ kind: "permanent", code: "100" });
      expect(judged(status, 190)).toEqual({ kind: "unauthorised", code: "190" });
    }
  });

  it("takes 200 to 299 for missing permissions, but for those that mean something else", () => {
    for (const code of [200, 299]) expect(judged(400, code).kind).toBe("unauthorised");
    for (const code of [199, 300, 210]) expect(judged(400, code).kind).toBe("permanent");
  });

  it("goes by the status where it does not know the code, and names the code", () => {
    expect(judged(401, 999)).toEqual({ kind: "unauthorised", code: "999" });
    expect(judged(403, 999)).toEqual({ kind: "permanent", code: "999" });
    expect(judged(429, 999)).toEqual({ kind: "transient", code: "999" });
    expect(judged(502, 999)).toEqual({ kind: "transient", code: "999" });
  });

  it("reads no code out of anything but a whole number", () => {
    for (const code of ["4", null, 4.5, 1e300, [4], { code: 4 }, true]) {
      expect(judged(400, code)).toEqual({ kind: "permanent", code: "400" });
    }
    for (const body of ["", "<html>", "null", "[]", '{"error":"words"}', '{"code":4}']) {
      expect(judge(400, body)).toEqual({ kind: "permanent", code: "400" });
    }
  });

  it("takes any 2xx for sent, without a look at the words", () => {
    for (const body of ["", "{}", '{"error":{"code":190}}']) {
      expect(judge(200, body)).toEqual({ kind: "sent" });
    }
  });
});
