// Which settings can be rotated, how, and what is to be done next.
import { describe, expect, it } from "vitest";
import { stepsAfterRotation } from "../../../bin/settings/after-rotation.ts";
import { countValues, holdsTwo } from "../../../bin/settings/known.ts";
import {
  bothValues,
  newValue,
  refuseSecondRotation,
  rotatable,
} from "../../../bin/settings/rotation.ts";
import { makeSecret } from "../../../bin/settings/secrets.ts";
import { trialValues } from "../../../bin/trial/values.ts";
import { readSettings } from "../../../functions/webhook/settings.ts";

const values: Record<string, string> = {
  ...trialValues({}),
  PEPPER: Buffer.alloc(32, 1).toString("base64"),
  WHATSAPP_VERIFY_TOKEN: "verify-token",
  MESSENGER_VERIFY_TOKEN: "verify-token",
};
const secrets = Object.keys(values).filter((name) => holdsTwo(name, values[name] ?? ""));

describe("what can be rotated", () => {
  it("is every secret but the pepper, and no id or address", () => {
    expect(Object.keys(values).filter((name) => !secrets.includes(name))).toEqual([
      "WHATSAPP_PHONE_NUMBER_ID",
      "MESSENGER_PAGE_ID",
      "TWILIO_WEBHOOK_URL",
      "PEPPER",
    ]);
  });

  it("is refused where there is one value by nature, or none yet", () => {
    const id = "WHATSAPP_PHONE_NUMBER_ID";
    expect(() => rotatable(id, values, " --stage dev")).toThrow(
      /is not a secret.*settings --put --set WHATSAPP_PHONE_NUMBER_ID=… --stage dev$/,
    );
    expect(() => rotatable("TWILIO_AUTH_TOKEN", {}, "")).toThrow(/^TWILIO_AUTH_TOKEN is not set/);
  });
});

describe.each(secrets)("%s", (name) => {
  it("holds both values, which the bot accepts, and then the new one alone", () => {
    const old = rotatable(name, values, "");
    const fresh = makeSecret(name) ?? "new-value";
    const both = bothValues(name, old, fresh);
    expect(both).toBe(`${old} ${fresh}`);
    expect(countValues(name, both)).toBe(2);
    const channels = (value: string) =>
      Object.keys(readSettings({ ...values, [name]: value }).channels);
    expect(channels(both)).toEqual(channels(old));
    expect(() => refuseSecondRotation(name, both, "")).toThrow(/holds two values already/);
    expect(newValue(name, rotatable(name, { [name]: both }, ""))).toBe(fresh);
    expect(() => newValue(name, fresh)).toThrow(/no rotation to finish/);
  });

  it("has a next step of its own, and ends with the command that drops the old value", () => {
    const steps = stepsAfterRotation(name, {
      parameter: "/jelas-dev/settings",
      options: " --stage dev",
    });
    expect(steps.at(-1)).toMatch(new RegExp(`settings rotate ${name} --finish --stage dev$`));
    // What holds of any secret: a channel that brings a new one still gets that.
    expect(steps.join()).not.toMatch(/Let .* use the new one/);
  });
});

it("a new value is neither the old one nor two", () => {
  expect(() => bothValues("TWILIO_AUTH_TOKEN", "same", "same")).toThrow(/has already/);
  expect(() => bothValues("TWILIO_AUTH_TOKEN", "old", "canary two")).toThrow(/^Give the new value/);
  expect(() => bothValues("TWILIO_AUTH_TOKEN", "old", "canary two")).not.toThrow(/canary/);
});
