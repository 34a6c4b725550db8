import { App } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readOptions } from "../../lib/options.ts";

function read(context: Record<string, unknown>) {
  return readOptions(new App({ context }).node);
}

describe("the options", () => {
  it("are a throttled HTTP API and nothing reserved, when nothing is said", () => {
    expect(read({})).toEqual({
      stage: undefined,
      ingress: "http-api",
      domain: undefined,
      throttleRatePerSecond: 50,
      throttleBurst: 100,
      reservedConcurrency: undefined,
      settingsParameter: "/jelas/settings",
      watch: "all",
      email: undefined,
      monthlyBudgetUsd: undefined,
    });
  });

  it("are read from words, as the command line gives them", () => {
    const context = {
      ingress: "function-url",
      "throttle-rate": "7",
      "throttle-burst": "9",
      "reserved-concurrency": "3",
      settings: "/shop/faq_bot/settings.v2",
      watch: "none",
      email: "ops@example.org",
      "monthly-budget": "40",
    };
    expect(read(context)).toEqual({
      stage: undefined,
      ingress: "function-url",
      domain: undefined,
      throttleRatePerSecond: 7,
      throttleBurst: 9,
      reservedConcurrency: 3,
      settingsParameter: "/shop/faq_bot/settings.v2",
      watch: "none",
      email: "ops@example.org",
      monthlyBudgetUsd: 40,
    });
  });

  it("are read from numbers, as cdk.context.json gives them", () => {
    expect(read({ "throttle-rate": 7 }).throttleRatePerSecond).toBe(7);
  });

  it("give a stage its own parameter", () => {
    expect(read({ stage: "dev" })).toMatchObject({
      stage: "dev",
      settingsParameter: "/jelas-dev/settings",
    });
  });

  it("belong to a stage alone where two deployments can't share them", () => {
    const ofTheRealOne = {
      stage: "dev",
      domain: "tanya.example.org",
      certificate,
      settings: "/shop/settings",
      email: "ops@example.org",
    };
    expect(read(ofTheRealOne)).toMatchObject({
      domain: undefined,
      settingsParameter: "/jelas-dev/settings",
      email: "ops@example.org",
    });
    const context = {
      ...ofTheRealOne,
      "dev.domain": "dev.example.org",
      "dev.certificate": certificate,
      "dev.watch": "none",
    };
    expect(read(context)).toMatchObject({
      domain: { name: "dev.example.org", certificateArn: certificate },
      watch: "none",
    });
  });

  it("are not given where they are empty, so that a file's can be left out for once", () => {
    expect(read({ email: "", domain: "", certificate: "" })).toEqual(read({}));
  });

  it("name who is to hear of a budget", () => {
    expect(() => read({ "monthly-budget": "20" })).toThrow("monthly-budget needs email");
  });

  const certificate = "arn:aws:acm:ap-southeast-3:123456789012:certificate/0a1b-2c3d";

  it("take a domain with its certificate, in front of an HTTP API only", () => {
    const domain = { domain: "tanya.example.org", certificate };
    expect(read(domain).domain).toEqual({
      name: "tanya.example.org",
      certificateArn: certificate,
    });
    expect(() => read({ domain: "tanya.example.org" })).toThrow("belong together");
    expect(() => read({ certificate })).toThrow("belong together");
    expect(() => read({ ...domain, ingress: "function-url" })).toThrow("ingress=http-api");
  });

  it("are known by name: one that is misspelt stops the deployment", () => {
    expect(() => read({ "reserved-concurency": "5" })).toThrow(
      "There is no option reserved-concurency. The options are stage, ingress,",
    );
    // The CDK keeps things of its own there.
    expect(() => read({ "aws:cdk:enable-path-metadata": true })).not.toThrow();
    expect(() => read({ "acknowledged-issue-numbers": [34635] })).not.toThrow();
    expect(() => read({ "dev.emial": "ops@example.org" })).toThrow("no option dev.emial");
    expect(() => read({ "a.b.email": "ops@example.org" })).toThrow("no option a.b.email");
  });

  it.each([
    ["stage", "Dev"],
    ["stage", "a-stage-of-a-very-long-name"],
    ["stage", "dev_1"],
    ["domain", "https://tanya.example.org"],
    ["certificate", "*"],
    ["watch", "everything"],
    ["email", "ops"],
    ["monthly-budget", "0"],
    ["ingress", "rest-api"],
    ["throttle-rate", "0"],
    ["throttle-rate", "-1"],
    ["throttle-rate", "fast"],
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
