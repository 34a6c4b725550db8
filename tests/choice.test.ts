import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Choice,
  encodeChoice,
  maxPayloadBytes,
  parseChoice,
  payloadName,
} from "../functions/webhook/choice.ts";

const names = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,3}$/).filter((name) => name.length <= 30);
const languages = fc.stringMatching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,4})?$/);
const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ kind: fc.constant("entry" as const), entry: names, language: languages }),
  fc.record({
    kind: fc.constant("category" as const),
    category: names,
    from: fc.nat(9999),
    language: languages,
  }),
  fc.record({
    kind: fc.constant("feedback" as const),
    isHelpful: fc.boolean(),
    entry: names,
    language: languages,
    of: fc.stringMatching(/^[\w-]{10}$/),
  }),
);

it("a choice survives the way to the platform and back", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      expect(parseChoice(encodeChoice(choice))).toEqual(choice);
    }),
  );
});

it("a long name is shortened, and stays distinct", () => {
  const long = "what-a-very-long-name-of-an-entry-this-is";
  const choice = { kind: "entry", entry: long, language: "en" } as const;
  expect(parseChoice(encodeChoice(choice))).toEqual({ ...choice, entry: payloadName(long) });
  expect(payloadName(long)).not.toBe(payloadName(`${long}-too`));
  expect(payloadName(payloadName(long))).toBe(payloadName(long));
});

it("no payload is longer than Telegram takes", () => {
  const long = "n".repeat(80);
  const language = "abc-abcdefgh";
  const longest: Choice[] = [
    { kind: "category", category: "プライバシーと安全に関する質問", from: 9999, language },
    { kind: "entry", entry: long, language },
    { kind: "category", category: long, from: 9999, language },
    { kind: "feedback", isHelpful: false, entry: long, language, of: "abcdefghij" },
  ];
  for (const choice of longest) {
    expect(Buffer.byteLength(encodeChoice(choice))).toBeLessThanOrEqual(maxPayloadBytes);
  }
});

it("a payload that is not ours is no choice", () => {
  const payloads = [
    "",
    "/",
    "//",
    "entry",
    "entry/en",
    "entry//join",
    "entry/en/",
    "entry/en/join/more",
    "category/en/visiting",
    "category/en/visiting/",
    "category/en/visiting/-1",
    "category/en/visiting/1e3",
    "category/en/visiting/1/2",
    "other/en/join",
    "helpful/en/join",
    "helpful/en/join/short",
    "helpful/en/join/abcdefghij/more",
    "unhelpful/en/join/abcdefghi!",
    '{"kind":"entry"}',
    `entry/en/${"x".repeat(300)}/`,
  ];
  for (const payload of payloads) expect(parseChoice(payload)).toBeUndefined();
});

it("no payload at all makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (payload) => void parseChoice(payload)));
});
