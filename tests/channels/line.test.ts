import { type messagingApi, validateSignature } from "@line/bot-sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outgoing } from "../../functions/webhook/channels/channel.ts";
import { createLine, type LineSettings, line } from "../../functions/webhook/channels/line.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import { invalidReplyToken, lineApi, monthlyLimit, retryKeyAccepted } from "../fakes/line.ts";
import type { Json, PlatformAnswer } from "../fakes/platform.ts";
import {
  lineBot,
  lineDelivery,
  lineFixture,
  lineFixtures,
  linePostback,
  lineSentAtMs,
  lineSignature,
  lineText,
  lineUserId,
} from "../fixtures/line.ts";
import { feedbackOn, optionsFor, replyOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const settings: LineSettings = {
  channelSecrets: ["channel-secret"],
  accessTokens: ["access-token"],
  apiUrl: "https://line.example.org",
};
const channel = createLine(settings);
const parse = (body: Buffer | string) => messagesOf(channel.parse(requestOf(body)));
const firstOf = (body: Buffer | string) => {
  const [message] = parse(body);
  if (!message) throw new Error("Nothing to answer");
  return message;
};

describe("what a delivery asks for", () => {
  const text = (text: string) => ({ kind: "text", text });
  const choice = (payload: string) => ({ kind: "choice", payload });
  const nontext = { kind: "nontext" };
  const welcome = { kind: "welcome" };
  const expected: Record<string, readonly object[]> = {
    text: [text("gimana caranya jadi anggota?")],
    "text-with-emojis-and-mention": [text("@Perpustakaan Contoh jam buka? (moon grin)")],
    // What is quoted is not what is asked.
    "text-quoting": [text("is there a fine for late books")],
    "two-people": [text("halo"), text("is there a fine for late books")],
    // Whether it was answered before is for the store to say.
    redelivery: [text("apakah jadi anggota bayar")],
    "user-without-id": [text("halo")],
    "extra-members": [text("halo")],
    postback: [choice("entry/en/join")],
    "postback-before-ids": [choice("entry/en/join")],
    "feedback-postback": [choice("helpful/en/join/abcdefghij")],
    "rich-menu-postback": [choice("action=reserve&room=2")],
    "datetime-postback": [choice("action=visit")],
    follow: [welcome],
    "follow-unblocked": [welcome],
    image: [nontext],
    video: [nontext],
    audio: [nontext],
    file: [nontext],
    location: [nontext],
    sticker: [nontext],
    // Its text would be a question, were it the person's own.
    "sticker-with-text": [nontext],
    "rich-menu-switch": [],
    unfollow: [],
    join: [],
    leave: [],
    "member-joined": [],
    "member-left": [],
    unsend: [],
    beacon: [],
    "account-link": [],
    "video-play-complete": [],
    membership: [],
    module: [],
    activated: [],
    deactivated: [],
    "bot-suspended": [],
    "bot-resumed": [],
    "phone-number-push-delivered": [],
    "message-edited": [],
    things: [],
    "group-text": [],
    "room-text": [],
    standby: [],
    "standby-with-reply-token": [],
    "without-reply-token": [],
    verify: [],
    "dummy-events": [],
    "unknown-event": [],
    "unknown-message": [],
  };

  it.each(lineFixtures)("%s", (name) => {
    expect(parse(lineFixture(name)).map(({ content }) => content)).toEqual(expected[name]);
  });

  it("has a fixture for every row", () => {
    expect([...lineFixtures].sort()).toEqual(Object.keys(expected).sort());
  });

  it("reads who sent what to which account, and when", () => {
    expect(parse(lineFixture("text"))).toEqual([
      {
        id: "01M8444TH000000000000007TM",
        account: lineBot,
        sentAtMs: lineSentAtMs,
        content: text("gimana caranya jadi anggota?"),
        replyToken: "1000a500000000000000000000000000",
        userId: lineUserId(1),
      },
    ]);
    expect(parse(lineFixture("user-without-id"))[0]).not.toHaveProperty("userId");
  });

  it("takes the event's id, else the message's or a tap's token; nothing without any", () => {
    const idsOf = (event: object) => parse(lineDelivery([event])).map(({ id }) => id);
    const event = { ...lineText({ id: "event", text: "x" }) };
    const message = { type: "text", id: "580000000000000001", text: "x" };
    expect(idsOf({ ...event, message })).toEqual(["event"]);
    for (const webhookEventId of [undefined, null, "", 7, "x".repeat(257)]) {
      expect(idsOf({ ...event, message, webhookEventId })).toEqual(["580000000000000001"]);
      expect(idsOf({ ...event, message: { ...message, id: null }, webhookEventId })).toEqual([]);
      const tap = linePostback({ id: "event", data: "entry/en/join" });
      expect(idsOf({ ...tap, replyToken: "token", webhookEventId })).toEqual(["token"]);
    }
  });

  it("takes pictures that were sent together for one message", () => {
    const picture = (id: string, index: number) => ({
      ...lineText({ id, text: "x" }),
      message: { type: "image", id, imageSet: { id: "set", index, total: 2 } },
    });
    const messages = parse(lineDelivery([picture("one", 1), picture("two", 2)]));
    expect(messages.map(({ id }) => id)).toEqual(["set", "set"]);
  });

  it("gives a redelivery the id that it had before", () => {
    const body = JSON.parse(lineFixture("redelivery").toString());
    body.events[0].deliveryContext.isRedelivery = false;
    expect(parse(JSON.stringify(body))).toEqual(parse(lineFixture("redelivery")));
  });

  it("leaves out a time that is none, and still answers", () => {
    const event = lineText({ id: "event", text: "x" });
    for (const timestamp of [undefined, null, "", "soon", 0, -5, 1.5, 1e300, {}]) {
      const [message] = parse(lineDelivery([{ ...event, timestamp }]));
      expect(message?.content).toEqual(text("x"));
      expect(message).not.toHaveProperty("sentAtMs");
    }
  });

  it("reads a payload of any length that LINE brings", () => {
    const dataOf = (data: unknown) => {
      const tap = { ...linePostback({ id: "event", data: "" }), postback: { data } };
      return parse(lineDelivery([tap])).map(({ content }) => content);
    };
    expect(dataOf("x".repeat(300))).toEqual([choice("x".repeat(300))]);
    for (const data of ["x".repeat(301), "", null, 7, ["entry/en/join"]]) {
      expect(dataOf(data)).toEqual([]);
    }
  });

  it("takes no token for a dummy that is only like one", () => {
    const answered = (replyToken: string) =>
      parse(lineDelivery([lineText({ id: "event", text: "x", replyToken })])).length === 1;
    expect(answered("0".repeat(32))).toBe(false);
    expect(answered("f".repeat(32))).toBe(false);
    expect(answered("0".repeat(31))).toBe(true);
    expect(answered(`${"0".repeat(31)}f`)).toBe(true);
  });

  it("one event that can't be read takes none of the others with it", () => {
    const good = lineText({ id: "event", text: "halo" });
    const odd = [null, 7, "text", [], {}, { type: "message" }, { ...good, source: null }];
    const oddTexts = [["not a text"], null, 7].map((words) => ({
      ...good,
      message: { type: "text", id: "1", text: words },
    }));
    const body = lineDelivery([...odd, ...oddTexts, { ...good, replyToken: "" }, good] as object[]);
    expect(parse(body).map(({ content }) => content)).toEqual([text("halo")]);
  });
});

describe("the signature", () => {
  const body = lineFixture("text");
  const right = lineSignature(body, "channel-secret");
  const isSigned = (
    bytes: Buffer,
    signature: string | undefined,
    channelSecrets: readonly string[] = ["channel-secret"],
  ) =>
    createLine({ ...settings, channelSecrets }).verify(
      requestOf(bytes, { "x-line-signature": signature }),
      lineSentAtMs,
    );

  it("is over the exact bytes of the body", () => {
    expect(isSigned(body, right)).toBe(true);
    for (const other of [body.subarray(0, -1), Buffer.from(`\uFEFF${body}`), Buffer.alloc(0)]) {
      expect(isSigned(other, right)).toBe(false);
    }
  });

  it("is base64 in its one right form, and nothing around it", () => {
    const hex = Buffer.from(right, "base64").toString("hex");
    const odd = [
      undefined,
      "",
      "=",
      hex,
      right.slice(0, -1),
      `${right}=`,
      ` ${right}`,
      `${right}\n`,
      `${right},${right}`,
      `sha256=${right}`,
      Buffer.from(hex, "hex").toString("base64url"),
      "é".repeat(44),
      "A".repeat(1_000_000),
    ];
    for (const signature of odd) expect(isSigned(body, signature)).toBe(false);
  });

  it("takes no other spelling of the same bytes", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const last = alphabet.indexOf(right.charAt(42));
    const other = `${right.slice(0, 42)}${alphabet[last + 1]}=`;
    expect(Buffer.from(other, "base64")).toEqual(Buffer.from(right, "base64"));
    expect(isSigned(body, other)).toBe(false);
  });

  it("may be of either secret while one replaces the other", () => {
    const both = ["new-secret", "channel-secret"];
    expect(isSigned(body, right, both)).toBe(true);
    expect(isSigned(body, lineSignature(body, "new-secret"), both)).toBe(true);
    expect(isSigned(body, lineSignature(body, "third-secret"), both)).toBe(false);
  });

  it("fails closed without a secret of ours", () => {
    expect(isSigned(body, lineSignature(body, ""), [])).toBe(false);
    expect(isSigned(body, lineSignature(body, ""), [""])).toBe(false);
  });

  it("is looked for in LINE's header only", () => {
    for (const name of ["X-Line-Signature", "line-signature", "x-hub-signature-256"]) {
      expect(channel.verify(requestOf(body, { [name]: right }), lineSentAtMs)).toBe(false);
    }
  });

  it("agrees with LINE's own SDK, on what is right and on what is wrong", () => {
    const agree = (bytes: Buffer, secret: string, signature: string, verdict: boolean) => {
      expect(validateSignature(bytes, secret, signature)).toBe(verdict);
      expect(isSigned(bytes, signature, [secret])).toBe(verdict);
    };
    const bodies = fc.oneof(
      fc.constant(Buffer.alloc(0)),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.json().map((json) => Buffer.from(json)),
      fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    );
    const secrets = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 100 }),
      fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 32, maxLength: 32 }),
    );
    const cases = fc.record({
      bytes: bodies,
      secret: secrets,
      other: secrets,
      bit: fc.nat(8 * 32 - 1),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ bytes, secret, other, bit, at }) => {
        const signature = lineSignature(bytes, secret);
        agree(bytes, secret, signature, true);
        agree(bytes, secret, flip(Buffer.from(signature, "base64"), bit).toString("base64"), false);
        agree(Buffer.concat([bytes, Buffer.from(" ")]), secret, signature, false);
        if (bytes.length > 0) agree(flip(bytes, at % (8 * bytes.length)), secret, signature, false);
        if (!isSameKey(secret, other)) agree(bytes, other, signature, false);
      }),
      { numRuns: 3000 },
    );
    const huge = Buffer.alloc(4_000_000, "é👍");
    agree(huge, "channel-secret", lineSignature(huge, "channel-secret"), true);
    agree(flip(huge, 31_999_999), "channel-secret", lineSignature(huge, "channel-secret"), false);
  });
});

/** A copy with one bit changed. */
function flip(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = bit >> 3;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** HMAC fills short keys up with zeros; lone surrogates all become the same bytes. */
function isSameKey(one: string, other: string): boolean {
  const [a, b] = [one, other].map((key) =>
    Buffer.from(key)
      .toString("hex")
      .replace(/(00)*$/, ""),
  );
  return a === b;
}

describe("a reply", () => {
  const to = firstOf(lineFixture("text"));
  const replyToken = "1000a500000000000000000000000000";
  const bodyOf = (call: Outgoing | undefined): Json => JSON.parse(call?.body ?? "");
  const problemsIn = ({ url, headers, body }: Outgoing) =>
    lineApi.problemsOf({
      method: "POST",
      path: new URL(url).pathname,
      headers,
      body: JSON.parse(body),
    });
  /** The one message of a reply, which is the same in all its calls. */
  const messageOf = (reply: Reply): Json => {
    const calls = channel.reply(to, reply);
    for (const call of calls) {
      expect(problemsIn(call)).toEqual([]);
      expect(bodyOf(call).messages).toEqual(bodyOf(calls[0]).messages);
    }
    const { messages } = bodyOf(calls[0]);
    expect(messages).toHaveLength(1);
    return messages[0];
  };
  const actionsOf = (reply: Reply): Json[] =>
    messageOf(reply).quickReply.items.map(({ action }: Json) => action);
  const options = (count: number): Option[] =>
    optionsFor(
      Array.from({ length: count }, (_, n) => ({
        kind: "entry",
        entry: `entry-${n}`,
        language: "en",
      })),
    );
  const option = (title: string, question?: string): Option => ({
    choice: { kind: "entry", entry: "join", language: "en" },
    key: "1",
    title,
    ...(question === undefined ? {} : { question }),
  });
  const lettersOf = (label: string) => [...new Intl.Segmenter().segment(label)];

  it("goes out by the reply token, and is ready as a push with a retry key", () => {
    const [first, second, ...more] = channel.reply(to, replyOf());
    const messages = [{ type: "text" as const, text: "Text" }];
    expect(more).toEqual([]);
    expect(first?.url).toBe("https://line.example.org/v2/bot/message/reply");
    expect(first?.headers).toEqual({
      authorization: "Bearer access-token",
      "content-type": "application/json",
    });
    expect(bodyOf(first)).toEqual({
      replyToken,
      messages,
    } satisfies messagingApi.ReplyMessageRequest);
    expect(second?.url).toBe("https://line.example.org/v2/bot/message/push");
    expect(second?.headers).toEqual({
      authorization: "Bearer access-token",
      "content-type": "application/json",
      "x-line-retry-key": expect.stringMatching(uuid),
    });
    expect(bodyOf(second)).toEqual({
      to: lineUserId(1),
      messages,
    } satisfies messagingApi.PushMessageRequest);
  });

  it("tries each token with what is free before it tries what counts", () => {
    const rotating = createLine({ ...settings, accessTokens: ["access-token", "new-token"] });
    const calls = rotating.reply(to, replyOf());
    expect(calls.map(({ url, headers }) => [url.split("/").at(-1), headers.authorization])).toEqual(
      [
        ["reply", "Bearer access-token"],
        ["reply", "Bearer new-token"],
        ["push", "Bearer access-token"],
        ["push", "Bearer new-token"],
      ],
    );
    expect(calls.flatMap(problemsIn)).toEqual([]);
  });

  it("is no push where nobody is named to push to", () => {
    const calls = channel.reply(firstOf(lineFixture("user-without-id")), replyOf());
    expect(calls.map(({ url }) => url)).toEqual(["https://line.example.org/v2/bot/message/reply"]);
  });

  it("goes to the API of LINE unless a setting says otherwise", () => {
    const opened = line.open({
      LINE_CHANNEL_SECRET: "channel-secret",
      LINE_CHANNEL_ACCESS_TOKEN: "access-token new-token",
      LINE_API_URL: line.settings.LINE_API_URL.fallback ?? "",
    });
    const calls = "reply" in opened ? opened.reply(to, replyOf()) : [];
    expect(calls).toHaveLength(4);
    for (const { url } of calls)
      expect(url).toMatch(/^https:\/\/api\.line\.me\/v2\/bot\/message\//);
  });

  it("has the same retry key for the same event, and another for any other", () => {
    const keyOf = (id: string, account = lineBot, reply = replyOf()) =>
      channel.reply({ ...to, id, account }, reply)[1]?.headers["x-line-retry-key"];
    expect(keyOf("1")).toMatch(uuid);
    expect(keyOf("1", lineBot, replyOf({ text: "Another" }))).toBe(keyOf("1"));
    const others = Array.from({ length: 1000 }, (_, n) => keyOf(String(n)));
    expect(new Set(others).size).toBe(1000);
    for (const key of others) expect(key).toMatch(uuid);
    expect(keyOf("1", "another-account")).not.toBe(keyOf("1"));
    expect(keyOf("23", "1")).not.toBe(keyOf("3", "12"));
  });

  it("offers its options as quick replies, and lists them for where those aren't shown", () => {
    const { text, quickReply } = messageOf(replyOf({ options: options(2) }));
    expect(text).toBe("Text\n\nMore\n1. Question 1?\n2. Question 2?\n\nReply with a number.");
    const items: messagingApi.QuickReplyItem[] = [1, 2].map((n) => ({
      type: "action",
      action: {
        type: "postback",
        label: `Title ${n}`,
        data: `entry/en/entry-${n - 1}`,
        displayText: `Question ${n}?`,
      } satisfies messagingApi.PostbackAction,
    }));
    expect(quickReply).toEqual({ items });
  });

  it("has no quick replies where there is nothing to choose", () => {
    expect(messageOf(replyOf())).toEqual({ type: "text", text: "Text" });
  });

  it("asks for feedback after all else, and never drops it", () => {
    const rest = (from: number): Option => ({
      choice: { kind: "category", category: "topic", from, language: "en" },
      key: "",
      title: "Next",
    });
    const datasOf = (count: number) =>
      actionsOf(replyOf({ options: options(count), rest, feedback: feedbackOn("join") })).map(
        ({ data }) => data,
      );
    const feedback = ["helpful/en/join/abcdefghij", "unhelpful/en/join/abcdefghij"];
    expect(datasOf(0)).toEqual(feedback);
    expect(datasOf(3)).toEqual([
      "entry/en/entry-0",
      "entry/en/entry-1",
      "entry/en/entry-2",
      ...feedback,
    ]);
    expect(datasOf(11).slice(10)).toEqual(["entry/en/entry-10", ...feedback]);
    for (const count of [12, 13, 40]) {
      expect(datasOf(count).slice(9)).toEqual([
        "entry/en/entry-9",
        "category/en/topic/10",
        ...feedback,
      ]);
    }
  });

  it("has all thirteen quick replies where there is no feedback to ask for", () => {
    expect(actionsOf(replyOf({ options: options(13) }))).toHaveLength(13);
    expect(messageOf(replyOf({ options: options(14) }))).not.toHaveProperty("quickReply");
  });

  it("cuts labels to twenty letters as people see them, never within one", () => {
    const family = "👨‍👩‍👧‍👦";
    const labelOf = (title: string) => actionsOf(replyOf({ options: [option(title)] }))[0].label;
    expect(labelOf("Exactly twenty signs")).toBe("Exactly twenty signs");
    expect(labelOf("Twenty-one characters")).toBe("Twenty-one characte…");
    expect(labelOf(family.repeat(20))).toBe(family.repeat(20));
    expect(labelOf(family.repeat(21))).toBe(`${family.repeat(19)}…`);
    expect(labelOf("é".normalize("NFD").repeat(21))).toBe(`${"é".normalize("NFD").repeat(19)}…`);
    expect(lettersOf(labelOf("สวัสดีครับ ยินดีต้อนรับสู่ห้องสมุด"))).toHaveLength(20);
  });

  it("shows the whole question in the chat, cut to what fits, else the title", () => {
    const shownOf = (each: Option) => actionsOf(replyOf({ options: [each] }))[0].displayText;
    expect(shownOf(option("Joining", "How do I join?"))).toBe("How do I join?");
    expect(shownOf(option("Joining"))).toBe("Joining");
    const shown = shownOf(option("Joining", "👍".repeat(200)));
    expect(shown).toBe(`${"👍".repeat(149)}…`);
    expect(shownOf(option("Joining", "q".repeat(300)))).toBe("q".repeat(300));
  });

  it("keeps its data within 300 characters, whatever the entry is called", () => {
    const choice = { kind: "entry", entry: "x".repeat(400), language: "en" } as const;
    const [action] = actionsOf(replyOf({ options: [{ ...option("Long"), choice }] }));
    expect(action.data.length).toBeLessThanOrEqual(300);
  });

  it("is a text of at most 5000 UTF-16 units, cut before its sources", () => {
    const sources = "Source:\nPeraturan perpustakaan\nhttps://example.org/peraturan";
    const reply = (answer: string) => replyOf({ text: `${answer}\n\n${sources}`, sources });
    const fits = "a".repeat(5000 - sources.length - 2);
    expect(messageOf(reply(fits)).text).toBe(`${fits}\n\n${sources}`);
    for (const answer of [`${fits}a`, "👍".repeat(5000), "word ".repeat(2000).trimEnd()]) {
      const { text } = messageOf(reply(answer));
      expect(text.length).toBeLessThanOrEqual(5000);
      expect(text.length).toBeGreaterThan(4900);
      expect(text).toMatch(
        /…\n\nSource:\nPeraturan perpustakaan\nhttps:\/\/example\.org\/peraturan$/,
      );
      expect(text.isWellFormed()).toBe(true);
    }
  });
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("what the platform's answer means", () => {
  const judged = ({ status, body }: PlatformAnswer) => channel.judge(status, JSON.stringify(body));
  const call = { method: "POST", path: "/v2/bot/message/push", headers: {}, body: {} };

  it("a success is sent", () => {
    expect(judged(lineApi.accept(call))).toEqual({ kind: "sent" });
    expect(channel.judge(200, "{}")).toEqual({ kind: "sent" });
  });

  it("a retry key that was taken before is sent", () => {
    expect(judged(retryKeyAccepted)).toEqual({ kind: "sent" });
  });

  it("a reply token that ran out leaves the push", () => {
    expect(judged(invalidReplyToken)).toEqual({ kind: "lapsed", code: "400" });
    const withDetails = { status: 400, body: { message: "Invalid reply token", details: [] } };
    expect(judged(withDetails)).toEqual({ kind: "lapsed", code: "400" });
    expect(judged({ ...invalidReplyToken, status: 404 })).toMatchObject({ kind: "permanent" });
  });

  it("any other fault of ours is final", () => {
    expect(judged(lineApi.fail(call, "refused"))).toEqual({ kind: "permanent", code: "400" });
    const blocked = { status: 400, body: { message: "Failed to send messages" } };
    expect(judged(blocked)).toEqual({ kind: "permanent", code: "400" });
    for (const status of [302, 404, 410, 413, 415]) {
      const answer = { status, body: { message: "Not found" } };
      expect(judged(answer)).toEqual({ kind: "permanent", code: String(status) });
    }
  });

  it("a token that is refused, or may not do this, is ours to mend", () => {
    expect(judged(lineApi.fail(call, "unauthorised"))).toEqual({
      kind: "unauthorised",
      code: "401",
    });
    const message = "Access to this API is not available for your account";
    expect(judged({ status: 403, body: { message } })).toEqual({
      kind: "unauthorised",
      code: "403",
    });
  });

  it("a limit of a moment passes, that of a month does not", () => {
    expect(judged(lineApi.fail(call, "limited"))).toEqual({ kind: "transient", code: "429" });
    expect(judged(monthlyLimit)).toEqual({ kind: "permanent", code: "429" });
  });

  it("an error of the platform's own passes, whoever words it", () => {
    expect(judged(lineApi.fail(call, "broken"))).toEqual({ kind: "transient", code: "500" });
    const page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    expect(channel.judge(502, page)).toEqual({ kind: "transient", code: "502" });
    expect(channel.judge(503, "")).toEqual({ kind: "transient", code: "503" });
  });

  it("reads nothing else out of it, and never throws", () => {
    const odd = ["", "<html>", "null", "7", "[]", '{"message":null}', '{"message":["Invalid"]}'];
    for (const body of odd) {
      expect(channel.judge(400, body)).toEqual({ kind: "permanent", code: "400" });
      expect(channel.judge(429, body)).toEqual({ kind: "transient", code: "429" });
    }
  });
});

describe("the stand-in for LINE's API", () => {
  const message = {
    type: "text",
    text: "Text",
    quickReply: {
      items: [
        { type: "action", action: { type: "postback", label: "Join", data: "entry/en/join" } },
      ],
    },
  };
  const headers = { authorization: "Bearer access-token", "content-type": "application/json" };
  const retryKey = { "x-line-retry-key": "123e4567-e89b-42d3-a456-426614174000" };
  const reply = {
    method: "POST",
    path: "/v2/bot/message/reply",
    headers,
    body: { replyToken: "1000a500000000000000000000000000", messages: [message] },
  };
  const push = {
    ...reply,
    path: "/v2/bot/message/push",
    headers: { ...headers, ...retryKey },
    body: { to: lineUserId(1), messages: [message] },
  };
  const withMessages = (messages: readonly object[]) => ({
    ...reply,
    body: { ...reply.body, messages },
  });
  const withAction = (more: object) => {
    const [item] = message.quickReply.items;
    const items = [{ type: "action", action: { ...item?.action, ...more } }];
    return withMessages([{ ...message, quickReply: { items } }]);
  };
  const withItems = (count: number) => {
    const items = Array.from({ length: count }, () => message.quickReply.items[0]);
    return withMessages([{ ...message, quickReply: { items } }]);
  };

  it("takes what LINE takes, to the last letter", () => {
    const right = [
      reply,
      push,
      withMessages(Array(5).fill(message)),
      withMessages([{ type: "text", text: "👍".repeat(2500) }]),
      withItems(13),
      withAction({
        label: "👨‍👩‍👧‍👦".repeat(20),
        data: "x".repeat(300),
        displayText: "y".repeat(300),
      }),
    ];
    for (const each of right) expect(lineApi.problemsOf(each)).toEqual([]);
  });

  it.each(
    Object.entries({
      method: { ...reply, method: "GET" },
      path: { ...reply, path: "/v2/bot/message/broadcast" },
      type: { ...reply, headers: { ...headers, "content-type": "text/plain" } },
      authorization: { ...reply, headers: { ...headers, authorization: "Bearer other" } },
      token: { ...reply, body: { ...reply.body, replyToken: "0".repeat(32) } },
      "a retry key where none is taken": { ...reply, headers: { ...headers, ...retryKey } },
      "retry key": { ...push, headers },
      to: { ...push, body: { ...push.body, to: "Contoh" } },
      "body.to": { ...reply, body: { ...reply.body, to: lineUserId(1) } },
      "number of messages": withMessages(Array(6).fill(message)),
      "message.type": withMessages([{ ...message, type: "textV3" }]),
      "message.text": withMessages([{ type: "text", text: "👍".repeat(2501) }]),
      "message.markup": withMessages([{ ...message, markup: true }]),
      "number of items": withItems(14),
      "letters of action.label": withAction({ label: "x".repeat(21) }),
      "action.label": withAction({ label: "" }),
      "action.data": withAction({ data: "x".repeat(301) }),
      "action.displayText": withAction({ displayText: "x".repeat(301) }),
      "action.url": withAction({ url: "https://example.org" }),
    }),
  )("refuses what LINE refuses: %s", (problem, call) => {
    expect(lineApi.problemsOf(call)).toEqual([problem]);
  });
});
