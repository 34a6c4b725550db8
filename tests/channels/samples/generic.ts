// The generic channel, as the tests that every channel runs need to know it.
import { createHmac } from "node:crypto";
import { genericKey, testNowMs } from "../../handler-under-test.ts";
import type { ChannelSample } from "../channel-sample.ts";

const ourSecret = `whsec_${genericKey.toString("base64")}`;

const message = (data: object, person = 1) =>
  JSON.stringify({
    type: "message.received",
    data: { conversation: `conversation-${person}`, ...data },
  });

export const genericSample: ChannelSample = {
  values: { GENERIC_SECRET: ourSecret },
  secretName: "GENERIC_SECRET",
  signatureHeader: "webhook-signature",
  signsBody: true,
  hasIdInBody: false,
  sign(body, secret = ourSecret) {
    const id = "msg_1";
    const timestamp = String(testNowMs / 1000);
    const signature = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
      .update(`${id}.${timestamp}.`)
      .update(body)
      .digest("base64");
    return {
      body,
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": timestamp,
        "webhook-signature": `v1,${signature}`,
      },
    };
  },
  text: (text, _, person) => message({ text }, person),
  ids: ['"msg_1"', '"msg_2"'],
  choice: (payload, tap) => message({ choice: payload }, tap),
  // Whoever calls this channel has nothing but words to send.
  nontext: "",
  receipt: JSON.stringify({ type: "message.delivered", data: { conversation: "conversation-1" } }),
  malformed: "text",
  readTextOf: (responseBody) => JSON.parse(responseBody).data.text,
};
