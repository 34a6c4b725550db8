import { describe, expect, it } from "vitest";
import type { WebhookRequest } from "../../functions/webhook/channels/channel.ts";
import { answerHandshake, hasMetaSignature } from "../../functions/webhook/channels/meta.ts";
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
});

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
