import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readOptions } from "../../lib/options.ts";

function read(context: Record<string, unknown>) {
  return readOptions(new App({ context }).node);
}

describe("the options", () => {
  it("are a throttled HTTP API and nothing reserved, when nothing is said", () => {
    expect(read({})).toEqual({
      ingress: "http-api",
      throttleRatePerSecond: 50,
      throttleBurst: 100,
      reservedConcurrency: undefined,
      settingsParameter: "/jelas/settings",
    });
  });

  it("are read from words, as the command line gives them", () => {
    const context = {
      ingress: "function-url",
      "throttle-rate": "7",
      "throttle-burst": "9",
      "reserved-concurrency": "3",
      settings: "/shop/faq_bot/settings.v2",
    };
    expect(read(context)).toEqual({
      ingress: "function-url",
      throttleRatePerSecond: 7,
      throttleBurst: 9,
      reservedConcurrency: 3,
      settingsParameter: "/shop/faq_bot/settings.v2",
    });
  });

  it("are read from numbers, as cdk.json gives them", () => {
    expect(read({ "throttle-rate": 7 }).throttleRatePerSecond).toBe(7);
  });

  it.each([
    ["ingress", "rest-api"],
    ["ingress", ""],
    ["throttle-rate", "0"],
    ["throttle-rate", "-1"],
    ["throttle-rate", "fast"],
    ["throttle-rate", ""],
    ["throttle-burst", "1.5"],
    ["throttle-burst", "1e9"],
    ["reserved-concurrency", "5 "],
    ["reserved-concurrency", true],
    ["settings", "*"],
    ["settings", "/jelas/*"],
    ["settings", "settings"],
    ["settings", "/jelas/"],
    ["settings", "/jelas/settings\n"],
    ["settings", 5],
  ])("name %s when it is %j", (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`option ${name} must be `));
  });
});
