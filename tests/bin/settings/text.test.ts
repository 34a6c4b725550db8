// The text that the parameter holds, and its size.
import { expect, it } from "vitest";
import { bytesOf, checkSize, textOf } from "../../../bin/settings/text.ts";
import { valuesIn } from "../../../functions/webhook/settings-source.ts";

const PEPPER = Buffer.alloc(32, 1).toString("base64");

/** Settings whose text has exactly so many bytes. */
function settingsOf(bytes: number, LINE_CHANNEL_SECRET = "secret"): Record<string, string> {
  const values = { PEPPER, LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN: "" };
  const padding = "x".repeat(bytes - bytesOf(textOf(values)));
  return { ...values, LINE_CHANNEL_ACCESS_TOKEN: padding };
}

it("a text is read back as the values that it was made of", () => {
  const values = { LINE_CHANNEL_SECRET: 'quo"te\\', PEPPER };
  expect(valuesIn(textOf(values), "here")).toEqual(values);
});

it("the same settings make the same text, in whatever order they come", () => {
  const [one, other] = [settingsOf(1000), settingsOf(1000)];
  const reversed = Object.fromEntries(Object.entries(other).reverse());
  expect(textOf(reversed)).toBe(textOf(one));
});

it.each([
  ["not JSON at all", "canary", /^settings.json does not hold JSON\.$/],
  ["a list", '["canary"]', /^settings.json must hold one JSON object/],
  ["nothing", "null", /^settings.json must hold one JSON object/],
  ["a number", '{"MESSAGE_MAX_AGE_S": 5}', /^settings.json: MESSAGE_MAX_AGE_S must be a text/],
])("%s is refused in a sentence that doesn't repeat it", (_, text, sentence) => {
  const read = () => valuesIn(text, "settings.json");
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/canary/);
});

it("room is no matter below 3,500 bytes, a warning up to 4,096, and refused above", () => {
  expect(bytesOf(textOf(settingsOf(4096)))).toBe(4096);
  expect(checkSize(settingsOf(3499))).toBeUndefined();
  expect(checkSize(settingsOf(3500))).toMatch(/^The settings take 3,500 of 4,096 bytes\./);
  expect(checkSize(settingsOf(4096))).toMatch(/^The settings take 4,096 of 4,096 bytes\./);
  expect(() => checkSize(settingsOf(4097))).toThrow(/would take 4,097 bytes/);
});

it("says which rotation to finish and what takes most room, without a value", () => {
  const values = settingsOf(4200, "canary-old canary-new");
  const check = () => checkSize(values, " --stage dev");
  expect(check).toThrow(/settings rotate LINE_CHANNEL_SECRET --finish --stage dev$/m);
  expect(check).toThrow(/most room is taken by LINE_CHANNEL_ACCESS_TOKEN \([\d,]+\) and PEPPER/);
  expect(check).not.toThrow(/canary|xxx/);
});
