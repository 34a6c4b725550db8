// What every channel must keep, whichever platform it speaks to: a pure adapter, before any server.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type {
  CallingChannel,
  Channel,
  Inbound,
  RespondingChannel,
  WebhookRequest,
  WebhookResponse,
} from "../../functions/webhook/channels/channel.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import {
  type Choice,
  encodeChoice,
  maxPayloadBytes,
  parseChoice,
} from "../../functions/webhook/choice.ts";
import type { Reply } from "../../functions/webhook/reply.ts";
import { readSettings } from "../../functions/webhook/settings.ts";
import { asPlatformCall, problemsOfCall } from "../fakes/problems.ts";
import { testNowMs } from "../handler-under-test.ts";
import type { ChannelSample, Delivery } from "./channel-sample.ts";
import { feedbackOn, optionsFor, replyOf, responseOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

export function channelWith(
  name: WebhookName,
  { values }: ChannelSample,
  more: Readonly<Record<string, string>> = {},
): Channel {
  const PEPPER = Buffer.alloc(32, 1).toString("base64");
  const channel = readSettings({ ...values, ...more, PEPPER }).channels[name];
  if (!channel) throw new Error(`${name} is off with these settings`);
  return channel;
}

export function describeChannel(name: WebhookName, sample: ChannelSample): void {
  describe(name, () => {
    let channel: Channel;
    beforeAll(() => {
      channel = channelWith(name, sample);
    });

    const requestFrom = ({ body, headers, rawQuery }: Delivery): WebhookRequest =>
      requestOf(body, headers, rawQuery);
    const signed = (body: string | Buffer, secret?: string) =>
      requestFrom(sample.sign(Buffer.from(body), secret));
    const isSigned = (request: WebhookRequest, by = channel) => by.verify(request, testNowMs);
    const parse = (body: string) => messagesOf(channel.parse(signed(body)));
    const firstOf = (body: string): Inbound => {
      const [message] = parse(body);
      if (!message) throw new Error("The sample has no message");
      return message;
    };

    it("has the name of its route", () => {
      expect(channel.name).toBe(name);
    });

    it("a good signature passes, over any bytes", () => {
      for (const body of [sample.text("hello"), sample.text("é 👍 \r\n"), "", "[]"]) {
        expect(isSigned(signed(body))).toBe(true);
      }
      const bodies = fc.uint8Array({ maxLength: 300 });
      fc.assert(
        fc.property(bodies, (body) => void expect(isSigned(signed(Buffer.from(body)))).toBe(true)),
        { numRuns: 300 },
      );
    });

    it.skipIf(!sample.signsBody)("an altered body fails", () => {
      const body = sample.text("hello");
      const { headers, rawQuery } = sample.sign(Buffer.from(body));
      for (const other of [body.replace("hello", "hellp"), `${body} `, `\uFEFF${body}`, ""]) {
        expect(isSigned(requestOf(other, headers, rawQuery))).toBe(false);
      }
    });

    it("another secret's signature fails, and passes while both are in force", () => {
      const other = otherSecret(sample);
      const request = signed(sample.text("hello"), other);
      expect(isSigned(request)).toBe(false);
      const current = sample.values[sample.secretName] ?? "";
      for (const both of [`${current} ${other}`, `${other} ${current}`]) {
        const rotating = channelWith(name, sample, { [sample.secretName]: both });
        expect(isSigned(request, rotating)).toBe(true);
        expect(isSigned(signed(sample.text("hello")), rotating)).toBe(true);
      }
    });

    it("any other value of the header is false and never throws", () => {
      const request = signed(sample.text("hello"));
      const right = request.headers[sample.signatureHeader] ?? "";
      const isFalse = (value: string | undefined) => {
        const headers = { ...request.headers, [sample.signatureHeader]: value };
        expect(isSigned({ ...request, headers })).toBe(false);
      };
      for (const value of [undefined, "", "=", `${right}${right}`, `${right},${right}`]) {
        isFalse(value);
      }
      isFalse("x".repeat(1_000_000));
      const texts = fc.string({ unit: "binary", maxLength: 200 });
      fc.assert(fc.property(texts, (value) => void isFalse(value)));
      fc.assert(
        fc.property(fc.nat(right.length - 1), fc.string({ unit: "binary" }), (at, piece) => {
          const value = right.slice(0, at) + piece + right.slice(at + 1);
          // Standard Webhooks puts several signatures side by side, with spaces between them.
          if (!value.split(" ").includes(right)) isFalse(value);
        }),
      );
    });

    it("reads a text", () => {
      const messages = parse(sample.text("Apa kabar? 👍\n"));
      expect(messages.map(({ content }) => content)).toEqual([
        { kind: "text", text: "Apa kabar? 👍\n" },
      ]);
      expect(messages[0]?.id).not.toBe("");
    });

    it("reads every text of a batch", () => {
      const texts = ["one", "two", "three"];
      const batch = sample.batch?.(texts);
      if (batch === undefined) return;
      const contents = parse(batch).map(({ content }) => content);
      expect(contents).toEqual(texts.map((text) => ({ kind: "text", text })));
    });

    it("tells what can't be read, what opens a conversation, and what asks for no reply", () => {
      const kindsOf = (body: string) => parse(body).map(({ content }) => content.kind);
      expect(kindsOf(sample.nontext)).toEqual(sample.nontext === "" ? [] : ["nontext"]);
      if (sample.welcome !== undefined) expect(kindsOf(sample.welcome)).toEqual(["welcome"]);
      expect(kindsOf(sample.receipt)).toEqual([]);
    });

    it("a choice comes back as it went out", () => {
      const choices: Choice[] = [
        { kind: "entry", entry: "end-to-end-encryption", language: "id" },
        { kind: "category", category: "privacy-tools", from: 9, language: "en" },
        { kind: "entry", entry: `a-long-id${"-of-an-entry".repeat(5)}`, language: "zh-Hant" },
      ];
      const reply = replyOf({ options: optionsFor(choices), feedback: feedbackOn("join") });
      const offered =
        "respond" in channel ? choices.map(encodeChoice) : payloadsIn(channel, sample, reply);
      expect(offered.slice(0, 3)).toEqual(choices.map(encodeChoice));
      for (const payload of offered) {
        expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(maxPayloadBytes);
        const [message] = parse(sample.choice(payload));
        expect(message?.content).toMatchObject({ kind: "choice", payload });
        expect(parseChoice(payload)).toBeDefined();
      }
    });

    it("offers feedback beneath an answer where it has buttons", () => {
      if ("respond" in channel) return;
      const reply = replyOf({ feedback: feedbackOn("join") });
      expect(payloadsIn(channel, sample, reply)).toEqual(
        feedbackOn("join").map(({ choice }) => encodeChoice(choice)),
      );
    });

    it("a reply of any length keeps the platform's rules", () => {
      const letters = fc.constantFrom(
        "a",
        " ",
        "\n",
        "👨‍👩‍👧‍👦",
        "é",
        "<",
        "&",
        "*",
        "_",
        "`",
        "[",
        "\\",
      );
      const texts = (maxLength: number) =>
        fc.array(letters, { maxLength }).map((parts) => `x${parts.join("")}`);
      const replies = fc
        .record({ text: texts(6000), title: texts(40), question: texts(160), options: fc.nat(15) })
        .map(({ text, title, question, options }) =>
          replyOf({
            text,
            options: optionsFor(
              Array.from({ length: options }, (_, n) => ({
                kind: "entry",
                entry: `entry-${n}`,
                language: "en",
              })),
            ).map((option, n) => ({ ...option, title: `${n} ${title}`, question })),
            feedback: feedbackOn("join"),
          }),
        );
      fc.assert(
        fc.property(replies, (reply) => {
          if ("respond" in channel) {
            const { status, body } = channel.respond(firstOf(sample.text("x")), responseOf(reply));
            expect(status).toBe(200);
            expect(String(body).isWellFormed()).toBe(true);
          } else {
            for (const call of channel.reply(firstOf(sample.text("x")), reply)) {
              expect(sample.api && problemsOfCall(call, sample.api.rules)).toEqual([]);
            }
          }
        }),
        { numRuns: 60 },
      );
    });

    it("a reply is not sent over plain HTTP unless a setting says so", () => {
      if ("respond" in channel) return;
      for (const { url } of channel.reply(firstOf(sample.text("hello")), replyOf())) {
        expect(url).toMatch(/^https:/);
      }
    });

    it("hostile bodies ask for nothing and never throw", () => {
      for (const body of hostileBodies(sample)) expect(parse(body)).toEqual([]);
      expect(Object.hasOwn(Object.prototype, "entry")).toBe(false);
    });

    it("a member of any other type never throws, and what is read stays well-formed", () => {
      const deliveries = [sample.text("hello"), sample.choice("a"), sample.receipt].filter(isJson);
      const paths = deliveries.flatMap((delivery) =>
        pathsIn(JSON.parse(delivery)).map((path) => ({ delivery, path })),
      );
      if (paths.length === 0) return;
      const odd = fc.oneof(
        fc.constantFrom(null, 0, -1, 1e308, "", "__proto__", [], [null], {}, [[]], true),
        fc.jsonValue(),
      );
      fc.assert(
        fc.property(fc.constantFrom(...paths), odd, ({ delivery, path }, value) => {
          const body = JSON.stringify(replaced(JSON.parse(delivery), path, value));
          for (const message of parse(body)) {
            expectWellFormed(message);
            reactionTo(message, channel);
          }
        }),
        { numRuns: 500 },
      );
    });

    it("of a member that is repeated, the last one counts", () => {
      const body = sample.text("hello");
      if (!isJson(body)) return;
      for (const repeated of repeatedMembers(body)) {
        const read = JSON.stringify(JSON.parse(repeated));
        expect(parse(repeated)).toEqual(parse(read));
      }
    });

    it("bytes of any kind never throw", () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 500 }), (body) => {
          channel.parse(signed(Buffer.from(body)));
        }),
      );
    });

    it("whatever the platform answers means something, without a word of the answer in it", () => {
      if ("respond" in channel) return;
      const { judge } = channel;
      fc.assert(
        fc.property(fc.integer({ min: 100, max: 599 }), fc.json(), (status, body) => {
          const delivery = judge(status, body);
          if (delivery.kind !== "sent") expect(delivery.code).toMatch(/^[-\w.+]{1,30}$/);
        }),
      );
    });
  });
}

/** A second secret of the same form as the first. */
export function otherSecret({ values, secretName }: ChannelSample): string {
  const secret = values[secretName] ?? "";
  return secret.startsWith("whsec_")
    ? `whsec_${Buffer.alloc(32, 9).toString("base64")}`
    : `other-${secret}`;
}

/** What must have no effect, though it is signed. */
export function hostileBodies(sample: ChannelSample): string[] {
  const depth = 20_000;
  const deep = "[".repeat(depth) + "]".repeat(depth);
  const bodies = ["", "null", "7", '"text"', "[]", "{}", "{", deep];
  const text = sample.text("hello");
  if (!isJson(text)) return bodies;
  return [
    ...bodies,
    `${'{"entry":'.repeat(depth)}1${"}".repeat(depth)}`,
    `{"__proto__":${text}}`,
    `{"constructor":{"prototype":${text}}}`,
    ...(sample.hasIdInBody === false ? [] : badIds.map((id) => sample.text("hello", id))),
    ...(sample.hasIdInBody === false ? [] : [sample.text("hello", deep)]),
  ];
}

const badIds = ["1e400", "null", '""', JSON.stringify("x".repeat(257)), '{"__proto__":"id"}'];

function isJson(body: string): boolean {
  return body.startsWith("{");
}

function payloadsIn(channel: CallingChannel, sample: ChannelSample, reply: Reply): string[] {
  const [to] = messagesOf(
    channel.parse(requestOf(sample.text("hello"), sample.sign(Buffer.from("")).headers)),
  );
  const [call] = to ? channel.reply(to, reply) : [];
  if (!call || !sample.api) throw new Error("The sample has no message or no platform");
  return sample.api.rules.payloadsOf(asPlatformCall(call));
}

/** What a channel would do about a message; it must not throw, and must write JSON. */
function reactionTo(message: Inbound, channel: CallingChannel | RespondingChannel): void {
  if ("respond" in channel) {
    const response: WebhookResponse = channel.respond(message, responseOf(replyOf()));
    expect(response.status).toBe(200);
    return;
  }
  const calls = [
    ...channel.reply(message, replyOf()),
    ...(channel.notices?.(message) ?? []).flat(),
  ];
  for (const { body } of calls) JSON.parse(body);
}

/** Each top member once more with a null after it: the last one counts. */
function repeatedMembers(json: string): string[] {
  return Object.keys(JSON.parse(json)).map(
    (name) => `${json.slice(0, -1)},${JSON.stringify(name)}:null}`,
  );
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...members.flatMap(([name, member]) => pathsIn(member, [...path, name]))];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy = value as Record<string | number, unknown>;
  copy[first] = replaced(copy[first], rest, by);
  return copy;
}

function expectWellFormed({ id, account, sentAtMs, content }: Inbound): void {
  for (const text of [id, account]) {
    expect(typeof text).toBe("string");
    expect(text.length).toBeLessThanOrEqual(256);
  }
  expect(id).not.toBe("");
  if (sentAtMs !== undefined) expect(Number.isSafeInteger(sentAtMs)).toBe(true);
  expect(["text", "choice", "welcome", "nontext"]).toContain(content.kind);
  if (content.kind === "text") expect(typeof content.text).toBe("string");
  if (content.kind === "choice") expect(typeof content.payload).toBe("string");
}
