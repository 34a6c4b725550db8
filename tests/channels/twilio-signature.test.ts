import { createHash } from "node:crypto";
import { parse, stringify } from "node:querystring";
import fc from "fast-check";
import {
  getExpectedTwilioSignature,
  validateRequest,
  validateRequestWithBody,
} from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { createTwilio, isSignedByTwilio } from "../../functions/webhook/channels/twilio.ts";
import {
  type TwilioParameters,
  twilioToken as token,
  twilioFixture,
  twilioFixtures,
  twilioForm,
  twilioSignature,
  twilioText,
  twilioUrl as url,
  valuesByName,
} from "../fixtures/twilio.ts";
import { requestOf } from "./request.ts";

const formType = "application/x-www-form-urlencoded; charset=UTF-8";

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly rawQuery?: string;
  readonly webhookUrl?: string;
  readonly authTokens?: readonly string[];
}

function weAccept(body: Buffer, signature: string | undefined, asked: Asked = {}): boolean {
  const { headers = {}, rawQuery, webhookUrl = url, authTokens = [token] } = asked;
  const all = { "content-type": formType, "x-twilio-signature": signature, ...headers };
  return isSignedByTwilio(requestOf(body, all, rawQuery), { authTokens, webhookUrl });
}

/** An address in its parts, odd ones among them. */
const addresses = fc
  .record({
    scheme: fc.constantFrom("https://", "http://", "HTTPS://"),
    user: fc.constantFrom("", "", "user@", "user:pass@", "us%40er:p@ss@"),
    host: fc.constantFrom("bot.example.org", "Bot.Example.org", "[2001:db8::1]", "böt.example.org"),
    port: fc.constantFrom("", "", ":443", ":80", ":8443"),
    path: fc.constantFrom("", "/", "/webhooks/twilio", "/a%20b/ü", "/it's", "/a//b;c=1@d:9"),
    query: fc.oneof(
      fc.constantFrom(
        "",
        "?",
        "?a=1&a=2",
        "?name=it's",
        '?q="x"&p=(1)*!~',
        "?a=b+c%20d&e",
        "?é=👍",
      ),
      fc.stringMatching(/^\?[ -~]{0,12}$/).filter((query) => !query.includes("#")),
    ),
  })
  .filter((address) => isAddress(written(address)));

type Address = Readonly<Record<"scheme" | "user" | "host" | "port" | "path" | "query", string>>;

function written({ scheme, user, host, port, path, query }: Address): string {
  return scheme + user + host + port + path + query;
}

function oldQuery(address: Address): string {
  const url = new URL(written(address));
  return `${url.toString().split("?")[0]}?${stringify(parse(url.search.slice(1)))}`;
}

/** URL.canParse of Node 20 is wrong about the host with an ö, once it is called often. */
function isAddress(url: string): boolean {
  try {
    return new URL(url).protocol !== "";
  } catch {
    return false;
  }
}

/** What Twilio, or someone else, may have signed instead of the address as it is written. */
const otherForms: Readonly<Record<string, (address: Address) => string>> = {
  written,
  "with another port": (address) => written({ ...address, port: ":444" }),
  "with port 443": (address) => written({ ...address, port: ":443" }),
  "with port 80": (address) => written({ ...address, port: ":80" }),
  "without a port": (address) => written({ ...address, port: "" }),
  normalised: (address) => new URL(written(address)).toString(),
  "with its query escaped the old way": oldQuery,
  "the same, without a port": (address) => oldQuery({ ...address, port: "" }),
  "the same, with port 443": (address) => oldQuery(address).replace(/(?<=\.org|\])\//, ":443/"),
  "quotes escaped": (address) => written(address).replaceAll("'", "%27"),
  "without its user": (address) => written({ ...address, user: "" }),
  "without its query": (address) => written({ ...address, query: "" }),
  "another host": (address) => written({ ...address, host: "other.example.org" }),
  "another path": (address) => written({ ...address, path: "/other" }),
};

const someTexts = fc.oneof(
  fc.constantFrom("", " ", " untrimmed\r\n", "+", "%", "%41", "a=b&c=d", "\0", "\uFEFF", "?"),
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.toWellFormed()),
);
const names = fc.oneof(
  fc.constantFrom("Body", "body", "From", "MediaUrl10", "MediaUrl2", "", "__proto__", "1", "Ä"),
  someTexts,
);
const forms = fc.array(fc.tuple(names, someTexts), { maxLength: 12 });

/** What may happen to a form on its way. */
const changes: Readonly<Record<string, (form: TwilioParameters) => TwilioParameters>> = {
  none: (form) => form,
  "another order": (form) => form.toReversed(),
  "twice the same": (form) => [...form, ...form],
  "a value more": (form) => [...form, [form[0]?.[0] ?? "Body", "more"]],
  "a parameter more": (form) => [...form, ["New", "1"]],
  "an empty one more": (form) => [...form, ["New", ""]],
  "one dropped": (form) => form.slice(1),
  "a value changed": (form) => form.map(([name, value], at) => [name, at ? value : `${value}x`]),
  "a value trimmed": (form) => form.map(([name, value]) => [name, value.trim()]),
  "a name changed": (form) => form.map(([name, value], at) => [at ? name : `${name}x`, value]),
};

describe("the signature of a form", () => {
  it("is that of Twilio's own library, right or wrong, for thousands of deliveries", () => {
    const verdicts = { accepted: 0, refused: 0 };
    const deliveries = fc.record({
      address: addresses,
      signedAs: fc.oneof(fc.constant("written"), fc.constantFrom(...Object.keys(otherForms))),
      form: forms,
      change: fc.oneof(fc.constant("none"), fc.constantFrom(...Object.keys(changes))),
      by: fc.constantFrom(token, token, token, token, "other-token", ""),
    });
    fc.assert(
      fc.property(deliveries, ({ address, signedAs, form, change, by }) => {
        const webhookUrl = written(address);
        const signedUrl = otherForms[signedAs]?.(address) ?? "";
        const signature = getExpectedTwilioSignature(by, signedUrl, valuesByName(form));
        const received = changes[change]?.(form) ?? [];
        const verdict = validateRequest(token, signature, webhookUrl, valuesByName(received));
        expect(weAccept(twilioForm(received), signature, { webhookUrl })).toBe(verdict);
        verdicts[verdict ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(verdicts.accepted).toBeGreaterThan(500);
    expect(verdicts.refused).toBeGreaterThan(500);
  });

  it.each(twilioFixtures)("fits %s", (name) => {
    const body = twilioFixture(name);
    expect(weAccept(body, twilioSignature(body))).toBe(true);
    expect(weAccept(Buffer.concat([body, Buffer.from("1")]), twilioSignature(body))).toBe(false);
  });

  it("is over a text of any length", () => {
    const body = twilioText({ text: "é+ ".repeat(20_000) });
    expect(weAccept(body, twilioSignature(body))).toBe(true);
    expect(weAccept(body.subarray(0, -1), twilioSignature(body))).toBe(false);
  });

  it("is over some hundred parameters, and not looked for among thousands", () => {
    const bodyOf = (count: number) =>
      Buffer.from(Array.from({ length: count }, (_, n) => n.toString(36)).join("&"));
    expect(weAccept(bodyOf(500), twilioSignature(bodyOf(500)))).toBe(true);
    expect(weAccept(bodyOf(501), twilioSignature(bodyOf(501)))).toBe(false);
  });

  it("is not over a fragment, which Twilio reads itself and never sends", () => {
    const body = twilioText({});
    const webhookUrl = `${url}?a=1#rc=2&rp=all`;
    const signed = (signedUrl: string) =>
      weAccept(body, twilioSignature(body, signedUrl), { webhookUrl });
    expect(signed(`${url}?a=1`)).toBe(true);
    expect(signed(url)).toBe(false);
  });

  it("is over the address in the settings: what a request says of its own changes nothing", () => {
    const body = twilioText({});
    const headers = {
      host: "other.example.org",
      forwarded: "host=other.example.org;proto=http",
      "x-forwarded-host": "other.example.org",
      "x-forwarded-proto": "http",
      "x-forwarded-port": "8080",
      "x-original-url": "/other",
    };
    const asked = { headers, rawQuery: "a=1" };
    expect(weAccept(body, twilioSignature(body), asked)).toBe(true);
    const others = ["http://other.example.org:8080/webhooks/twilio", `${url}?a=1`];
    for (const other of others) {
      expect(weAccept(body, twilioSignature(body, other), asked)).toBe(false);
    }
  });
});

describe("the signature of JSON", () => {
  const jsonHeaders = { "content-type": "application/json" };
  const hashOf = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");
  const hashes: Readonly<Record<string, (right: string) => string>> = {
    right: (right) => `&bodySHA256=${right}`,
    "in upper case": (right) => `&bodySHA256=${right.toUpperCase()}`,
    "of nothing": () => `&bodySHA256=${hashOf(Buffer.alloc(0))}`,
    "cut off": (right) => `&bodySHA256=${right.slice(1)}`,
    empty: () => "&bodySHA256=",
    missing: () => "",
    "under another name": (right) => `&bodysha256=${right}`,
    "with an escaped name": (right) => `&bodySHA25%36=${right}`,
    "first of two": (right) => `&bodySHA256=${right}&bodySHA256=0`,
    "second of two": (right) => `&bodySHA256=0&bodySHA256=${right}`,
  };

  it("is that of Twilio's own library, and nothing without the body's hash", () => {
    const verdicts = { accepted: 0, refused: 0 };
    const deliveries = fc.record({
      address: addresses,
      query: fc.constantFrom("", "a=1", "name=it's", "q=%22x%22&p=(1)*!~", "e&a=b+c%20d"),
      hash: fc.oneof(fc.constant("right"), fc.constantFrom(...Object.keys(hashes))),
      body: fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from)).map(Buffer.from),
      isSameBody: fc.constantFrom(true, true, false),
      isSameQuery: fc.constantFrom(true, true, true, false),
      signedAs: fc.oneof(fc.constant("written"), fc.constantFrom(...Object.keys(otherForms))),
      by: fc.constantFrom(token, token, token, "other-token"),
    });
    fc.assert(
      fc.property(deliveries, ({ address, query, hash, body, signedAs, by, ...same }) => {
        const rawQuery = `${query}${hashes[hash]?.(hashOf(body))}`;
        const signed = { ...address, query: `?${rawQuery}` };
        const signature = getExpectedTwilioSignature(by, otherForms[signedAs]?.(signed) ?? "", {});
        const received = same.isSameBody ? body : Buffer.concat([body, Buffer.from(" ")]);
        const receivedQuery = same.isSameQuery ? rawQuery : `${rawQuery}&b=2`;
        const requested = written({ ...address, query: `?${receivedQuery}` });
        // The library takes bytes as well, though its types ask for text.
        const bytes = received as unknown as string;
        const verdict = validateRequestWithBody(token, signature, requested, bytes);
        const webhookUrl = written(address);
        const asked = { headers: jsonHeaders, rawQuery: receivedQuery, webhookUrl };
        expect(weAccept(received, signature, asked)).toBe(verdict);
        verdicts[verdict ? "accepted" : "refused"] += 1;
      }),
      { numRuns: 2000 },
    );
    expect(verdicts.accepted).toBeGreaterThan(200);
    expect(verdicts.refused).toBeGreaterThan(500);
  });

  it("needs a query: the address alone says nothing of the body", () => {
    const signature = getExpectedTwilioSignature(token, url, {});
    for (const rawQuery of ["", "bodySHA256"]) {
      for (const body of ["", "{}"]) {
        const asked = { headers: jsonHeaders, rawQuery };
        expect(weAccept(Buffer.from(body), signature, asked)).toBe(false);
      }
    }
  });

  it("is never taken for that of a form, nor the other way round", () => {
    const body = twilioText({});
    const rawQuery = `bodySHA256=${hashOf(body)}`;
    const overAddress = getExpectedTwilioSignature(token, `${url}?${rawQuery}`, {});
    expect(weAccept(body, overAddress, { headers: jsonHeaders, rawQuery })).toBe(true);
    expect(weAccept(body, overAddress, { rawQuery })).toBe(false);
    const overForm = twilioSignature(body, `${url}?${rawQuery}`);
    expect(weAccept(body, overForm, { headers: jsonHeaders, rawQuery })).toBe(false);
  });
});

describe("any signature", () => {
  const body = twilioText({});
  const right = twilioSignature(body);

  it("may be made with either of two tokens, and with none there is none", () => {
    for (const authTokens of [
      ["new-token", token],
      [token, "new-token"],
    ]) {
      expect(weAccept(body, right, { authTokens })).toBe(true);
      expect(weAccept(body, twilioSignature(body, url, "new-token"), { authTokens })).toBe(true);
      expect(weAccept(body, twilioSignature(body, url, "third"), { authTokens })).toBe(false);
    }
    for (const authTokens of [[], [""]]) {
      expect(weAccept(body, right, { authTokens })).toBe(false);
      expect(weAccept(body, twilioSignature(body, url, ""), { authTokens })).toBe(false);
    }
  });

  it("has one form: base64 of 20 bytes, and nothing around it", () => {
    expect(weAccept(body, right)).toBe(true);
    const bytes = Buffer.from(right, "base64");
    const wrong = [
      undefined,
      "",
      "=",
      bytes.toString("hex"),
      right.slice(0, -1),
      ` ${right}`,
      `${right} `,
      `${right}\n`,
      `${right},${right}`,
      right + right,
      `sha1=${right}`,
      right.toLowerCase(),
      right.replace("=", "\u00e9"),
      "A".repeat(1_000_000),
    ];
    for (const each of wrong) expect(weAccept(body, each)).toBe(false);
  });

  it("has no second spelling: its last letter has spare bits", () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const last = letters.indexOf(right.at(-2) ?? "");
    const other = `${right.slice(0, -2)}${letters[last + 1]}=`;
    expect(Buffer.from(other, "base64")).toEqual(Buffer.from(right, "base64"));
    expect(weAccept(body, other)).toBe(false);
  });

  it("is merely false where a header is odd", () => {
    const odd = fc.string({ unit: "binary", maxLength: 100 });
    fc.assert(
      fc.property(odd, odd, (signature, type) => {
        expect(weAccept(body, signature)).toBe(false);
        expect(weAccept(body, right, { headers: { "content-type": type } })).toBe(false);
      }),
    );
  });

  it("is looked for on forms and JSON alone: the channel takes nothing else", () => {
    const { mediaTypes, verify } = createTwilio({ authTokens: [token], webhookUrl: url });
    expect(mediaTypes).toEqual(["application/x-www-form-urlencoded", "application/json"]);
    const isSignedAs = (type: string | undefined) =>
      verify(requestOf(body, { "content-type": type, "x-twilio-signature": right }), 0);
    expect(isSignedAs("APPLICATION/x-www-form-urlencoded")).toBe(true);
    for (const type of [undefined, "", "text/plain", "multipart/form-data"]) {
      expect(isSignedAs(type)).toBe(false);
    }
  });
});
