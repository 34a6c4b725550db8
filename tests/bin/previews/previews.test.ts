import { describe, expect, it } from "vitest";
import type { Preview } from "../../../bin/previews/preview.ts";
import { createSayings } from "../../../bin/previews/said.ts";
import { makeDelivery } from "../../../bin/trial/deliveries.ts";
import { trialValues } from "../../../bin/trial/values.ts";
import { adapters } from "../../../functions/webhook/channels/index.ts";
import {
  type ChannelName,
  channelNames,
  type WebhookName,
} from "../../../functions/webhook/channels/names.ts";
import { previewsWith, publishedWith } from "./small.ts";

const faq = publishedWith();
const previews = previewsWith();
const { entries } = faq;
const sayings = createSayings(faq);

function previewOn(channel: ChannelName, all: readonly Preview[]) {
  const preview = all.find((preview) => preview.channel === channel);
  const [message, ...others] = preview?.messages ?? [];
  if (!preview || !message || others.length > 0) throw new Error("Not one message");
  return { ...preview, message };
}

/** What the adapter sends for the answer to the first entry. */
function sentBy(name: WebhookName): string {
  const { settings, open } = adapters[name];
  const given = trialValues({});
  const values = Object.fromEntries(
    Object.entries(settings).map(([key, { fallback }]) => [key, given[key] ?? fallback ?? ""]),
  );
  const channel = open(values);
  const delivery = makeDelivery(name, { kind: "text", text: "hello" }, values);
  const parsed = channel.parse({
    method: "POST",
    query: new URLSearchParams(),
    rawQuery: "",
    headers: delivery?.headers ?? {},
    body: Buffer.from(delivery?.body ?? ""),
  });
  if ("status" in parsed || !parsed[0] || !entries[0]) throw new Error("Nothing to answer");
  const { response } = sayings.answer(entries[0], "en");
  if ("respond" in channel) return String(channel.respond(parsed[0], response).body);
  return channel.reply(parsed[0], response.reply)[0]?.body ?? "";
}

const titles = ["Opening hours", "👍 It helped", "👎 Not really"];

describe("an answer", () => {
  const all = previews.answer("how-many-books", "en");

  it("is shown as every channel there is would show it", () => {
    expect(all.map(({ channel }) => channel)).toEqual([...channelNames]);
    for (const { messages } of all) expect(messages[0]?.text).toMatch(/^Five books\./);
  });

  it("is none where there is no such entry", () => {
    expect(previews.answer("no-such-entry", "en")).toEqual([]);
  });

  it("has the three buttons that WhatsApp is sent", () => {
    const { message } = previewOn("whatsapp", all);
    const { interactive } = JSON.parse(sentBy("whatsapp"));
    expect(message.text).toBe(interactive.body.text);
    expect(message.buttons.map(({ kind }) => kind)).toEqual(["button", "button", "button"]);
    expect(message.buttons.map(({ payload, title }) => ({ id: payload, title }))).toEqual(
      interactive.action.buttons.map(({ reply }: { reply: object }) => reply),
    );
    expect(message.buttons.map(({ title }) => title)).toEqual(titles);
  });

  it("has the keyboard that Telegram is sent, the feedback in one line", () => {
    const { message } = previewOn("telegram", all);
    const sent = JSON.parse(sentBy("telegram"));
    expect(message.text).toBe(sent.text);
    expect(message.buttons.map(({ payload, title }) => [title, payload])).toEqual(
      sent.reply_markup.inline_keyboard
        .flat()
        .map((button: { text: string; callback_data: string }) => [
          button.text,
          button.callback_data,
        ]),
    );
    expect(message.buttons.map(({ line }) => line)).toEqual([0, 1, 1]);
  });

  it("has the quick replies that LINE is sent", () => {
    const { message } = previewOn("line", all);
    const [sent] = JSON.parse(sentBy("line")).messages;
    expect(message.text).toBe(sent.text);
    expect(message.buttons.map(({ payload, title }) => [title, payload])).toEqual(
      sent.quickReply.items.map(({ action }: { action: { label: string; data: string } }) => [
        action.label,
        action.data,
      ]),
    );
    expect(message.buttons.map(({ title }) => title)).toEqual(titles);
  });

  it("has the quick replies that Messenger is sent", () => {
    const { message } = previewOn("messenger", all);
    const sent = JSON.parse(sentBy("messenger")).message;
    expect(message.text).toBe(sent.text);
    expect(
      message.buttons.map(({ payload, title }) => ({ content_type: "text", title, payload })),
    ).toEqual(sent.quick_replies);
    expect(message.buttons.map(({ title }) => title)).toEqual(titles);
  });

  it("is one text as SMS, with its size", () => {
    const { message, title } = previewOn("twilio", all);
    expect(sentBy("twilio")).toContain(`<Message>${message.text}</Message>`);
    expect(message.text).toContain("12. When do you open?");
    expect(message.buttons).toEqual([]);
    expect(message.sms).toMatchObject({ encoding: "GSM-7", segments: 1 });
    expect(title).toBe("SMS (Twilio)");
  });

  it("has the options that a program is sent", () => {
    const { message } = previewOn("generic", all);
    const { data } = JSON.parse(sentBy("generic"));
    expect(message.text).toBe(data.text);
    expect(message.buttons.map(({ payload, title }) => [title, payload])).toEqual(
      [...data.options, ...data.feedback].map(({ title, choice }) => [title, choice]),
    );
  });

  it("is given back as it was written where Twilio needs it escaped", () => {
    const changed = previewsWith({
      "bot.yaml":
        'languages: [id, en]\nmessages: {nontext: {id: "a < b & c &amp; d", en: "1 > 0"}}\n',
    });
    const { message } = previewOn(
      "twilio",
      changed.of(({ nontext }) => nontext(undefined)),
    );
    expect(message.text).toBe("a < b & c &amp; d\n\n1 > 0");
  });

  it("loses nothing on any channel", () => {
    expect(all.flatMap(({ losses }) => losses)).toEqual([]);
  });
});

describe("a list of WhatsApp's", () => {
  const { message } = previewOn(
    "whatsapp",
    previewsWith({
      "bot.yaml":
        "languages: [id, en]\ncategories: {borrowing: {id: Pinjam, en: A title of 21 letters}, visiting: {id: Datang, en: Visiting}}\n",
    }).of(({ fallback }) => fallback("en")),
  );

  it("opens with a button, and has a row for each topic", () => {
    expect(message.buttons.map(({ kind, title }) => [kind, title])).toEqual([
      ["opener", "See options"],
      ["row", "A title of 21 letters"],
      ["row", "Visiting"],
    ]);
  });

  it("has rows with sections and questions where there are questions", () => {
    const { message } = previewOn(
      "whatsapp",
      previewsWith({
        "bot.yaml":
          "languages: [id, en]\nlabels: {helpful: {id: Ya, en: Yes that was very helpful}}\n",
      }).answer("how-many-books", "en"),
    );
    expect(message.buttons[1]).toMatchObject({
      kind: "row",
      title: "Opening hours",
      description: "When do you open?",
      section: "Related questions",
      payload: "entry/en/opening-hours",
    });
  });
});

it("a suggestion shows its entries as options", () => {
  const { message } = previewOn(
    "line",
    previews.suggestion(["opening-hours", "how-many-books"], "id"),
  );
  expect(message.buttons.map(({ title }) => title)).toEqual(["Jam buka", "Banyak buku"]);
});
