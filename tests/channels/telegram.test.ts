import type { ApiMethods, Update } from "@grammyjs/types";
import { describe, expect, it } from "vitest";
import type { Delivery, Outgoing } from "../../functions/webhook/channels/channel.ts";
import {
  createTelegram,
  type TelegramSettings,
  telegram as telegramAdapter,
  telegramUpdates,
} from "../../functions/webhook/channels/telegram.ts";
import { type Choice, maxPayloadBytes } from "../../functions/webhook/choice.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import { telegramApi } from "../fakes/telegram.ts";
import {
  telegramFixture,
  telegramFixtures,
  telegramPhoto,
  telegramTap,
  telegramText,
} from "../fixtures/telegram.ts";
import { fixturesSentAtMs } from "../fixtures/whatsapp.ts";
import { feedbackOn, optionsFor, replyOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const settings: TelegramSettings = {
  secretTokens: ["secret-token"],
  botTokens: ["123456:test-token"],
  apiUrl: "https://telegram.example.org",
};
const telegram = createTelegram(settings);
const rotating = createTelegram({
  ...settings,
  botTokens: ["123456:test-token", "123456:new-token"],
});
const parse = (body: Buffer | string) => messagesOf(telegram.parse(requestOf(body)));
const parseUpdate = (update: Update) => parse(JSON.stringify(update));
const messageIn = (body: Buffer | Update) => {
  const [message] = "update_id" in body ? parseUpdate(body) : parse(body);
  if (!message) throw new Error("There is no message in it");
  return message;
};

type Methods = ApiMethods<never>;
type Method = "sendMessage" | "answerCallbackQuery" | "editMessageReplyMarkup";
type Body<Name extends Method> = Parameters<Methods[Name]>[0];

/** The method and the body of a call that keeps Telegram's rules. */
function readCall<Name extends Method>(call: Outgoing | undefined, name: Name): Body<Name> {
  if (!call) throw new Error("There is no call");
  const { pathname, search } = new URL(call.url);
  const body = JSON.parse(call.body);
  const sent = { method: "POST", path: pathname + search, headers: call.headers, body };
  expect(telegramApi.problemsOf(sent)).toEqual([]);
  expect(pathname.split("/").at(-1)).toBe(name);
  return body;
}

describe("what an update asks for", () => {
  const text = (text: string) => ({ kind: "text", text });
  const choice = (payload: string) => ({ kind: "choice", payload });
  const nontext = { kind: "nontext" };
  const welcome = { kind: "welcome" };
  const expected: Record<string, readonly object[]> = {
    text: [text("gimana caranya jadi anggota?")],
    "text-with-entities": [text("is https://contoh.example the *library*? 👍 @contoh_satu")],
    "reply-to-older": [text("apakah bayar?")],
    "forwarded-text": [text("jam buka perpustakaan")],
    "big-user-id": [text("halo")],
    "update-id-zero": [text("halo")],
    start: [welcome],
    "start-payload": [welcome],
    tap: [choice("entry/id/fine")],
    "tap-feedback": [choice("helpful/id/join/abcdefghij")],
    "tap-without-message": [],
    "tap-on-inaccessible": [],
    "tap-in-group": [],
    "tap-on-game": [],
    // A caption is not taken for a question: what is asked may be about the picture.
    photo: [nontext],
    "album-first": [nontext],
    "album-second": [nontext],
    video: [nontext],
    animation: [nontext],
    audio: [nontext],
    voice: [nontext],
    "video-note": [nontext],
    sticker: [nontext],
    location: [nontext],
    venue: [nontext],
    contact: [nontext],
    document: [nontext],
    dice: [nontext],
    story: [nontext],
    "poll-message": [nontext],
    checklist: [nontext],
    "rich-message": [nontext],
    game: [nontext],
    "edited-message": [],
    "channel-post": [],
    "edited-channel-post": [],
    "business-message": [],
    "guest-message": [],
    "inline-query": [],
    "chosen-inline-result": [],
    "message-reaction": [],
    poll: [],
    "poll-answer": [],
    "my-chat-member": [],
    "chat-member": [],
    "chat-join-request": [],
    "pre-checkout-query": [],
    "chat-boost": [],
    "group-text": [],
    "group-start": [],
    "from-bot": [],
    "new-chat-members": [],
    "pinned-message": [],
    "successful-payment": [],
    "auto-delete-timer": [],
    "unknown-kind": [],
  };

  it.each(telegramFixtures)("%s", (name) => {
    expect(parse(telegramFixture(name)).map(({ content }) => content)).toEqual(expected[name]);
  });

  it.each(["animation", "live_photo", "paid_media"])(
    "%s can't be read, also without the older member that comes with it",
    (member) => {
      const update = telegramText({});
      const { text: _, ...message } = update.message ?? {};
      const body = { ...update, message: { ...message, [member]: {} } };
      expect(parse(JSON.stringify(body))).toMatchObject([{ content: nontext }]);
    },
  );

  it("only of the two kinds that are asked for at Telegram; every other that it has is silent", () => {
    const others: Record<
      Exclude<keyof Update, "update_id" | "message" | "callback_query">,
      true
    > = {
      edited_message: true,
      channel_post: true,
      edited_channel_post: true,
      business_connection: true,
      business_message: true,
      edited_business_message: true,
      deleted_business_messages: true,
      guest_message: true,
      stopped_message_generation: true,
      message_reaction: true,
      message_reaction_count: true,
      inline_query: true,
      chosen_inline_result: true,
      shipping_query: true,
      pre_checkout_query: true,
      purchased_paid_media: true,
      poll: true,
      poll_answer: true,
      my_chat_member: true,
      chat_member: true,
      chat_join_request: true,
      chat_boost: true,
      removed_chat_boost: true,
      managed_bot: true,
      subscription: true,
    };
    const { message } = telegramText({ text: "halo" });
    for (const kind of Object.keys(others)) {
      expect(parse(JSON.stringify({ update_id: 1, [kind]: message }))).toEqual([]);
    }
    expect(telegramUpdates).toEqual(["message", "callback_query"]);
    expect(parse(JSON.stringify({ update_id: 1, message }))).toHaveLength(1);
  });

  it("reads who sent what to which bot, when, and in which language their app speaks", () => {
    expect(parse(telegramFixture("text"))).toEqual([
      {
        id: expect.stringMatching(/^88\d{7}$/),
        account: "123456",
        chatId: 700000001,
        sentAtMs: fixturesSentAtMs,
        locale: "id",
        content: text("gimana caranya jadi anggota?"),
      },
    ]);
    expect(messageIn(telegramFixture("text-with-entities")).locale).toBe("en");
    expect(messageIn(telegramFixture("tap")).locale).toBe("id");
  });

  it("has an id for every update, 0 among them, and a chat for every person", () => {
    expect(messageIn(telegramFixture("update-id-zero")).id).toBe("0");
    const big = 2 ** 52 - 1;
    expect(messageIn(telegramFixture("big-user-id")).chatId).toBe(big);
    expect(messageIn(telegramText({ id: big })).id).toBe(String(big));
  });

  it("none where the update has no id, or one that a number can't hold", () => {
    const { message } = telegramText({ text: "halo" });
    for (const update_id of [undefined, null, -1, 1.5, "", "x", true, [1], 2 ** 53]) {
      expect(parse(JSON.stringify({ update_id, message }))).toEqual([]);
    }
  });

  it("is about the same bot while one token replaces the other", () => {
    const [message] = messagesOf(rotating.parse(requestOf(telegramFixture("text"))));
    expect(message?.account).toBe("123456");
    const moved = createTelegram({ ...settings, botTokens: ["123456:new-token"] });
    const [again] = messagesOf(moved.parse(requestOf(telegramFixture("text"))));
    expect(again).toEqual(message);
  });

  it("leaves out a time that is none, and still answers", () => {
    for (const date of [0, -5, 1.5, 1e12, 2 ** 53, "soon", null]) {
      const update = telegramText({ text: "x" });
      const body = JSON.stringify({ ...update, message: { ...update.message, date } });
      expect(parse(body)).toMatchObject([{ content: text("x") }]);
      expect(parse(body)[0]).not.toHaveProperty("sentAtMs");
    }
  });

  it("a tap has no time: the button's message is older than the tap", () => {
    expect(messageIn(telegramFixture("tap"))).not.toHaveProperty("sentAtMs");
  });

  it("leaves out a language that is none", () => {
    for (const language_code of [undefined, "", 7, null, "x".repeat(257)]) {
      const { message, ...update } = telegramText({ text: "x" });
      const from = { ...message?.from, language_code };
      const [read] = parse(JSON.stringify({ ...update, message: { ...message, from } }));
      expect(read?.content).toEqual(text("x"));
      expect(read).not.toHaveProperty("locale");
    }
  });

  it.each(["/start", "/START", "/start@jelas_contoh_bot", "/start x y", "/start\n"])(
    "%j opens the conversation",
    (words) => {
      expect(messageIn(telegramText({ text: words })).content).toEqual(welcome);
    },
  );

  it.each(["/started", "start", "/starting now", "a /start", "/start-x"])(
    "%j does not",
    (words) => {
      expect(messageIn(telegramText({ text: words })).content).toEqual(text(words));
    },
  );

  it("the pictures of an album are one message, those of two albums or chats are not", () => {
    const idOf = (id: number, album?: string) =>
      messageIn(telegramPhoto({ id, ...(album ? { album } : {}) })).id;
    expect(idOf(1, "13900000000000001")).toBe(idOf(2, "13900000000000001"));
    expect(idOf(1, "13900000000000001")).not.toBe(idOf(1, "13900000000000002"));
    expect(idOf(1)).not.toBe(idOf(2));
    // An id of an album is no id of an update, though both are digits.
    expect(idOf(1, "2")).not.toBe(idOf(2));
    const ids = ["album-first", "album-second"].map((name) => messageIn(telegramFixture(name)).id);
    expect(new Set(ids).size).toBe(1);
  });
});

describe("a tap whose chat can't be written to", () => {
  it.each([
    ["tap-without-message", "3006477100000000003"],
    ["tap-on-inaccessible", "3006477100000000004"],
    ["tap-in-group", "3006477100000000005"],
    ["tap-on-game", "3006477100000000006"],
  ])("%s: the response ends the button's wait", (name, callbackId) => {
    const parsed = telegram.parse(requestOf(telegramFixture(name)));
    if (!("status" in parsed)) throw new Error("It should be a response");
    expect(parsed.status).toBe(200);
    expect(parsed.headers).toEqual({ "content-type": "application/json" });
    const { method, ...body } = JSON.parse(String(parsed.body));
    expect(method).toBe("answerCallbackQuery");
    const answer: Body<"answerCallbackQuery"> = { callback_query_id: callbackId };
    expect(body).toEqual(answer);
  });

  it("asks for nothing at all where it has no id", () => {
    for (const id of [undefined, "", 7, null]) {
      const { callback_query } = telegramTap({ payload: "entry/en/join" });
      const body = JSON.stringify({ update_id: 1, callback_query: { ...callback_query, id } });
      expect(telegram.parse(requestOf(body))).toEqual([]);
    }
  });
});

describe("the secret token", () => {
  const isVerified = (value: string | undefined, channel = telegram) =>
    channel.verify(requestOf("{}", { "x-telegram-bot-api-secret-token": value }), 0);

  it("lets in what carries it", () => {
    expect(isVerified("secret-token")).toBe(true);
  });

  it("is false for any other value, and never throws", () => {
    const wrong = [
      undefined,
      "",
      "secret-toke",
      "secret-tokeN",
      " secret-token",
      "secret-token ",
      "secret-token,secret-token",
      "secret-tokensecret-token",
      "sécret-token",
      "secret-token\u0000",
      "\ud800",
      "x".repeat(1_000_000),
    ];
    for (const value of wrong) expect(isVerified(value)).toBe(false);
    expect(telegram.verify(requestOf("{}", { authorization: "secret-token" }), 0)).toBe(false);
  });

  it("may be either of two while one replaces the other", () => {
    const both = createTelegram({ ...settings, secretTokens: ["secret-token", "next-token"] });
    expect(isVerified("secret-token", both)).toBe(true);
    expect(isVerified("next-token", both)).toBe(true);
    expect(isVerified("secret-token next-token", both)).toBe(false);
  });

  it("lets nothing in where none is set", () => {
    for (const secretTokens of [[], [""]]) {
      const open = createTelegram({ ...settings, secretTokens });
      for (const value of [undefined, "", "secret-token"])
        expect(isVerified(value, open)).toBe(false);
    }
  });
});

describe("the settings", () => {
  const { form } = telegramAdapter.settings.TELEGRAM_BOT_TOKEN;

  it("take one bot token or two, and nothing that would change an address", () => {
    const token = `123456:${"Ab_-9".repeat(7)}`;
    expect(form.test(token)).toBe(true);
    expect(form.test(`${token} 123456:other`)).toBe(true);
    for (const wrong of [`${token}/x`, `${token}?x`, `${token}#`, `../${token}`, `${token} `, ""]) {
      expect(form.test(wrong)).toBe(false);
    }
  });
});

describe("a reply", () => {
  const to = messageIn(telegramFixture("text"));
  const sentBy = (reply: Reply, message = to) =>
    readCall(telegram.reply(message, reply)[0], "sendMessage");
  const keyboardOf = (reply: Reply): { text: string; callback_data: string }[][] => {
    const markup = sentBy(reply).reply_markup;
    if (!markup) return [];
    if (!("inline_keyboard" in markup)) throw new Error("It should be an inline keyboard");
    return markup.inline_keyboard as { text: string; callback_data: string }[][];
  };
  const entries = (count: number): Option[] =>
    optionsFor(
      Array.from({ length: count }, (_, n) => ({
        kind: "entry",
        entry: `entry-${n}`,
        language: "en",
      })),
    );

  it("goes to the chat that it was sent from, with the token in the address alone", () => {
    const [call, ...more] = telegram.reply(to, replyOf());
    expect(more).toEqual([]);
    expect(call?.url).toBe("https://telegram.example.org/bot123456:test-token/sendMessage");
    expect(call?.headers).toEqual({ "content-type": "application/json" });
    expect(call?.body).not.toContain("test-token");
  });

  it("has a second call ready for the token that replaces the first", () => {
    const calls = rotating.reply(to, replyOf());
    expect(calls.map(({ url }) => new URL(url).pathname)).toEqual([
      "/bot123456:test-token/sendMessage",
      "/bot123456:new-token/sendMessage",
    ]);
    for (const call of calls) readCall(call, "sendMessage");
  });

  it("is plain text without markup or previews, and no keyboard where nothing is to choose", () => {
    const words = "*Not* <b>markup</b> [at](https://contoh.example) `all` _here_ & there";
    expect(sentBy(replyOf({ text: words }))).toEqual({
      chat_id: 700000001,
      text: words,
      link_preview_options: { is_disabled: true },
    } satisfies Body<"sendMessage">);
  });

  it("goes to any chat id there is, as a number", () => {
    for (const chatId of [1, -1009000000001, 2 ** 52 - 1, 1 - 2 ** 52]) {
      expect(sentBy(replyOf(), { ...to, chatId }).chat_id).toBe(chatId);
    }
    expect(sentBy(replyOf(), messageIn(telegramFixture("big-user-id"))).chat_id).toBe(2 ** 52 - 1);
  });

  it("has an option a row, and the feedback in one row beneath", () => {
    const reply = replyOf({ options: entries(2), feedback: feedbackOn("join") });
    expect(sentBy(reply).reply_markup).toEqual({
      inline_keyboard: [
        [{ text: "Title 1", callback_data: "entry/en/entry-0" }],
        [{ text: "Title 2", callback_data: "entry/en/entry-1" }],
        [
          { text: "👍 Helpful", callback_data: "helpful/en/join/abcdefghij" },
          { text: "👎 Not helpful", callback_data: "unhelpful/en/join/abcdefghij" },
        ],
      ],
    } satisfies Body<"sendMessage">["reply_markup"]);
  });

  it("also asks for feedback where there is nothing else to choose", () => {
    expect(keyboardOf(replyOf({ feedback: feedbackOn("join") }))).toHaveLength(1);
  });

  it("spells the questions out above the buttons, whose titles are short", () => {
    expect(sentBy(replyOf({ options: entries(2) })).text).toBe(
      "Text\n\nMore\n1. Question 1?\n2. Question 2?\n\nReply with a number.",
    );
  });

  it("keeps a payload to what a button takes, whatever the entry's name", () => {
    const long = `an-entry${"-with-a-long-name".repeat(10)}`;
    const choices: Choice[] = [
      { kind: "entry", entry: long, language: "zh-Hant-TW-x" },
      { kind: "category", category: long, from: 9999, language: "zh-Hant-TW-x" },
    ];
    const reply = replyOf({ options: optionsFor(choices), feedback: feedbackOn(long) });
    const payloads = keyboardOf(reply).flatMap((row) => row.map((button) => button.callback_data));
    expect(payloads).toHaveLength(4);
    expect(new Set(payloads).size).toBe(4);
    for (const payload of payloads)
      expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(maxPayloadBytes);
  });

  it("leads to the rest where there are more options than a keyboard carries", () => {
    const rest = (from: number): Option => ({
      choice: { kind: "category", category: "topic", from, language: "en" },
      key: "",
      title: "Next",
    });
    const options = entries(120).map((option) => ({ ...option, title: "あ".repeat(24) }));
    const rows = keyboardOf(replyOf({ options, rest, feedback: feedbackOn("join") }));
    expect(rows).toHaveLength(49);
    expect(rows.at(-2)).toEqual([{ text: "Next", callback_data: "category/en/topic/47" }]);
    expect(rows.flat()).toHaveLength(50);
    expect(keyboardOf(replyOf({ options: entries(50), rest }))).toHaveLength(50);
    expect(keyboardOf(replyOf({ options: entries(51) }))).toEqual([]);
  });

  it("is cut to what one message takes, its sources kept", () => {
    const sources = "Source:\nThe rules\nhttps://contoh.example/rules";
    const text = `${"👍 kata ".repeat(1000).trim()}\n\n${sources}`;
    const sent = sentBy(replyOf({ text, sources, options: entries(3) }));
    expect(sent.text.length).toBeLessThanOrEqual(4096);
    expect(sent.text.length).toBeGreaterThan(4000);
    expect(sent.text.endsWith(`…\n\n${sources}`)).toBe(true);
    expect(sent.reply_markup).toBeDefined();
    const fits = "a".repeat(4096);
    expect(sentBy(replyOf({ text: fits })).text).toBe(fits);
    expect(sentBy(replyOf({ text: `${fits}a` })).text).toHaveLength(4096);
  });
});

describe("beside the reply", () => {
  const noticesFor = (body: Buffer | Update, channel = telegram) =>
    (channel.notices?.(messageIn(body)) ?? []).flat();

  it("a text has nothing", () => {
    expect(noticesFor(telegramFixture("text"))).toEqual([]);
    expect(noticesFor(telegramFixture("start"))).toEqual([]);
  });

  it("the wait of a tapped button is ended, whatever it carried", () => {
    for (const payload of ["entry/en/join", "category/en/topic/0", "not-of-ours"]) {
      const [answer, ...more] = noticesFor(telegramTap({ id: 1, payload }));
      expect(readCall(answer, "answerCallbackQuery")).toEqual({ callback_query_id: "300647711" });
      expect(more).toEqual([]);
    }
  });

  it("feedback that was given is not asked for again; the options stay as they were", () => {
    const [answer, edit, ...more] = noticesFor(telegramFixture("tap-feedback"));
    expect(readCall(answer, "answerCallbackQuery")).toEqual({
      callback_query_id: "3006477100000000002",
    } satisfies Body<"answerCallbackQuery">);
    expect(readCall(edit, "editMessageReplyMarkup")).toEqual({
      chat_id: 700000001,
      message_id: 77,
      reply_markup: {
        inline_keyboard: [
          [{ text: "Berapa dendanya", callback_data: "entry/id/fine" }],
          [{ text: "Jam buka", callback_data: "entry/id/opening-hours" }],
        ],
      },
    } satisfies Body<"editMessageReplyMarkup">);
    expect(more).toEqual([]);
  });

  it("a keyboard of nothing but feedback is taken away", () => {
    const payload = "unhelpful/en/join/abcdefghij";
    const [, edit] = noticesFor(telegramTap({ payload }));
    const { reply_markup } = readCall(edit, "editMessageReplyMarkup");
    expect(reply_markup).toEqual({
      inline_keyboard: [],
    } satisfies Body<"editMessageReplyMarkup">["reply_markup"]);
  });

  it("takes what we send for a keyboard, once it has come back", () => {
    const reply = replyOf({
      options: optionsFor([{ kind: "entry", entry: "fee", language: "en" }]),
      feedback: feedbackOn("join"),
    });
    const [sent] = telegram.reply(messageIn(telegramFixture("text")), reply);
    const { inline_keyboard: keyboard } = JSON.parse(sent?.body ?? "").reply_markup;
    const [, edit] = noticesFor(telegramTap({ payload: "helpful/en/join/abcdefghij", keyboard }));
    const { reply_markup } = readCall(edit, "editMessageReplyMarkup");
    expect(reply_markup?.inline_keyboard).toEqual(keyboard.slice(0, -1));
  });

  it("edits nothing where the message has no id", () => {
    const update = JSON.parse(telegramFixture("tap-feedback").toString());
    delete update.callback_query.message.message_id;
    expect(noticesFor(update)).toHaveLength(1);
  });

  it("calls with both tokens while one replaces the other, as one of them is refused", () => {
    const urls = noticesFor(telegramFixture("tap-feedback"), rotating).map(({ url }) => url);
    const at = "https://telegram.example.org/bot123456";
    expect(urls).toEqual([
      `${at}:test-token/answerCallbackQuery`,
      `${at}:new-token/answerCallbackQuery`,
      `${at}:test-token/editMessageReplyMarkup`,
      `${at}:new-token/editMessageReplyMarkup`,
    ]);
  });
});

describe("what the platform's answer means", () => {
  const judged = (error_code: number, more: object = {}): Delivery =>
    telegram.judge(
      error_code,
      JSON.stringify({ ok: false, error_code, description: "Words", ...more }),
    );
  const html = "<html>\r\n<head><title>Gateway</title></head></html>";

  it("a success is sent, also where its answer was cut short", () => {
    expect(telegram.judge(200, '{"ok":true,"result":{"message_id":900}}')).toEqual({
      kind: "sent",
    });
    expect(telegram.judge(200, '{"ok":true,"result":{"mess')).toEqual({ kind: "sent" });
  });

  it("a success that says it is none is none", () => {
    expect(telegram.judge(200, '{"ok":false,"error_code":403}')).toEqual({
      kind: "permanent",
      code: "403",
    });
  });

  it.each([400, 403, 409, 413])("%i stays", (code) => {
    expect(judged(code)).toEqual({ kind: "permanent", code: String(code) });
  });

  it.each([401, 404])("%i refuses our token", (code) => {
    expect(judged(code)).toEqual({ kind: "unauthorised", code: String(code) });
  });

  it("429 passes, after the seconds that it names", () => {
    expect(judged(429, { parameters: { retry_after: 7 } })).toEqual({
      kind: "transient",
      code: "429",
      retryAfterS: 7,
    });
    for (const parameters of [undefined, null, {}, { retry_after: 0 }, { retry_after: "soon" }]) {
      expect(judged(429, { parameters })).toEqual({ kind: "transient", code: "429" });
    }
  });

  it.each([500, 502, 503, 504])("%i passes, from Telegram or from a proxy", (status) => {
    const passing = { kind: "transient", code: String(status) };
    expect(judged(status)).toEqual(passing);
    expect(telegram.judge(status, html)).toEqual(passing);
  });

  it("without words of Telegram's, the status decides", () => {
    expect(telegram.judge(429, html)).toEqual({ kind: "transient", code: "429" });
    expect(telegram.judge(403, html)).toEqual({ kind: "permanent", code: "403" });
    expect(telegram.judge(401, "")).toEqual({ kind: "unauthorised", code: "401" });
    for (const body of ["", "null", "[]", '{"error_code":null}', '{"error_code":"x"}']) {
      expect(telegram.judge(400, body)).toEqual({ kind: "permanent", code: "400" });
    }
  });
});

describe("the stand-in for Telegram", () => {
  const call = {
    method: "POST",
    path: "/bot123456:test-token/sendMessage",
    headers: { "content-type": "application/json" },
    body: { chat_id: 700000001, text: "Text" } satisfies Body<"sendMessage">,
  };
  const keyboard = (...buttons: object[]) => ({ inline_keyboard: [buttons] });
  const button = { text: "Title", callback_data: "entry/en/join" };
  const problemsWith = (body: object) =>
    telegramApi.problemsOf({ ...call, body: { ...call.body, ...body } });

  it("has no objection to a call as it should be", () => {
    expect(telegramApi.problemsOf(call)).toEqual([]);
    expect(problemsWith({ reply_markup: keyboard(button) })).toEqual([]);
  });

  it("has its own answer to each method, and to each failure one that the channel understands", () => {
    expect(telegramApi.accept(call).body).toMatchObject({ ok: true, result: { text: "Text" } });
    const kinds = (["limited", "broken", "refused", "unauthorised"] as const).map((kind) => {
      const { status, body } = telegramApi.fail(call, kind);
      return telegram.judge(status, JSON.stringify(body)).kind;
    });
    expect(kinds).toEqual(["transient", "transient", "permanent", "unauthorised"]);
  });

  it.each([
    ["body.text", { text: "" }],
    ["body.text", { text: " \n" }],
    ["body.text", { text: "a".repeat(4097) }],
    ["body.text", { text: "\ud83d" }],
    ["body.parse_mode", { parse_mode: "HTML" }],
    ["body.chat_id", { chat_id: "700000001" }],
    ["body.chat_id", { chat_id: 0.5 }],
    ["button.callback_data", { reply_markup: keyboard({ ...button, callback_data: "" }) }],
    [
      "button.callback_data",
      { reply_markup: keyboard({ ...button, callback_data: "é".repeat(33) }) },
    ],
    ["button.text", { reply_markup: keyboard({ ...button, text: " " }) }],
    ["button.url", { reply_markup: keyboard({ ...button, url: "https://contoh.example" }) }],
    ["row", { reply_markup: keyboard(...Array(9).fill(button)) }],
    [
      "number of buttons",
      { reply_markup: { inline_keyboard: Array(101).fill([{ text: "a", callback_data: "b" }]) } },
    ],
    [
      "size of the keyboard",
      {
        reply_markup: {
          inline_keyboard: Array(60).fill([{ ...button, text: "あ".repeat(60) }]),
        },
      },
    ],
  ])("objects to %s", (problem, body) => {
    expect(problemsWith(body)).toEqual([problem]);
  });

  it("knows its own paths and tokens", () => {
    const problemsAt = (path: string) => telegramApi.problemsOf({ ...call, path });
    expect(problemsAt("/bot123456:other/sendMessage")).toEqual(["token"]);
    expect(problemsAt("/bot123456:new-token/sendMessage")).toEqual([]);
    expect(problemsAt("/bot123456:test-token/sendPhoto")).toEqual(["method of the API"]);
    expect(problemsAt("/sendMessage")).toEqual(["path", "method of the API"]);
  });
});
