// LINE, as the tests that every channel runs know it.
import { lineApi } from "../../fakes/line.ts";
import {
  lineDelivery,
  lineFixture,
  linePostback,
  lineReplyToken,
  lineSignature,
  lineText,
} from "../../fixtures/line.ts";
import type { ChannelSample } from "../channel-sample.ts";

const channelSecret = "channel-secret";

export const lineSample: ChannelSample = {
  values: { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: "access-token" },
  secretName: "LINE_CHANNEL_SECRET",
  signatureHeader: "x-line-signature",
  signsBody: true,
  sign: (body, secret = channelSecret) => ({
    body,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-line-signature": lineSignature(body, secret),
    },
  }),
  text(text, id = '"01M8444TH000000000000000AA"', person = 1) {
    const replyToken = lineReplyToken(id, person);
    const event = lineText({ id: "id-of-this-event", text, person, replyToken });
    const body = lineDelivery([event]).toString();
    return body.replaceAll('"id-of-this-event"', () => id);
  },
  ids: ['"01M8444TH000000000000000AB"', '"01M8444TH000000000000000AC"'],
  choice: (payload, tap = 1) =>
    lineDelivery([
      linePostback({ id: `01M8444TH00000000000000T${tap}`, data: payload }),
    ]).toString(),
  nontext: lineFixture("sticker-with-text").toString(),
  welcome: lineFixture("follow").toString(),
  receipt: lineFixture("unsend").toString(),
  batch: (texts) =>
    lineDelivery(
      texts.map((text, at) =>
        lineText({ id: `01M8444TH00000000000000B${at}`, text, person: at + 1 }),
      ),
    ).toString(),
  malformed: "events=",
  api: { urlName: "LINE_API_URL", rules: lineApi },
};
