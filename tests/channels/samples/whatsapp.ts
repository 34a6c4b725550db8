// WhatsApp, as the tests that every channel runs see it.
import { whatsappApi } from "../../fakes/whatsapp.ts";
import {
  metaSignature,
  phone,
  whatsappDelivery,
  whatsappFixture,
} from "../../fixtures/whatsapp.ts";
import type { ChannelSample } from "../channel-sample.ts";

const appSecret = "app-secret";

export const whatsappSample: ChannelSample = {
  values: {
    WHATSAPP_APP_SECRET: appSecret,
    WHATSAPP_VERIFY_TOKEN: "verify-token",
    WHATSAPP_ACCESS_TOKEN: "access-token",
    WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
  },
  secretName: "WHATSAPP_APP_SECRET",
  signatureHeader: "x-hub-signature-256",
  signsBody: true,
  sign: (body, secret = appSecret) => ({
    body,
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": metaSignature(body, secret),
    },
  }),
  text(text, id = '"wamid.1"', person = 1) {
    const message = { id: "the id", from: phone(person), text: { body: text } };
    const body = whatsappDelivery([message]).toString();
    return body.replace('"id":"the id"', () => `"id":${id}`);
  },
  ids: [
    '"wamid.HBgNNjI4MDAwMDAwMDAwMRUCABIYFDNBMDAwMDAwMDAwMDAwMDAwMDkx"',
    '"wamid.HBgNNjI4MDAwMDAwMDAwMRUCABIYFDNBMDAwMDAwMDAwMDAwMDAwMDky"',
  ],
  choice: (payload, tap = 1) =>
    whatsappDelivery([
      {
        id: `wamid.tap-${tap}`,
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: payload, title: "Title" } },
      },
    ]).toString(),
  nontext: whatsappFixture("image").toString(),
  receipt: whatsappFixture("status-delivered").toString(),
  batch: (texts) =>
    whatsappDelivery(
      texts.map((text, at) => ({
        id: `wamid.${at + 1}`,
        from: phone(at + 1),
        text: { body: text },
      })),
    ).toString(),
  malformed: '{"object":"whatsapp_business_account",',
  api: { urlName: "WHATSAPP_API_URL", rules: whatsappApi },
};
