import { describe, expect, it } from "vitest";
import {
  createWhatsApp,
  type WhatsAppSettings,
} from "../../functions/webhook/channels/whatsapp.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import { problemsOfCall } from "../fakes/problems.ts";
import { whatsappApi } from "../fakes/whatsapp.ts";
import {
  fixturesSentAtMs,
  whatsappDelivery,
  whatsappFixture,
  whatsappFixtures,
} from "../fixtures/whatsapp.ts";
import { feedbackOn, replyOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const settings: WhatsAppSettings = {
  appSecrets: ["app-secret"],
  verifyTokens: ["verify-token"],
  accessTokens: ["access-token"],
  phoneNumberId: "100000000000001",
  apiUrl: "https://graph.example.org/v26.0",
};
const whatsapp = createWhatsApp(settings);
const parse = (body: Buffer | string) => messagesOf(whatsapp.parse(requestOf(body)));

describe("what a delivery asks for", () => {
  const text = (text: string) => ({ kind: "text", text });
  const choice = (payload: string, title: string) => ({ kind: "choice", payload, title });
  const nontext = { kind: "nontext" };
  const expected: Record<string, readonly object[]> = {
    text: [text("gimana caranya jadi anggota?")],
    "three-texts": [
      text("gimana caranya jadi anggota?"),
      text("is there a fine for late books"),
      text("halo"),
    ],
    "button-reply": [choice("entry/en/join", "Becoming a member")],
    "list-reply": [choice("category/id/visiting/0", "Berkunjung")],
    "template-button": [choice("entry/id/opening-hours", "Jam buka")],
    "user-id-only": [text("apakah jadi anggota bayar")],
    "user-id-in-from": [text("apakah jadi anggota bayar")],
    "user-id-in-contacts": [text("apakah jadi anggota bayar")],
    "phone-and-user-id": [text("apakah jadi anggota bayar")],
    // A caption is not taken for a question: what is asked may be about the picture.
    image: [nontext],
    video: [nontext],
    audio: [nontext],
    document: [nontext],
    sticker: [nontext],
    location: [nontext],
    contacts: [nontext],
    order: [nontext],
    unsupported: [nontext],
    "unsupported-pin": [],
    unknown: [nontext],
    "flow-reply": [nontext],
    "interactive-with-errors": [nontext],
    "interactive-with-errors-beside": [nontext],
    reaction: [],
    "reaction-removed": [],
    edit: [],
    revoke: [],
    system: [],
    group: [],
    standby: [],
    echo: [],
    "other-number": [],
    "template-status": [],
    "value-errors": [],
    "status-sent": [],
    "status-delivered": [],
    "status-read": [],
    "status-failed": [],
  };

  it.each(whatsappFixtures)("%s", (name) => {
    expect(parse(whatsappFixture(name)).map(({ content }) => content)).toEqual(expected[name]);
  });

  it("reads who sent what to which account, and when", () => {
    const [message] = parse(whatsappFixture("text"));
    expect(message).toEqual({
      id: "wamid.HBgNNjI4MDAwMDAwMDAwMRUCABIYFDNBMDAwMDAwMDAwMDAwMDAwMDAx",
      account: "100000000000001",
      sender: "6280000000001",
      sentAtMs: fixturesSentAtMs,
      content: text("gimana caranya jadi anggota?"),
    });
  });

  it("reads every entry and change of a delivery", () => {
    const two = [whatsappFixture("text"), whatsappFixture("button-reply")].map((body) =>
      JSON.parse(body.toString()),
    );
    const [first, second] = two;
    const inTwoEntries = { ...first, entry: [...first.entry, ...second.entry] };
    expect(parse(JSON.stringify(inTwoEntries))).toHaveLength(2);
    first.entry[0].changes.push({ field: "account_update", value: {} }, ...second.entry[0].changes);
    expect(parse(JSON.stringify(first))).toHaveLength(2);
  });

  it("one message that can't be read takes none of the others with it", () => {
    const body = JSON.parse(whatsappFixture("three-texts").toString());
    const { messages } = body.entry[0].changes[0].value;
    messages[0] = null;
    messages[1].text = { body: ["not a text"] };
    messages.push("text", 7, { type: "text" }, { ...messages[2], id: 7 });
    expect(parse(JSON.stringify(body)).map(({ content }) => content)).toEqual([text("halo")]);
  });

  it("leaves out a time that is none, and still answers", () => {
    for (const timestamp of ["", "soon", "1e9", "-5", "1795434900.5", "9".repeat(20)]) {
      const [message] = parse(
        whatsappDelivery([{ id: "wamid.1", timestamp, text: { body: "x" } }]),
      );
      expect(message?.sentAtMs).toBeUndefined();
      expect(message?.content).toEqual(text("x"));
    }
  });

  it("tells a group from a person by the group's id, not by a member that is null", () => {
    const message = { id: "wamid.1", text: { body: "x" } };
    expect(parse(whatsappDelivery([{ ...message, group_id: "Y2FwaV9ncm91cA" }]))).toEqual([]);
    expect(parse(whatsappDelivery([{ ...message, group_id: null }]))).toHaveLength(1);
  });

  it("does not guess who wrote where a delivery names several people", () => {
    const body = JSON.parse(whatsappFixture("three-texts").toString());
    delete body.entry[0].changes[0].value.messages[1].from;
    expect(parse(JSON.stringify(body)).map(({ sender }) => sender)).toEqual([
      "6280000000001",
      "6280000000003",
    ]);
  });
});

describe("a reply", () => {
  const to = {
    id: "wamid.1",
    account: settings.phoneNumberId,
    sender: "6280000000001",
    content: { kind: "nontext" } as const,
  };
  const option = (n: number, title = `Title ${n}`): Option => ({
    choice: { kind: "entry", entry: `entry-${n}`, language: "en" },
    key: String(n),
    title,
    question: `Question ${n}?`,
  });
  const reply = (text: string, options: readonly Option[] = []): Reply =>
    replyOf({ text, options, optionsTitle: "Related questions" });
  const bodyOf = (message: Reply, sender = to.sender) => {
    const calls = whatsapp.reply({ ...to, sender }, message);
    expect(calls).toHaveLength(1);
    for (const call of calls) expect(problemsOfCall(call, whatsappApi)).toEqual([]);
    return JSON.parse(calls[0]?.body ?? "");
  };
  const options = (count: number) => Array.from({ length: count }, (_, n) => option(n));

  it("goes to the number that it was sent to, with the token", () => {
    const [call] = whatsapp.reply(to, reply("Text"));
    expect(call?.url).toBe("https://graph.example.org/v26.0/100000000000001/messages");
    expect(call?.headers.authorization).toBe("Bearer access-token");
  });

  it("has a second call ready for the token that replaces the first", () => {
    const { reply: replyTo } = createWhatsApp({ ...settings, accessTokens: ["old", "new"] });
    const tokens = replyTo(to, reply("Text")).map(({ headers }) => headers.authorization);
    expect(tokens).toEqual(["Bearer old", "Bearer new"]);
  });

  it("is a plain text without previews where there is nothing to choose", () => {
    expect(bodyOf(reply("Text"))).toEqual({
      messaging_product: "whatsapp",
      to: "6280000000001",
      type: "text",
      text: { body: "Text", preview_url: false },
    });
  });

  it("goes to a phone number if there is one, else to the user id", () => {
    const addressOf = (fixture: string) => {
      const [message] = parse(whatsappFixture(fixture));
      const { to, recipient } = bodyOf(reply("Text"), message?.sender);
      return { to, recipient };
    };
    expect(addressOf("text")).toEqual({ to: "6280000000001" });
    expect(addressOf("phone-and-user-id")).toEqual({ to: "6280000000001" });
    expect(addressOf("user-id-only")).toEqual({ recipient: "ID.80000000000000000001" });
    expect(addressOf("user-id-in-contacts")).toEqual({ recipient: "ID.80000000000000000001" });
    expect(addressOf("user-id-in-from")).toEqual({ recipient: "ID.ENT.80000000000000000001" });
  });

  it("has buttons for up to three options with short titles", () => {
    expect(bodyOf(reply("Text", options(3))).interactive).toEqual({
      type: "button",
      body: { text: "Text" },
      action: {
        buttons: [0, 1, 2].map((n) => ({
          type: "reply",
          reply: { id: `entry/en/entry-${n}`, title: `Title ${n}` },
        })),
      },
    });
  });

  it("has a list for more, for longer titles, and for titles that are alike", () => {
    const asList = [
      options(4),
      options(10),
      [option(1, "Twenty-one characters")],
      [option(1, "Alike"), option(2, "Alike")],
    ];
    for (const each of asList) {
      const { interactive } = bodyOf(reply("Text", each));
      expect(interactive.type).toBe("list");
      expect(interactive.action.sections[0].rows).toHaveLength(each.length);
    }
  });

  it("cuts what stands on a list to what fits there", () => {
    const long = { ...option(1, "t".repeat(40)), question: "q ".repeat(60) };
    const { action } = bodyOf({
      ...reply("Text", [long]),
      optionsTitle: "A title that is too long for a section",
      optionsButton: "A text that is too long",
    }).interactive;
    expect(action.button).toBe("A text that is too…");
    expect(action.sections[0].rows[0].title).toBe(`${"t".repeat(23)}…`);
    expect(action.sections[0].rows[0].description.length).toBeLessThanOrEqual(72);
  });

  it("leads to the rest where there are more than ten", () => {
    const rest = (from: number): Option => ({
      choice: { kind: "category", category: "topic", from, language: "en" },
      key: "",
      title: "Next",
    });
    const { rows } = bodyOf({ ...reply("Text", options(15)), rest }).interactive.action.sections[0];
    expect(rows).toHaveLength(10);
    expect(rows[9]).toEqual({ id: "category/en/topic/9", title: "Next" });
  });

  it("stays one message: a text too long for buttons numbers its options", () => {
    const { type, text } = bodyOf(reply("a".repeat(1025), options(2)));
    expect(type).toBe("text");
    expect(text.body).toMatch(
      /^a{1025}\n\nRelated questions\n0\. Question 0\?\n1\. Question 1\?\n\nReply with a number\.$/,
    );
    expect(bodyOf(reply("a".repeat(1024), options(2))).type).toBe("interactive");
  });

  it("asks for feedback in a section of its own", () => {
    const answer = { ...reply("Text", options(3)), feedback: feedbackOn("join") };
    const { sections } = bodyOf(answer).interactive.action;
    expect(sections.map(({ title }: { title: string }) => title)).toEqual([
      "Related questions",
      "Did this help?",
    ]);
    expect(sections[1].rows.map(({ id }: { id: string }) => id)).toEqual([
      "helpful/en/join/abcdefghij",
      "unhelpful/en/join/abcdefghij",
    ]);
  });

  it("asks for feedback with buttons where there is nothing else to choose", () => {
    const answer = { ...reply("Text"), feedback: feedbackOn("join") };
    expect(bodyOf(answer).interactive.type).toBe("button");
  });

  it("comes with a read mark and, unless a button was tapped, with a sign of writing", () => {
    const noticesFor = (fixture: string) => {
      const [message] = parse(whatsappFixture(fixture));
      const calls = message ? (whatsapp.notices?.(message) ?? []).flat() : [];
      return calls.map(({ body }) => JSON.parse(body));
    };
    const read = { messaging_product: "whatsapp", status: "read" };
    expect(noticesFor("text")).toEqual([
      {
        ...read,
        message_id: "wamid.HBgNNjI4MDAwMDAwMDAwMRUCABIYFDNBMDAwMDAwMDAwMDAwMDAwMDAx",
        typing_indicator: { type: "text" },
      },
    ]);
    expect(noticesFor("button-reply")).toEqual([{ ...read, message_id: expect.any(String) }]);
  });

  it("also numbers options that no list could show", () => {
    const { type, text } = bodyOf(reply("Text", options(11)));
    expect(type).toBe("text");
    expect(text.body).toContain("10. Question 10?");
  });
});

describe("what the platform's answer means", () => {
  const judged = (status: number, code?: unknown) =>
    whatsapp.judge(status, code === undefined ? "" : JSON.stringify({ error: { code } }));

  it("a success is sent", () => {
    expect(whatsapp.judge(200, '{"messages":[{"id":"wamid.2"}]}')).toEqual({ kind: "sent" });
  });

  it.each([4, 80007, 130429, 131056, 131000, 131016, 131057])(
    "code %i passes, whatever the status",
    (code) => {
      expect(judged(400, code)).toEqual({ kind: "transient", code: String(code) });
    },
  );

  it.each([
    100, 368, 131008, 131009, 131026, 131030, 131031, 131047, 131048, 131049, 131062, 130497,
  ])("code %i stays, whatever the status", (code) => {
    expect(judged(500, code)).toEqual({ kind: "permanent", code: String(code) });
  });

  it.each([0, 3, 10, 190, 200, 299])("code %i refuses our token", (code) => {
    expect(judged(403, code)).toEqual({ kind: "unauthorised", code: String(code) });
  });

  it("without a code that we know, the status decides", () => {
    expect(judged(429)).toMatchObject({ kind: "transient", code: "429" });
    expect(judged(503)).toMatchObject({ kind: "transient", code: "503" });
    expect(judged(500, 999)).toMatchObject({ kind: "transient", code: "999" });
    expect(judged(401)).toMatchObject({ kind: "unauthorised", code: "401" });
    expect(judged(400, 999)).toMatchObject({ kind: "permanent", code: "999" });
    expect(judged(404)).toMatchObject({ kind: "permanent", code: "404" });
  });

  it("reads nothing else out of it, and never throws", () => {
    for (const body of ["", "<html>", "null", '{"error":null}', '{"error":{"code":"190"}}']) {
      expect(whatsapp.judge(400, body)).toEqual({ kind: "permanent", code: "400" });
    }
  });
});
