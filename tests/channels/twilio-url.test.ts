// The forms of an address: tests/channels/twilio-signature.test.ts holds them to Twilio's own SDK.
import { expect, it } from "vitest";
import { signedUrlForms } from "../../functions/webhook/channels/twilio-url.ts";

it("an address is tried without and with its port, as a browser writes it, and with an old query", () => {
  expect(signedUrlForms("HTTPS://Bot.Example.org/a?b=c d&b#part")).toEqual([
    "HTTPS://Bot.Example.org/a?b=c d&b",
    "HTTPS://Bot.Example.org:443/a?b=c d&b",
    "https://bot.example.org/a?b=c%20d&b",
    "https://bot.example.org:443/a?b=c%20d&b",
    "https://bot.example.org/a?b=c%20d&b=",
    "https://bot.example.org:443/a?b=c%20d&b=",
  ]);
});

it("a question mark at the very start or none at all is no query to rewrite", () => {
  expect(signedUrlForms("http://bot.example.org/a")).toEqual([
    "http://bot.example.org/a",
    "http://bot.example.org:80/a",
  ]);
});

it("what is no address is tried as it is", () => {
  expect(signedUrlForms("no address at all")).toEqual(["no address at all"]);
  expect(signedUrlForms("x http://bot.example.org/")).toEqual(["x http://bot.example.org/"]);
  expect(signedUrlForms("")).toEqual([""]);
});
