// Deliveries of every channel: real ones, bent in a few places, signed or forged.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { parseJson } from "../../functions/webhook/channels/json.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { ChannelSample, Delivery } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { byteChanges, withByteChanges } from "./bytes.ts";
import { hostileText } from "./hostile.ts";
import { bend, bent, type JsonTree, treeOf, writeTree } from "./json-tree.ts";
import { type Faults, faults } from "./world.ts";

/** How a stranger may try to pass for the platform. */
export const forgeries = [
  ...["none", "empty", "other-secret", "other-body", "other-channel"],
  ...["too-short", "capitals", "twice", "garbage"],
] as const;
export type Forgery = (typeof forgeries)[number];

export interface HostileDelivery {
  readonly delivery: Delivery;
  readonly isForged: boolean;
  /** The body is not said to be what it is. */
  readonly hasOddType: boolean;
  readonly faults: Faults;
}

const oddTypes = [
  ...["", "text/plain", "application/json; charset=utf-16", "application/x-www-form-urlencoded"],
  ...["multipart/form-data", "APPLICATION/JSON", "application/jsonx", "x".repeat(5000)],
];

export function hostileDeliveries(
  name: WebhookName,
  sample: ChannelSample,
): fc.Arbitrary<HostileDelivery> {
  const trees = treesOf(name, sample);
  return fc
    .record({
      base: fc.nat(trees.length - 1),
      bends: fc.array(bend, { maxLength: 4 }),
      bytes: byteChanges,
      forgery: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(...forgeriesOf(sample)) },
      ),
      garbage: hostileText,
      type: fc.oneof(
        { weight: 19, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom(...oddTypes) },
      ),
      faults,
    })
    .map(({ base, bends, bytes, forgery, garbage, type, faults }) => {
      const json = writeTree(bent(trees[base] ?? { raw: "null" }, bends));
      const plain = Buffer.from(name === "twilio" ? formOf(json) : json);
      const body = withByteChanges(plain, bytes);
      const { headers, ...signed } = forgery
        ? forged(name, body, forgery, garbage)
        : sample.sign(body);
      const typed = type === undefined ? headers : { ...headers, "content-type": type };
      return {
        delivery: { ...signed, headers: typed },
        isForged: forgery !== undefined,
        hasOddType: type !== undefined,
        faults,
      };
    });
}

/** Where the header is a bearer secret, that of another body is right. */
export function forgeriesOf({ signsBody }: ChannelSample): readonly Forgery[] {
  return forgeries.filter((forgery) => signsBody || forgery !== "other-body");
}

const samples = new Map(channelSamples);

/** A delivery that the platform did not sign. */
export function forged(
  name: WebhookName,
  body: Buffer,
  forgery: Forgery,
  garbage = "garbage",
): Delivery {
  const sample = samples.get(name);
  if (!sample) throw new Error(`There is no sample of ${name}`);
  const { headers, ...rest } = sample.sign(body);
  const right = headers[sample.signatureHeader] ?? "";
  const signedAs = (signature: string): Delivery => ({
    ...rest,
    headers: { ...headers, [sample.signatureHeader]: signature },
  });
  switch (forgery) {
    case "none": {
      const { [sample.signatureHeader]: _, ...unsigned } = headers;
      return { ...rest, headers: unsigned };
    }
    case "empty":
      return signedAs("");
    case "other-secret":
      return sample.sign(body, otherSecretThan(sample));
    case "other-body": {
      const other = sample.sign(Buffer.concat([body, Buffer.from("x")]));
      return { ...rest, headers: other.headers };
    }
    case "other-channel": {
      // WhatsApp and Messenger share a form of signature, and here a secret too.
      const stranger = samples.get(name === "telegram" ? "line" : "telegram");
      const type = headers["content-type"] ?? "";
      return { ...rest, headers: { ...stranger?.sign(body).headers, "content-type": type } };
    }
    case "too-short":
      return signedAs(right.slice(0, -1));
    case "capitals":
      return signedAs(right.toUpperCase());
    case "twice":
      return signedAs(`${right},${right}`);
    case "garbage":
      return signedAs(garbage);
  }
}

function otherSecretThan({ values, secretName }: ChannelSample): string {
  const isStandard = values[secretName]?.startsWith("whsec_");
  return isStandard ? `whsec_${Buffer.alloc(32, 9).toString("base64")}` : "another-secret";
}

/** What the tests of every channel send, and all recorded deliveries of this one. */
function treesOf(name: WebhookName, sample: ChannelSample): readonly JsonTree[] {
  const { nontext, welcome, receipt } = sample;
  const bodies = [
    ...["how many books may I borrow?", "jam buka?", "2", "B", "thanks"].map((text) =>
      sample.text(text),
    ),
    ...["entry/en/join", "category/en/borrowing/0", "helpful/en/join/abcdefghij"].map((payload) =>
      sample.choice(payload),
    ),
    sample.batch?.(["how many books?", "jam buka?", "join"]),
    ...[nontext, welcome, receipt],
  ].filter((body) => body !== undefined && body !== "");
  const trees = bodies.map((body) =>
    treeOf(name === "twilio" ? [...new URLSearchParams(body)] : JSON.parse(body ?? "")),
  );
  return [...trees, ...fixturesOf(name)];
}

/** The generic channel has none: whoever calls it has read how. */
function fixturesOf(name: WebhookName): JsonTree[] {
  if (name === "generic") return [];
  const folder = new URL(`../fixtures/${name}/`, import.meta.url);
  return readdirSync(folder).map((file) =>
    treeOf(JSON.parse(readFileSync(new URL(file, folder), "utf8"))),
  );
}

/** A list of names and values, or whatever has become of it, as a form. */
function formOf(json: string): string {
  // What lost its root is no JSON any more, and is sent as it is.
  const pairs = parseJson(Buffer.from(json)) ?? json;
  if (!Array.isArray(pairs)) return written(pairs);
  const named = pairs.map((pair) => (Array.isArray(pair) ? pair.map(written) : [written(pair)]));
  return new URLSearchParams(
    named.map(([name = "", value = ""]): [string, string] => [name, value]),
  ).toString();
}

function written(value: unknown): string {
  return typeof value === "object" && value !== null ? "[object]" : String(value);
}
