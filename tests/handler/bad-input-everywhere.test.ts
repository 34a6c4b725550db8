// What strangers and hostile people may send to any channel there is, and what comes of it.
import { describe, expect, it } from "vitest";
import { webhookMethods } from "../../functions/webhook/channels/names.ts";
import type { Delivery } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { whatsappFixture } from "../fixtures/whatsapp.ts";
import { forged, forgeries, forgeriesOf } from "../fuzz/deliveries.ts";
import { noFaults, type Observed, observe, theBot } from "../fuzz/world.ts";
import { ask } from "../handler-under-test.ts";

const deliver = (name: string, { body, headers, rawQuery = "" }: Delivery) =>
  observe(
    (bot) => ask(bot, "POST", `/webhooks/${name}${rawQuery && `?${rawQuery}`}`, { body, headers }),
    noFaults,
  );

function expectNoEffect({ claims, updates, sends }: Observed): void {
  expect({ claims, updates, sends }).toEqual({ claims: [], updates: [], sends: [] });
}

const question = "how many books may I borrow?";

it("every channel is put to these tests", () => {
  expect(channelSamples.map(([name]) => name).sort()).toEqual(Object.keys(webhookMethods).sort());
  for (const forgery of forgeries) {
    expect(channelSamples.some(([, sample]) => forgeriesOf(sample).includes(forgery))).toBe(true);
  }
});

describe.each(channelSamples)("%s", (name, sample) => {
  const channel = theBot().settings.channels[name];
  if (!channel) throw new Error(`${name} is off`);
  const { maxBodyBytes, unauthorisedStatus } = channel;
  const signed = (body: Buffer | string) => deliver(name, sample.sign(Buffer.from(body)));
  const isJson = sample.text("x").startsWith("{");

  it.each(forgeriesOf(sample))(
    "a signature that is %s: refused in silence, without write, call or anything logged but that",
    async (forgery) => {
      const observed = await deliver(
        name,
        forged(name, Buffer.from(sample.text(question)), forgery),
      );
      expect([observed.answer.status, observed.answer.body]).toEqual([unauthorisedStatus, ""]);
      expectNoEffect(observed);
      expect(observed.lines.map((line) => JSON.parse(line))).toEqual([
        {
          level: "warn",
          event: "unauthorised",
          channel: name,
          status: unauthorisedStatus,
          build: "test",
        },
      ]);
    },
  );

  it("a body of one byte too many: 413, before anybody looks at the signature", async () => {
    const type = { "content-type": sample.sign(Buffer.from("")).headers["content-type"] ?? "" };
    for (const [length, status] of [
      [maxBodyBytes, unauthorisedStatus],
      [maxBodyBytes + 1, 413],
    ] as const) {
      const observed = await deliver(name, { body: Buffer.alloc(length, "x"), headers: type });
      expect(observed.answer.status).toBe(status);
      expectNoEffect(observed);
    }
    expectNoEffect(await signed(Buffer.alloc(maxBodyBytes + 1, " ")));
  });

  it.runIf(isJson)("JSON of half a million levels, or what fits: no effect, no error", async () => {
    const depth = Math.min(500_000, Math.floor(maxBodyBytes / 2) - 10);
    const { answer, ...observed } = await signed("[".repeat(depth) + "]".repeat(depth));
    expect(answer.status).toBeLessThan(500);
    expectNoEffect({ answer, ...observed });
    expect(observed.lines.join()).not.toContain("crash");
  });

  it.runIf(isJson)("a question beside JSON of any depth is answered like any other", async () => {
    const body = sample.text(question);
    const depth = Math.min(500_000, Math.floor((maxBodyBytes - body.length) / 2) - 10);
    const deep = `{"x":${"[".repeat(depth)}${"]".repeat(depth)},`;
    // In the very object that holds the question's words.
    const at = body.lastIndexOf("{", body.indexOf(question));
    const { answer, claims } = await signed(body.slice(0, at) + deep + body.slice(at + 1));
    expect([answer.status, claims.length]).toEqual([200, 1]);
  });

  it
    .runIf(isJson && sample.hasIdInBody !== false)
    .each([
      ["1e400"],
      ["-1e400"],
      ["12345678901234567890"],
      ["1.5"],
      ["null"],
      ["true"],
      ['""'],
      [JSON.stringify("x".repeat(257))],
      ["[1]"],
      ['{"toString":"1"}'],
    ])("an id that is %s: 200, no effect", async (id) => {
    const observed = await signed(sample.text(question, id));
    expect(observed.answer.status).toBe(200);
    expectNoEffect(observed);
  });

  it.runIf(isJson)("what stands in a prototype is not read", async () => {
    const text = sample.text(question);
    for (const body of [
      `{"__proto__":${text}}`,
      `{"constructor":{"prototype":${text}}}`,
      `[${text}]`,
    ]) {
      const observed = await signed(body);
      expect(observed.answer.status).toBeLessThan(500);
      expectNoEffect(observed);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.runIf(isJson)("of a member that is repeated the last one counts, once", async () => {
    const twice = `${sample.text(question).slice(0, -1)},${sample.text(question, sample.ids[1]).slice(1)}`;
    const { answer, claims } = await signed(twice);
    expect([answer.status, claims.length]).toEqual([200, 1]);
  });

  const injections = [
    "</Message><Redirect>https://evil.example/x</Redirect><Message>",
    "]]><!--<Response/>",
    "[free data](https://evil.example/x)",
    "*bold* _it_ ~no~ `code` <b>b</b> <https://evil.example/x|WhatsApp>",
    "https://evil.example/x",
    '","preview_url":true,"parse_mode":"HTML',
    "\u202ehttps://evil.example/x\u202c",
    "@everyone <!channel>",
  ];

  it.each(injections)("never says again what it was told: %j", async (injection) => {
    for (const text of [injection, `${question} ${injection}`, `${injection} jam buka?`]) {
      const { answer, sends, claims, lines } = await signed(sample.text(text));
      expect([answer.status, claims.length]).toEqual([200, 1]);
      const said = [answer.body, ...sends.map(({ body }) => body), ...lines].join("\n");
      expect(said).not.toContain("evil.example");
      expect(said).not.toMatch(/free data|@everyone|Redirect|<b>|\*bold\*|parse_mode|\u202e/);
      expect(said).not.toContain('"preview_url":true');
    }
  });

  it.each([
    ["nothing", ""],
    ["spaces", "  \n\t "],
    ["an emoji", "👍🏽"],
    ["dots and marks", "... ?!"],
    ["invisible letters", "\u200b\u2060\ufeff\u{e0041}"],
  ])("%s is answered, and counted as no text", async (_, text) => {
    const { answer, claims } = await signed(sample.text(text));
    // To Twilio, an empty parameter is one that isn't there.
    const isAbsent = name === "twilio" && text === "";
    expect([answer.status, claims.length]).toEqual([200, isAbsent ? 0 : 1]);
    for (const { address } of claims) {
      expect(address.sk).toMatch(new RegExp(`^-#(id|en)#${name}#nontext$`));
    }
  });

  it.runIf(sample.nontext !== "")("a picture or the like is counted as no text", async () => {
    const { answer, claims } = await signed(sample.nontext);
    expect(answer.status).toBe(200);
    expect(claims.map(({ address }) => address.sk)).toEqual([
      expect.stringMatching(new RegExp(`^-#(id|en)#${name}#nontext$`)),
    ]);
  });

  it("what became of our own messages, and the like: no effect", async () => {
    const observed = await signed(sample.receipt);
    expect(observed.answer.status).toBeLessThan(300);
    expectNoEffect(observed);
    expect(observed.lines.map((line) => JSON.parse(line).event)).toEqual(["ignored"]);
  });

  // As much of it as the channel takes, at the most six bytes a letter.
  const most = Math.floor(maxBodyBytes / 7) - 300;
  it.each([
    ["combining marks", "a\u0301\u0323"],
    ["letters that grow eighteenfold", "\ufdfa"],
    ["lone surrogates", "\udc00\ud800"],
    ["NUL and other controls", "\0\u0007"],
    ["letters that turn the writing around", "\u202e\u2066x"],
    ["zero-width letters", "a\u200b\u200d"],
    ["tags", "\u{e0041}\u{e0042}"],
    ["marks over marks", "Z\u0351\u036b\u0343\u036a"],
    ["at signs", "a@"],
    ["hashtags", "#aA"],
    ["digits in groups", "123-"],
    ["letters repeated", "aaab"],
    ["beginnings of links", "https://www."],
    ["words that are almost words", "bukuu pinjma "],
  ])("as much as fits of %s is counted like any text", async (_, piece) => {
    const text = piece.repeat(Math.ceil(4500 / piece.length)).slice(0, Math.min(most, 4500));
    // Only the generic channel has a limit of letters besides that of bytes.
    const { answer, claims, lines } = await signed(sample.text(text.slice(0, 3900)));
    expect([answer.status, claims.length]).toEqual([200, 1]);
    expect(lines.join()).not.toContain("crash");
  });
});

describe("an account that isn't ours", () => {
  it.each([
    '"../x"',
    '"100000000000001/../x"',
    '"100000000000001?"',
    '"//evil.example"',
    '" 100000000000001"',
    "100000000000001",
    '["100000000000001"]',
    "null",
  ])("a phone number id that is %s: 200, no effect", async (id) => {
    const text = whatsappFixture("text").toString();
    const body = text.replace(/("phone_number_id":\s*)"\d+"/, (_, name: string) => name + id);
    expect(body).not.toBe(text);
    const sample = new Map(channelSamples).get("whatsapp");
    const observed = await deliver("whatsapp", sample?.sign(Buffer.from(body)) as Delivery);
    expect(observed.answer.status).toBe(200);
    expectNoEffect(observed);
  });
});
