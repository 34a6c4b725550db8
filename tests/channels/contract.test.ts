// Every channel there is keeps the contract; a new one only needs a sample here.
import { describe, expect, it } from "vitest";
import { channelOf } from "../../functions/webhook/channels/index.ts";
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import { readSettings } from "../../functions/webhook/settings.ts";
import { metaSignature, whatsappFixture } from "../fixtures/whatsapp.ts";
import { type ChannelSample, describeChannel } from "./channel-contract.ts";

const samples: Partial<Record<WebhookName, ChannelSample>> = {
  whatsapp: {
    values: {
      WHATSAPP_APP_SECRET: "app-secret",
      WHATSAPP_ACCESS_TOKEN: "access-token",
      WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
    },
    signatureHeader: "x-hub-signature-256",
    sign: (body) => metaSignature(body, "app-secret"),
    textDelivery: (text, id = '"wamid.1"') =>
      JSON.stringify(JSON.parse(whatsappFixture("text").toString()))
        .replace('"gimana caranya jadi anggota?"', () => JSON.stringify(text))
        .replace(/"id":"wamid[^"]*"/, () => `"id":${id}`),
    choiceDelivery: (payload) =>
      JSON.stringify(JSON.parse(whatsappFixture("button-reply").toString())).replace(
        '"entry/en/join"',
        () => JSON.stringify(payload),
      ),
    receipt: whatsappFixture("status-delivered").toString(),
    payloadsOf: (body) => {
      const { action } = JSON.parse(body).interactive;
      return action.buttons.map((button: { reply: { id: string } }) => button.reply.id);
    },
  },
};

for (const [name, sample] of Object.entries(samples)) {
  describeChannel(name as WebhookName, sample);
}

describe("the list of channels", () => {
  it("has a sample here for each that calls its platform, and nothing for the others", () => {
    const values = Object.assign({}, ...Object.values(samples).map(({ values }) => values));
    const settings = readSettings({ ...values, PEPPER: Buffer.alloc(32, 1).toString("base64") });
    const names = Object.keys(webhookMethods) as WebhookName[];
    expect(names.filter((name) => channelOf(name, settings))).toEqual(Object.keys(samples));
  });

  it("has no channel without settings", () => {
    const settings = readSettings({ PEPPER: Buffer.alloc(32, 1).toString("base64") });
    for (const name of Object.keys(webhookMethods) as WebhookName[]) {
      expect(channelOf(name, settings)).toBeUndefined();
    }
  });
});
