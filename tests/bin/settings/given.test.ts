// What `--set` gives.
import { expect, it } from "vitest";
import { readGiven } from "../../../bin/settings/given.ts";

it("takes a value as it stands, signs of equality included", () => {
  const url = "https://jelas.example.org/webhooks/twilio?a=b";
  expect(readGiven([`TWILIO_WEBHOOK_URL=${url}`], {})).toEqual({ TWILIO_WEBHOOK_URL: url });
});

it("takes the value from the environment where it gives the name alone", () => {
  const environment = { LINE_CHANNEL_SECRET: "from-there", TWILIO_AUTH_TOKEN: "not-asked-for" };
  expect(readGiven(["LINE_CHANNEL_SECRET"], environment)).toEqual({
    LINE_CHANNEL_SECRET: "from-there",
  });
  expect(() => readGiven(["LINE_CHANNEL_SECRET"], {})).toThrow(/^There is no LINE_CHANNEL_SECRET/);
});

it.each([
  ["canary", /^That is not the name of a setting\. The names are PEPPER, /],
  ["628000:canary=", /^That is not the name of a setting/],
  ["=canary", /^That is not the name of a setting/],
  ["constructor=canary", /^That is not the name of a setting/],
  ["TELEGRAM_BOT_TOKEN=canary/", /^TELEGRAM_BOT_TOKEN does not have the form it needs/],
  ["TELEGRAM_BOT_TOKEN=", /^TELEGRAM_BOT_TOKEN is empty/],
  ["GENERIC_SECRET=whsec_canary", /^GENERIC_SECRET needs 24 to 64 bytes/],
])("refuses %s in a sentence that doesn't repeat it", (text, sentence) => {
  const read = () => readGiven([text], {});
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/canary/);
});
