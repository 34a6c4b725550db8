// While the settings can't be read, what needs none goes on.
import { beforeAll, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { SettingsError } from "../../functions/webhook/settings.ts";
import {
  settingsFromParameter,
  settingsMaxAgeMs,
} from "../../functions/webhook/settings-source.ts";
import { trainBot } from "../fixtures/bot.ts";
import { metaSignature, whatsappFixture } from "../fixtures/whatsapp.ts";
import { ask, handlerUnderTest, testValues } from "../handler-under-test.ts";

let data: BotData;
beforeAll(() => {
  data = trainBot();
});

/** A parameter store that answers with the values, as long as there are any. */
function parameterOf(getValues: () => object | undefined) {
  const client = {
    send: async () => {
      const values = getValues();
      if (!values) {
        throw Object.assign(new Error("canary"), { name: "ParameterNotFound" });
      }
      return { Parameter: { Value: JSON.stringify(values) } };
    },
  };
  return settingsFromParameter("/jelas/settings", client as never);
}

describe("a parameter that is missing", () => {
  const start = () => handlerUnderTest({ data, settings: parameterOf(() => undefined) });

  it.each(["/", "/faq", "/health"])("GET %s still answers", async (path) => {
    expect((await ask(start(), "GET", path)).status).toBe(200);
  });

  it("asks for every delivery again, and says nothing of why", async () => {
    const bot = start();
    const body = whatsappFixture("text");
    const requests = [
      ask(bot, "POST", "/webhooks/whatsapp", {
        body,
        headers: { "x-hub-signature-256": metaSignature(body, "app-secret") },
      }),
      ask(bot, "POST", "/webhooks/generic", { body }),
      ask(bot, "GET", "/webhooks/whatsapp?hub.mode=subscribe"),
      ask(bot, "POST", "/chat", { body: '{"text":"hello"}' }),
    ];
    for (const { status, headers, body } of await Promise.all(requests)) {
      expect([status, headers["retry-after"], body]).toEqual([503, "2", ""]);
    }
    for (const line of bot.lines) {
      expect(JSON.parse(line)).toEqual({
        level: "error",
        event: "crash",
        code: "ParameterNotFound",
        status: 503,
        build: "test",
      });
    }
    expect(bot.lines).toHaveLength(4);
  });

  it("is no longer missing once it is there", async () => {
    let values: object | undefined;
    const bot = handlerUnderTest({ data, settings: parameterOf(() => values) });
    const chat = () => ask(bot, "POST", "/chat", { body: '{"text":"hello"}' });
    expect((await chat()).status).toBe(503);
    values = testValues;
    expect((await chat()).status).toBe(200);
  });
});

it("a parameter that holds something wrong is named in the log by the kind of error alone", async () => {
  const settings = parameterOf(() => ({ ...testValues, WHATSAPP_APP_SECRET: "" }));
  const bot = handlerUnderTest({ data, settings });
  expect((await ask(bot, "POST", "/webhooks/generic")).status).toBe(503);
  expect(bot.logged("crash")[0]?.code).toBe(SettingsError.name);
});

it("newer settings that can't be read are told of in the log, and those read last stay", async () => {
  let values: object = testValues;
  let nowMs = Date.now();
  const client = {
    send: async () => ({ Parameter: { Value: JSON.stringify(values) } }),
  };
  const bot = handlerUnderTest({
    data,
    settings: settingsFromParameter("/jelas/settings", client as never, () => nowMs),
  });
  const answer = () => ask(bot, "POST", "/chat", { body: '{"text":"hello"}' });
  await answer();
  values = { TELEGRAM_BOT_TOKEN: "" };
  nowMs += settingsMaxAgeMs;
  expect((await answer()).status).toBe(200);
  const told = bot.lines
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === "settings");
  expect(told).toEqual([
    { level: "warn", event: "settings", code: "SettingsError", build: "test" },
  ]);
});
