import { describe, expect, it } from "vitest";
import {
  createMessenger,
  type MessengerSettings,
} from "../../functions/webhook/channels/messenger.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import { messengerApi } from "../fakes/messenger.ts";
import {
  messengerDelivery,
  messengerFixture,
  messengerFixtures,
  messengerPageId,
  messengerPerson,
  messengerTap,
  messengerText,
} from "../fixtures/messenger.ts";
import { fixturesSentAtMs, metaSignature } from "../fixtures/whatsapp.ts";
import { feedbackOn, optionsFor, replyOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const settings: MessengerSettings = {
  appSecrets: ["app-secret"],
  verifyTokens: ["verify-token"],
  pageTokens: ["page-token"],
  pageId: messengerPageId,
  apiUrl: "https://graph.example.org/v26.0",
};
const messenger = createMessenger(settings);
const parse = (body: Buffer | string) => messagesOf(messenger.parse(requestOf(body)));
/** The messages of a fixture, its only event changed. */
const parseChanged = (name: string, change: (event: Record<string, unknown>) => void) => {
  const body = JSON.parse(messengerFixture(name).toString());
  change(body.entry[0].messaging[0]);
  return parse(JSON.stringify(body));
};

describe("what a delivery asks for", () => {
  const text = (text: string) => ({ kind: "text", text });
  const choice = (payload: string, title?: string) => ({
    kind: "choice",
    payload,
    ...(title ? { title } : {}),
  });
  const nontext = { kind: "nontext" };
  const expected: Record<string, readonly object[]> = {
    text: [text("gimana caranya jadi anggota?")],
    "text-reply": [text("kalau yang ini?")],
    "text-nlp": [text("halo")],
    "text-link": [text("apa ini resmi? https://perpustakaan.example.org/anggota")],
    "quick-reply": [choice("entry/en/join", "Becoming a member")],
    "feedback-quick-reply": [choice("helpful/en/join/abcdefghij", "👍 Helpful")],
    postback: [choice("category/id/visiting/0", "Berkunjung")],
    "postback-without-mid": [choice("category/id/visiting/0", "Berkunjung")],
    "postback-without-title": [choice("entry/id/opening-hours")],
    // The words on a button are a question if its payload is nobody's that we know.
    "postback-other-button": [choice("DEVELOPER_DEFINED", "Biaya anggota?")],
    "get-started": [{ kind: "welcome" }],
    "several-people": [
      text("gimana caranya jadi anggota?"),
      text("is there a fine for late books"),
      choice("entry/id/opening-hours", "Jam buka"),
      text("halo"),
    ],
    image: [nontext],
    audio: [nontext],
    video: [nontext],
    file: [nontext],
    location: [nontext],
    template: [nontext],
    reel: [nontext],
    sticker: [nontext],
    "sticker-as-image": [nontext],
    like: [nontext],
    unsupported: [nontext],
    echo: [],
    deleted: [],
    delivery: [],
    read: [],
    reaction: [],
    "reaction-removed": [],
    "message-edit": [],
    optin: [],
    referral: [],
    "account-linking": [],
    "pass-thread-control": [],
    "take-thread-control": [],
    "request-thread-control": [],
    "policy-enforcement": [],
    standby: [],
    "standby-postback": [],
    feed: [],
    "other-page": [],
    "other-recipient": [],
    "user-ref": [],
    instagram: [],
    "unknown-event": [],
    "messaging-null": [],
    "messaging-missing": [],
  };

  it("is told of every fixture, and of no other", () => {
    expect(Object.keys(expected).sort()).toEqual([...messengerFixtures].sort());
  });

  it.each(messengerFixtures)("%s", (name) => {
    expect(parse(messengerFixture(name)).map(({ content }) => content)).toEqual(expected[name]);
  });

  it("reads who sent what to which page, and when", () => {
    expect(parse(messengerFixture("text"))).toEqual([
      {
        id: "m_aW52ZW50ZWQtbWVzc2FnZS0wMDAxLW9mLW5vYm9keS1hdC1hbGwtZm9yLXRoZS10ZXN0cy1vZi1hLWJvdA",
        account: messengerPageId,
        senderId: messengerPerson(1),
        sentAtMs: fixturesSentAtMs,
        content: text("gimana caranya jadi anggota?"),
      },
    ]);
  });

  it("tells apart the people and times of one delivery", () => {
    const messages = parse(messengerFixture("several-people"));
    expect(messages.map(({ senderId }) => senderId)).toEqual([1, 2, 3, 1].map(messengerPerson));
    expect(messages.map(({ sentAtMs }) => (sentAtMs ?? 0) - fixturesSentAtMs)).toEqual([
      0, 100, 200, 300,
    ]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(4);
  });

  it("an echo stays one whatever else it carries", () => {
    for (const sender of [{ id: messengerPageId }, { id: messengerPerson(1) }]) {
      const found = parseChanged("quick-reply", (event) => {
        event.sender = sender;
        Object.assign(event.message as object, { is_echo: true });
      });
      expect(found).toEqual([]);
    }
  });

  it("a deleted message asks for nothing, even where its words are still there", () => {
    const found = parseChanged("text", (event) => {
      Object.assign(event.message as object, { is_deleted: true });
    });
    expect(found).toEqual([]);
  });

  it("the page never asks itself, even where an echo isn't marked", () => {
    const found = parseChanged("text", (event) => {
      event.sender = { id: messengerPageId };
    });
    expect(found).toEqual([]);
  });

  it("a link is read as a question only if words come with it", () => {
    const [link] = parseChanged("text-link", (event) => {
      delete (event.message as Record<string, unknown>).text;
    });
    expect(link?.content).toEqual(nontext);
    const [picture] = parseChanged("image", (event) => {
      Object.assign(event.message as object, { text: "what is this?" });
    });
    expect(picture?.content).toEqual(nontext);
  });

  it("a quick reply without a payload is the text on it", () => {
    const [message] = parse(messengerDelivery([messengerTap({ payload: "", text: "Next" })]));
    expect(message?.content).toEqual(text("Next"));
  });

  it("knows a get-started button by the payloads in use", () => {
    for (const payload of [
      "GET_STARTED",
      "get_started",
      "Get Started",
      "GET_STARTED_PAYLOAD",
      "FACEBOOK_WELCOME",
      "BOOTBOT_GET_STARTED",
    ]) {
      const [message] = parseChanged("get-started", (event) => {
        event.postback = { title: "Get Started", payload };
      });
      expect(message?.content).toEqual({ kind: "welcome" });
    }
  });

  it("takes a time in seconds for one, and ids that are numbers for ids", () => {
    const event = {
      sender: { id: 5000000000000001 },
      recipient: { id: 100000000000002 },
      timestamp: fixturesSentAtMs / 1000,
      message: { mid: "m_1", text: "halo" },
    };
    expect(parse(messengerDelivery([event]))).toEqual([
      {
        id: "m_1",
        account: "100000000000002",
        senderId: "5000000000000001",
        sentAtMs: fixturesSentAtMs,
        content: text("halo"),
      },
    ]);
  });

  it("one event that can't be read takes none of the others with it", () => {
    const events = [
      null,
      "text",
      7,
      [],
      {},
      { message: null },
      { ...messengerText({}), message: null },
      { ...messengerText({}), message: { text: "no id" } },
      { ...messengerText({}), message: { mid: 7, text: "no id" } },
      { ...messengerText({}), message: { mid: "m_2", text: ["not a text"] } },
      { ...messengerText({}), sender: { id: "" } },
      { ...messengerText({}), recipient: null },
      { ...messengerText({}), message: undefined, postback: null },
      { ...messengerText({}), message: undefined, postback: { title: "", payload: 7 } },
      messengerText({ id: "m_3", text: "halo" }),
    ];
    const found = parse(messengerDelivery(events as object[]));
    expect(found.map(({ content }) => content)).toEqual([text("halo")]);
  });

  it("leaves out a time that is none, and still answers", () => {
    for (const timestamp of [null, "", "soon", 0, 1795434900.5, "9".repeat(20), {}]) {
      const [message] = parseChanged("text", (event) => {
        event.timestamp = timestamp;
      });
      expect(message?.content).toEqual(text("gimana caranya jadi anggota?"));
      expect(message && "sentAtMs" in message).toBe(false);
    }
  });
});

describe("the id of a tap", () => {
  const idOf = (change: (event: Record<string, unknown>) => void = () => {}) =>
    parseChanged("postback-without-mid", change)[0]?.id;

  it("is the platform's, where there is one", () => {
    const [message] = parseChanged("postback", (event) => {
      Object.assign(event.postback as object, { mid: "m_of-the-tap" });
    });
    expect(message?.id).toBe("m_of-the-tap");
  });

  it("without the platform's is the same when the tap comes again", () => {
    expect(idOf()).toBeTruthy();
    expect(idOf()).toBe(idOf());
    const later = JSON.parse(messengerFixture("postback-without-mid").toString());
    later.entry[0].time += 60_000;
    expect(parse(JSON.stringify(later))[0]?.id).toBe(idOf());
  });

  it("without the platform's tells person, time and button apart, and names nobody", () => {
    const ids = [
      idOf(),
      idOf((event) => {
        event.sender = { id: messengerPerson(2) };
      }),
      idOf((event) => {
        event.timestamp = fixturesSentAtMs + 1;
      }),
      idOf((event) => {
        event.postback = { title: "Berkunjung", payload: "category/id/visiting/9" };
      }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join()).not.toContain(messengerPerson(1));
  });

  it("is found for a payload of any type", () => {
    const nested = "[".repeat(20_000) + "]".repeat(20_000);
    for (const payload of ["null", "7", '{"toString":1}', '["a"]', nested]) {
      const tap = { ...messengerText({}), message: undefined, postback: "the postback" };
      const postback = `{"title":"Biaya anggota?","payload":${payload}}`;
      const body = messengerDelivery([tap]).toString().replace('"the postback"', postback);
      const [message] = parse(body);
      expect(message?.id).toBeTruthy();
      expect(message?.content).toEqual({ kind: "choice", payload: "", title: "Biaya anggota?" });
    }
  });
});

describe("the door", () => {
  it("opens to Meta's signature under either secret", () => {
    const { verify } = createMessenger({ ...settings, appSecrets: ["new-secret", "app-secret"] });
    const body = messengerFixture("text");
    const isVerified = (secret: string) =>
      verify(requestOf(body, { "x-hub-signature-256": metaSignature(body, secret) }), 0);
    expect([isVerified("app-secret"), isVerified("new-secret")]).toEqual([true, true]);
    expect(isVerified("verify-token")).toBe(false);
  });

  it("gives the challenge back to whoever knows the verify token", () => {
    const ask = (token: string) => {
      const query = `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`;
      return messenger.handshake?.({ ...requestOf("", {}, query), method: "GET" });
    };
    expect(ask("verify-token")).toMatchObject({ status: 200, body: "1158201444" });
    expect(ask("app-secret")).toEqual({ status: 403 });
  });
});

describe("a reply", () => {
  const to = {
    id: "m_1",
    account: messengerPageId,
    senderId: messengerPerson(1),
    content: { kind: "nontext" } as const,
  };
  const options = (count: number) =>
    optionsFor(
      Array.from({ length: count }, (_, n) => ({
        kind: "entry",
        entry: `entry-${n}`,
        language: "en",
      })),
    );
  const messageOf = (reply: Reply) => {
    const calls = messenger.reply(to, reply);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    if (!call) throw new Error("No call");
    const { pathname, search } = new URL(call.url);
    const body = JSON.parse(call.body);
    const sent = { method: "POST", path: pathname + search, headers: call.headers, body };
    expect(messengerApi.problemsOf(sent)).toEqual([]);
    return body.message;
  };
  const titlesOf = (reply: Reply): string[] =>
    messageOf(reply).quick_replies.map(({ title }: { title: string }) => title);

  it("is a response to the person, with no quick replies where there is nothing to choose", () => {
    const [call] = messenger.reply(to, replyOf());
    expect(JSON.parse(call?.body ?? "")).toEqual({
      recipient: { id: messengerPerson(1) },
      messaging_type: "RESPONSE",
      message: { text: "Text" },
    });
  });

  it("is one call for each token, which is in the header and not in the address", () => {
    const { reply } = createMessenger({ ...settings, pageTokens: ["old-token", "new-token"] });
    const calls = reply(to, replyOf());
    expect(calls.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer old-token",
      "Bearer new-token",
    ]);
    expect(calls[0]?.body).toBe(calls[1]?.body);
    for (const { url, body } of calls) {
      expect(url).toBe("https://graph.example.org/v26.0/me/messages");
      expect(body).not.toContain("token");
    }
  });

  it("offers options as quick replies, feedback last", () => {
    const { quick_replies } = messageOf(
      replyOf({ options: options(2), feedback: feedbackOn("join") }),
    );
    expect(quick_replies).toEqual([
      { content_type: "text", title: "Title 1", payload: "entry/en/entry-0" },
      { content_type: "text", title: "Title 2", payload: "entry/en/entry-1" },
      { content_type: "text", title: "👍 Helpful", payload: "helpful/en/join/abcdefghij" },
      { content_type: "text", title: "👎 Not helpful", payload: "unhelpful/en/join/abcdefghij" },
    ]);
  });

  it("lists the options in its text too, for those who see no quick replies", () => {
    expect(messageOf(replyOf({ options: options(2) })).text).toBe(
      "Text\n\nMore\n1. Question 1?\n2. Question 2?\n\nReply with a number.",
    );
  });

  it("has at most 13 quick replies, of which one leads to the rest", () => {
    const rest = (from: number): Option => ({
      choice: { kind: "category", category: "topic", from, language: "en" },
      key: "",
      title: "Next",
    });
    expect(titlesOf(replyOf({ options: options(13), rest }))).toHaveLength(13);
    const { quick_replies } = messageOf(replyOf({ options: options(14), rest }));
    expect(quick_replies).toHaveLength(13);
    expect(quick_replies[12]).toEqual({
      content_type: "text",
      title: "Next",
      payload: "category/en/topic/12",
    });
    const feedback = feedbackOn("join");
    const titles = titlesOf(replyOf({ options: options(12), rest, feedback }));
    expect(titles).toHaveLength(13);
    expect(titles.slice(-3)).toEqual(["Next", "👍 Helpful", "👎 Not helpful"]);
  });

  it("keeps the feedback where more options than fit lead nowhere", () => {
    const reply = replyOf({ options: options(14), feedback: feedbackOn("join") });
    expect(titlesOf(reply)).toEqual(["👍 Helpful", "👎 Not helpful"]);
    expect(messageOf(reply).text).toContain("14. Question 14?");
  });

  it("cuts titles to 20, never within a letter", () => {
    const titled = (title: string) =>
      titlesOf(replyOf({ options: options(1).map((option) => ({ ...option, title })) }))[0];
    expect(titled("Twenty characters ok")).toBe("Twenty characters ok");
    expect(titled("Twenty-one characters")).toBe("Twenty-one characte…");
    const family = "👨‍👩‍👧‍👦";
    expect(titled(`${family} ${family}`)).toBe(`${family}…`);
    expect(titled("é".normalize("NFD").repeat(15))).toBe(`${"é".normalize("NFD").repeat(9)}…`);
  });

  it("cuts its text to 2000, its sources kept", () => {
    expect(messageOf(replyOf({ text: "a".repeat(2000) })).text).toBe("a".repeat(2000));
    expect(messageOf(replyOf({ text: "a".repeat(2001) })).text).toBe(`${"a".repeat(1999)}…`);
    const sources = "Source:\nRules of the library\nhttps://perpustakaan.example.org/rules";
    const { text } = messageOf(
      replyOf({
        text: `${"word ".repeat(500).trim()}\n\n${sources}`,
        sources,
        options: options(3),
      }),
    );
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text.length).toBeGreaterThan(1900);
    expect(text.endsWith(`…\n\n${sources}`)).toBe(true);
  });

  it("drops options from its text before it cuts the answer, and keeps their quick replies", () => {
    const reply = replyOf({ text: "a".repeat(1950), options: options(3) });
    const { text, quick_replies } = messageOf(reply);
    expect(text).toMatch(/^a{1950}\n\nMore\n1\. Question 1\?\n\nReply with a number\.$/);
    expect(quick_replies).toHaveLength(3);
  });
});

describe("what the platform's answer means", () => {
  const judged = (status: number, code?: unknown) =>
    messenger.judge(
      status,
      code === undefined ? "" : JSON.stringify({ error: { message: "(#1) Words", code } }),
    );

  it("a success is sent", () => {
    const body = JSON.stringify({ recipient_id: messengerPerson(1), message_id: "m_2" });
    expect(messenger.judge(200, body)).toEqual({ kind: "sent" });
  });

  it.each([1, 2, 4, 17, 32, 613, 1200, 80001, 80006])("code %i passes", (code) => {
    expect(judged(400, code)).toEqual({ kind: "transient", code: String(code) });
  });

  it.each([10, 100, 551])("code %i stays, whatever the status", (code) => {
    expect(judged(500, code)).toEqual({ kind: "permanent", code: String(code) });
  });

  it.each([190, 200, 230, 299])("code %i refuses our token, whatever the status", (code) => {
    expect(judged(400, code)).toEqual({ kind: "unauthorised", code: String(code) });
  });

  it("without a code that we know, the status decides", () => {
    expect(judged(429)).toEqual({ kind: "transient", code: "429" });
    expect(judged(500)).toEqual({ kind: "transient", code: "500" });
    expect(judged(503, 999)).toEqual({ kind: "transient", code: "999" });
    expect(judged(401)).toEqual({ kind: "unauthorised", code: "401" });
    expect(judged(404)).toEqual({ kind: "permanent", code: "404" });
    expect(judged(400, 300)).toEqual({ kind: "permanent", code: "300" });
  });

  it("a proxy's page is judged by its status", () => {
    const page = "<html><head><title>502 Bad Gateway</title></head></html>";
    expect(messenger.judge(502, page)).toEqual({ kind: "transient", code: "502" });
    expect(messenger.judge(403, page)).toEqual({ kind: "permanent", code: "403" });
  });

  it("the platform's own errors are told apart", () => {
    const call = { method: "POST", path: "", headers: {}, body: {} };
    const kindOf = (failure: Parameters<typeof messengerApi.fail>[1]) => {
      const { status, body } = messengerApi.fail(call, failure);
      return messenger.judge(status, JSON.stringify(body)).kind;
    };
    expect(kindOf("limited")).toBe("transient");
    expect(kindOf("broken")).toBe("transient");
    expect(kindOf("refused")).toBe("permanent");
    expect(kindOf("unauthorised")).toBe("unauthorised");
  });
});
