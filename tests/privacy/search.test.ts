// The search finds what is hidden, in any form, and nothing that isn't there.
import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { channelOf } from "./deliveries.ts";
import { formsOf } from "./forms.ts";
import { canariesOf, messageId, openSettings, personAt, secrets } from "./people.ts";
import { createSearch } from "./search.ts";

const search = createSearch(canariesOf(50, channelOf));
const { phone, name } = personAt(0);
const wamid = messageId("whatsapp", channelOf(2) === "whatsapp" ? 2 : 9);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const national = phone.slice(2);

describe("a number is found", () => {
  it.each([
    ["as it is", phone],
    ["with a plus", `+${phone}`],
    ["as it is dialled at home", `0${national}`],
    ["without its first digits", phone.slice(-6)],
    ["without its last digits", phone.slice(5, 11)],
    ["in groups", `${phone.slice(0, 5)} ${phone.slice(5, 9)} ${phone.slice(9)}`],
    ["spelt", [...phone].join(" ")],
    ["reversed", [...phone].reverse().join("")],
    ["in base64", base64(phone)],
    ["in base64, after one byte", base64(`x${phone}`)],
    ["in base64, after two bytes", base64(`xx${phone}`)],
    ["in base64url, within something longer", messageId("messenger", 0)],
    ["in hexadecimal", Buffer.from(phone).toString("hex").toUpperCase()],
    ["percent-encoded", Buffer.from(phone).toString("hex").replace(/../g, "%$&")],
    ["in escapes of JSON", phone.replace(/./g, (digit) => `\\u003${digit}`)],
    ["as MD5", createHash("md5").update(phone).digest("hex")],
    ["as SHA-1, in base64", createHash("sha1").update(phone).digest("base64")],
    ["as the beginning of SHA-256", createHash("sha256").update(phone).digest("hex").slice(0, 12)],
    ["as SHA-256 in base64url", createHash("sha256").update(phone).digest("base64url")],
    ["as HMAC with an empty key", createHmac("sha256", "").update(phone).digest("hex")],
  ])("%s", (_, hidden) => {
    const hits = search.find(`{"before": "${hidden}", "after": 1}`);
    expect(hits.map(({ canary }) => canary)).toContain(phone);
  });
});

it("every form of every canary is found", () => {
  const missed: string[] = [];
  for (const canary of canariesOf(channelNames.length, channelOf)) {
    for (const form of formsOf(canary)) {
      const hits = search.find(`before ${form} after`);
      if (!hits.some(({ canary: found }) => found === canary.text)) missed.push(form);
    }
  }
  expect(missed).toEqual([]);
});

it("a name is found in capitals and by one of its words", () => {
  const [first = ""] = name.split(" ");
  expect(search.find(`HALO ${first.toUpperCase()}!`).map(({ canary }) => canary)).toContain(first);
});

it("a secret is found among others", () => {
  const [one = "", other = ""] = secrets.LINE_CHANNEL_SECRET.split(" ");
  expect(search.find(`${one},${other}`).map(({ canary }) => canary)).toEqual([one, other]);
});

it("a message's id is found that was hashed with its channel and account, but without a key", () => {
  const account = openSettings.WHATSAPP_PHONE_NUMBER_ID;
  const scoped = `whatsapp\0${account}\0${wamid}`;
  const kept = createHash("sha256").update(scoped).digest("base64url").slice(0, 22);
  expect(search.find(`v1#${kept}`).map(({ canary }) => canary)).toContain(wamid);
});

it("a number is found in what only looks like a code", () => {
  for (const text of [`v1#8sYd0${phone}6gQ1n3xYzAb`, `helpful/en/fine/${phone}`]) {
    expect(search.find(text).map(({ canary }) => canary)).toContain(phone);
  }
});

describe("nothing is found in", () => {
  it.each([
    ["a keyed code", '{"pk":{"S":"v1#8sYd02hT5f6gQ1n3xYzAbC"}}'],
    ["a day and its shard", '{"pk":{"S":"2026-11-23#5"},"n":{"N":"12"}}'],
    ["times", '{"l":{"N":"1795435215"},"x":{"N":"1796230800"},"now":1795435200000}'],
    ["a line of the log", '{"level":"info","event":"message","code":"131056","build":"test"}'],
    [
      "a random UUID that has a number's digits",
      `0b${phone.slice(-6)}-8f1f-4b4c-9c0e-6b8f7c1d2e3f`,
    ],
    ["a keyed code with a number's digits", `"v1#8sYd0${phone.slice(-6)}6gQ1n3xYzAb"`],
    ["a button's code with such digits", `"helpful/en/fine/ab${phone.slice(-6)}cd"`],
    ["a confidence", `{"confidence":0.97${phone.slice(-6)}1,"entry":null}`],
  ])("%s", (_, text) => {
    expect(search.find(text)).toEqual([]);
  });
});
