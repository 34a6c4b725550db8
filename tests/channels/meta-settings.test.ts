// What is asked of whoever connects WhatsApp or Messenger.
import { describe, expect, it } from "vitest";
import { graphJudge, metaSettings } from "../../functions/webhook/channels/meta.ts";

describe("the settings that both of Meta's channels have", () => {
  it("are sent to Meta's own API unless a test says otherwise", () => {
    expect(metaSettings.apiUrl.fallback).toBe("https://graph.facebook.com/v26.0");
    expect(metaSettings.apiUrl.form.test("http://127.0.0.1:3000/v26.0")).toBe(true);
    expect(metaSettings.apiUrl.form.test("graph.facebook.com")).toBe(false);
  });

  it("say in a few words where they are to be had", () => {
    const { appSecret, apiUrl, verifyToken } = metaSettings;
    for (const { what } of [appSecret, apiUrl, verifyToken("WhatsApp")]) {
      expect(what).toMatch(/\w+ \w+/);
    }
    expect(appSecret.form.test("old-secret new-secret")).toBe(true);
    expect(appSecret.form.test("")).toBe(false);
  });

  it("do without a verify token, and say what is lost", () => {
    const setting = metaSettings.verifyToken("WhatsApp");
    expect(setting.fallback).toBe("");
    expect(setting.advice).toBe(
      "Without WHATSAPP_VERIFY_TOKEN, WhatsApp can't check the address of this webhook.",
    );
    expect(setting.form.test("a-token")).toBe(true);
  });
});

it("an answer of Meta's API is a success from 200 to 299 alone, and for another time from 500 on", () => {
  const judge = graphJudge({ transient: [], permanent: [], unauthorised: [] });
  const kinds = [199, 200, 299, 300, 428, 429, 499, 500, 503].map((s) => judge(s, "{}").kind);
  expect(kinds).toEqual([
    ...["permanent", "sent", "sent", "permanent", "permanent", "transient", "permanent"],
    ...["transient", "transient"],
  ]);
});
