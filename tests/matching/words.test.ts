import { describe, expect, it } from "vitest";
import {
  compileLexicon,
  findConcepts,
  standardise,
} from "../../functions/webhook/matching/words.ts";

const lexicon = compileLexicon({
  slang: new Map([
    ["gw", "saya"],
    ["wa", "whatsapp"],
    ["sih", ""],
    ["ga bs", "tidak bisa"],
    ["ga", "tidak"],
  ]),
  concepts: new Map([
    ["read", ["baca", "read", "look at my messages"]],
    ["message", ["messages", "pesan"]],
    ["not", ["ga", "not"]],
    ["light", ["light"]],
    ["weight", ["light", "heavy"]],
  ]),
});
const concepts = (...words: string[]) => findConcepts(words, lexicon).map(({ concept }) => concept);

describe("standardise", () => {
  it("replaces slang and drops particles", () => {
    expect(standardise(["wa", "gw", "aman", "sih"], lexicon)).toEqual(["whatsapp", "saya", "aman"]);
  });

  it("takes the longest phrase first", () => {
    expect(standardise(["ga", "bs", "ga"], lexicon)).toEqual(["tidak", "bisa", "tidak"]);
  });

  it("leaves words that only contain slang alone", () => {
    expect(standardise(["was", "warga"], lexicon)).toEqual(["was", "warga"]);
  });
});

describe("findConcepts", () => {
  it("finds words of any language", () => {
    expect(concepts("baca", "pesan", "read", "messages")).toEqual([
      "read",
      "message",
      "read",
      "message",
    ]);
  });

  it("takes the longest phrase, so that its words don't count again", () => {
    expect(concepts("look", "at", "my", "messages")).toEqual(["read"]);
  });

  it("knows a form by its standard words, since slang is gone when it is looked for", () => {
    expect(concepts("tidak")).toEqual(["not"]);
    expect(concepts("ga")).toEqual([]);
  });

  it("gives every meaning of a word that has two", () => {
    expect(concepts("light")).toEqual(["light", "weight"]);
  });
});

it("an empty lexicon changes nothing", () => {
  const empty = compileLexicon({ slang: new Map(), concepts: new Map() });
  expect(standardise(["wa", "gw"], empty)).toEqual(["wa", "gw"]);
  expect(findConcepts(["baca"], empty)).toEqual([]);
});
