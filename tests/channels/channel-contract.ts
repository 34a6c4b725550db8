// What every channel must keep, whichever platform it speaks to.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Channel, Inbound, WebhookRequest } from "../../functions/webhook/channels/channel.ts";
import { channelOf } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { type Choice, encodeChoice, parseChoice } from "../../functions/webhook/choice.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import { readSettings } from "../../functions/webhook/settings.ts";
import { requestOf } from "./request.ts";

/** What the contract needs to know of a platform. */
export interface ChannelSample {
  /** The channel's settings, without the pepper. */
  readonly values: Readonly<Record<string, string>>;
  /** The header that carries the signature, in lower case. */
  readonly signatureHeader: string;
  readonly sign: (body: Buffer) => string;
  /** A delivery of one text; `id` is the message's id as JSON writes it. */
  readonly textDelivery: (text: string, id?: string) => string;
  /** A delivery of one tap on a button with that payload. */
  readonly choiceDelivery: (payload: string) => string;
  /** A delivery that only tells what became of a message of ours. */
  readonly receipt: string;
  /** The payloads of all buttons and rows in the body of a call that sends a reply. */
  readonly payloadsOf: (body: string) => readonly string[];
}

export function describeChannel(name: WebhookName, sample: ChannelSample): void {
  describe(name, () => {
    let channel: Channel;
    beforeAll(() => {
      const pepper = Buffer.alloc(32, 1).toString("base64");
      const settings = readSettings({ ...sample.values, PEPPER: pepper });
      const found = channelOf(name, settings);
      if (!found) throw new Error(`${name} has no channel with these settings`);
      channel = found;
    });

    const signed = (body: string): WebhookRequest =>
      requestOf(body, { [sample.signatureHeader]: sample.sign(Buffer.from(body)) });
    const parse = (body: string) => channel.parse(signed(body));

    it("has the name of its route", () => {
      expect(channel.name).toBe(name);
    });

    it("a good signature passes", () => {
      for (const body of [
        sample.textDelivery("hello"),
        sample.textDelivery("é 👍 \r\n"),
        "",
        "[]",
      ]) {
        expect(channel.verify(signed(body))).toBe(true);
      }
    });

    it("an altered body fails", () => {
      const body = sample.textDelivery("hello");
      const { headers } = signed(body);
      for (const other of [body.replace("hello", "hellp"), `${body} `, `\uFEFF${body}`, ""]) {
        expect(channel.verify(requestOf(other, headers))).toBe(false);
      }
    });

    it("any other value of the header is false and never throws", () => {
      const body = sample.textDelivery("hello");
      const right = sample.sign(Buffer.from(body));
      const isFalse = (value: string | undefined) =>
        expect(channel.verify(requestOf(body, { [sample.signatureHeader]: value }))).toBe(false);
      for (const value of [
        undefined,
        "",
        "=",
        `${right}${right}`,
        `${right},${right}`,
        ` ${right}`,
      ]) {
        isFalse(value);
      }
      isFalse("x".repeat(1_000_000));
      const texts = fc.string({ unit: "binary", maxLength: 200 });
      fc.assert(fc.property(texts, (value) => void isFalse(value)));
      fc.assert(
        fc.property(fc.nat(right.length - 1), fc.string({ unit: "binary" }), (at, piece) => {
          const value = right.slice(0, at) + piece + right.slice(at + 1);
          if (value !== right) isFalse(value);
        }),
      );
    });

    it("reads a text", () => {
      const [message, ...others] = parse(sample.textDelivery("Apa kabar? 👍\n"));
      expect(message?.content).toEqual({ kind: "text", text: "Apa kabar? 👍\n" });
      expect(message?.id).not.toBe("");
      expect(message?.recipient).not.toBe("");
      expect(others).toEqual([]);
    });

    it("a receipt asks for no reply", () => {
      expect(parse(sample.receipt)).toEqual([]);
    });

    it("a choice comes back as it went out", () => {
      const choices: Choice[] = [
        { kind: "entry", entry: "end-to-end-encryption", language: "id" },
        { kind: "category", category: "privacy-tools", from: 9, language: "en" },
        { kind: "entry", entry: `a-long-id${"-of-an-entry".repeat(5)}`, language: "zh-Hant" },
      ];
      const [to] = parse(sample.textDelivery("hello"));
      if (!to) throw new Error("The sample has no message");
      const [call] = channel.reply(to, replyWith(choices));
      const payloads = sample.payloadsOf(call?.body ?? "");
      expect(payloads).toEqual(choices.map(encodeChoice));
      const read = payloads.flatMap((payload) =>
        parse(sample.choiceDelivery(payload)).map(({ content }) =>
          content.kind === "choice" ? parseChoice(content.payload) : undefined,
        ),
      );
      expect(read).toEqual(choices);
    });

    it("a reply is not sent over plain HTTP unless a setting says so", () => {
      const [to] = parse(sample.textDelivery("hello"));
      if (!to) throw new Error("The sample has no message");
      for (const { url } of channel.reply(to, replyWith([]))) expect(url).toMatch(/^https:/);
    });

    it("hostile JSON asks for nothing and never throws", () => {
      const depth = 20_000;
      const deep = "[".repeat(depth) + "]".repeat(depth);
      const deepObject = `${'{"entry":'.repeat(depth)}1${"}".repeat(depth)}`;
      const text = sample.textDelivery("hello");
      const hostile = [
        "",
        "null",
        "7",
        '"text"',
        "[]",
        "{}",
        "{",
        deep,
        deepObject,
        `{"__proto__":${text}}`,
        `{"constructor":{"prototype":${text}}}`,
        sample.textDelivery("hello", deep),
        sample.textDelivery("hello", "1e400"),
        sample.textDelivery("hello", "12345678901234567890"),
        sample.textDelivery("hello", "null"),
        sample.textDelivery("hello", '""'),
        sample.textDelivery("hello", JSON.stringify("x".repeat(257))),
        sample.textDelivery("hello", '{"__proto__":"id"}'),
        ...repeatedMembers(text),
      ];
      for (const body of hostile) expect(parse(body)).toEqual([]);
      expect(Object.hasOwn(Object.prototype, "entry")).toBe(false);
    });

    it("a member of any other type never throws, and what is read stays well-formed", () => {
      const deliveries = [sample.textDelivery("hello"), sample.choiceDelivery("a"), sample.receipt];
      const paths = deliveries.flatMap((delivery) =>
        pathsIn(JSON.parse(delivery)).map((path) => ({ delivery, path })),
      );
      const odd = fc.oneof(
        fc.constantFrom(null, 0, -1, 1e308, "", "__proto__", [], [null], {}, [[]], true),
        fc.jsonValue(),
      );
      fc.assert(
        fc.property(fc.constantFrom(...paths), odd, ({ delivery, path }, value) => {
          for (const message of parse(
            JSON.stringify(replaced(JSON.parse(delivery), path, value)),
          )) {
            expectWellFormed(message);
            for (const { body } of channel.reply(message, replyWith([]))) JSON.parse(body);
          }
        }),
        { numRuns: 500 },
      );
    });

    it("whatever the platform answers means something, without a word of the answer in it", () => {
      fc.assert(
        fc.property(fc.integer({ min: 100, max: 599 }), fc.json(), (status, body) => {
          const delivery = channel.judge(status, body);
          if (delivery.kind !== "sent") expect(delivery.code).toMatch(/^[-\w.+]{1,30}$/);
        }),
      );
    });
  });
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

function expectWellFormed({ id, account, recipient, sentAtMs, content }: Inbound): void {
  for (const text of [id, account, recipient]) {
    expect(typeof text).toBe("string");
    expect(text.length).toBeLessThanOrEqual(256);
  }
  expect(id).not.toBe("");
  expect(recipient).not.toBe("");
  if (sentAtMs !== undefined) expect(Number.isSafeInteger(sentAtMs)).toBe(true);
  expect(["text", "choice", "nontext"]).toContain(content.kind);
  if (content.kind === "text") expect(typeof content.text).toBe("string");
  if (content.kind === "choice") expect(typeof content.payload).toBe("string");
}

function replyWith(choices: readonly Choice[]): Reply {
  const options = choices.map(
    (choice, at): Option => ({ choice, key: String(at), title: `Title ${at}`, question: "Why?" }),
  );
  return {
    language: "en",
    text: "Text",
    sources: "",
    options,
    optionsTitle: "More",
    optionsHint: "Reply with a number.",
    optionsButton: "See options",
  };
}
