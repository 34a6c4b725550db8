// Messenger, as the tests that every channel runs see it.
import { messengerApi } from "../../fakes/messenger.ts";
import {
  messengerDelivery,
  messengerFixture,
  messengerPageId,
  messengerTap,
  messengerText,
} from "../../fixtures/messenger.ts";
import { metaSignature } from "../../fixtures/whatsapp.ts";
import type { ChannelSample } from "../channel-sample.ts";

const appSecret = "app-secret";

export const messengerSample: ChannelSample = {
  values: {
    MESSENGER_APP_SECRET: appSecret,
    MESSENGER_PAGE_TOKEN: "page-token",
    MESSENGER_PAGE_ID: messengerPageId,
    MESSENGER_VERIFY_TOKEN: "verify-token",
  },
  secretName: "MESSENGER_APP_SECRET",
  signatureHeader: "x-hub-signature-256",
  signsBody: true,
  sign: (body, secret = appSecret) => ({
    body,
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": metaSignature(body, secret),
    },
  }),
  text(text, id = '"m_1"', person = 1) {
    const body = messengerDelivery([messengerText({ id: "the id", text, person })]).toString();
    return body.replace('"mid":"the id"', () => `"mid":${id}`);
  },
  ids: [
    '"m_aW52ZW50ZWQtbWVzc2FnZS05MDAxLW9mLW5vYm9keS1hdC1hbGwtZm9yLXRoZS10ZXN0cy1vZi1hLWJvdA"',
    '"m_aW52ZW50ZWQtbWVzc2FnZS05MDAyLW9mLW5vYm9keS1hdC1hbGwtZm9yLXRoZS10ZXN0cy1vZi1hLWJvdA"',
  ],
  choice: (payload, tap = 1) =>
    messengerDelivery([messengerTap({ id: `m_tap-${tap}`, payload })]).toString(),
  nontext: messengerFixture("image").toString(),
  welcome: messengerFixture("get-started").toString(),
  receipt: messengerFixture("delivery").toString(),
  batch: (texts) =>
    messengerDelivery(
      texts.map((text, at) => messengerText({ id: `m_${at + 1}`, text, person: at + 1 })),
    ).toString(),
  malformed: '{"object":"page",',
  api: { urlName: "MESSENGER_API_URL", rules: messengerApi },
};
