// Twilio, as the tests that every channel runs need to know it.
import {
  twilioFixture,
  twilioForm,
  twilioId,
  twilioSignature,
  twilioText,
  twilioToken,
  twilioUrl,
} from "../../fixtures/twilio.ts";
import type { ChannelSample } from "../channel-sample.ts";

export const twilioSample: ChannelSample = {
  values: { TWILIO_AUTH_TOKEN: twilioToken, TWILIO_WEBHOOK_URL: twilioUrl },
  secretName: "TWILIO_AUTH_TOKEN",
  signatureHeader: "x-twilio-signature",
  signsBody: true,
  sign: (body, secret = twilioToken) => ({
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": twilioSignature(body, twilioUrl, secret),
    },
  }),
  text: (text, id = JSON.stringify(twilioId(1)), person = 1) =>
    twilioText({ id: JSON.parse(id), text, person }).toString(),
  ids: [JSON.stringify(twilioId(101)), JSON.stringify(twilioId(102))],
  choice: (payload, tap = 1) =>
    twilioForm([
      ["MessageType", "interactive"],
      ["Body", "Becoming a member"],
      ["ButtonText", "Becoming a member"],
      ["ButtonPayload", payload],
      ["SmsStatus", "received"],
      ["MessageSid", twilioId(200 + tap)],
      ["AccountSid", "AC00000000000000000000000000000001"],
      ["From", "whatsapp:+6280000000001"],
      ["To", "whatsapp:+15005550006"],
    ]).toString(),
  nontext: twilioFixture("image").toString(),
  receipt: twilioFixture("status-delivered").toString(),
  readTextOf: (responseBody) =>
    responseBody
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
};
