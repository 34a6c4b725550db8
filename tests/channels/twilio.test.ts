import fc from "fast-check";
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { describe, expect, it } from "vitest";
import { createTwilio, twilio as twilioAdapter } from "../../functions/webhook/channels/twilio.ts";
import type { Option, Reply } from "../../functions/webhook/reply.ts";
import {
  type TwilioParameters,
  twilioFixture,
  twilioFixtures,
  twilioForm,
  twilioId,
  twilioText,
  twilioToken,
  twilioUrl,
} from "../fixtures/twilio.ts";
import { feedbackOn, optionsFor, replyOf, responseOf } from "./reply.ts";
import { messagesOf, requestOf } from "./request.ts";

const twilio = createTwilio({ authTokens: [twilioToken], webhookUrl: twilioUrl });
const formType = "application/x-www-form-urlencoded; charset=UTF-8";
const parse = (body: Buffer, type = formType) =>
  messagesOf(twilio.parse(requestOf(body, { "content-type": type })));
const contentsOf = (body: Buffer) => parse(body).map(({ content }) => content);

const text = (text: string) => ({ kind: "text", text });
const choice = (payload: string, title: string) => ({ kind: "choice", payload, title });
const nontext = { kind: "nontext" };

describe("what a delivery asks for", () => {
  const question = text("gimana caranya jadi anggota?");
  const expected: Record<string, readonly object[]> = {
    "sms-text": [text("is there a fine for late books")],
    "whatsapp-text": [question],
    unicode: [
      text("Bukunya telat 3 hari 😅 — kena denda “berapa”?\nTerima kasih & salam + 100% é"),
    ],
    "user-id-only": [text("apakah jadi anggota bayar")],
    "template-button": [choice("entry/id/opening-hours", "Jam buka")],
    "button-reply": [choice("entry/en/join", "Becoming a member")],
    "list-reply": [choice("category/id/visiting/0", "Berkunjung")],
    // A caption is not taken for a question: what is asked may be about the picture.
    "image-with-caption": [nontext],
    image: [nontext],
    video: [nontext],
    voice: [nontext],
    sticker: [nontext],
    document: [nontext],
    location: [nontext],
    contacts: [nontext],
    "mms-images": [nontext],
    "reply-to-ours": [text("dan kalau telat?")],
    forwarded: [question],
    "from-an-advertisement": [question],
    "unknown-parameters": [question],
    "empty-parameters": [question],
    "repeated-parameter": [question],
    "typed-number": [text("14")],
    "whatsapp-stop": [text("stop")],
    "sms-stop": [],
    "opt-out-type": [],
    "help-type": [],
    "status-delivered": [],
    "status-sent-old-form": [],
    "status-failed": [],
    "conversation-message": [],
    "voice-call": [],
    reaction: [],
    "call-permission": [],
    "flow-reply": [nontext],
    "unknown-type": [],
  };

  it.each(twilioFixtures)("%s", (name) => {
    expect(contentsOf(twilioFixture(name))).toEqual(expected[name]);
  });

  it("reads which message came to which account, and nothing of who sent it", () => {
    expect(parse(twilioText({ id: twilioId(7), text: "halo" }))).toEqual([
      { id: twilioId(7), account: "AC00000000000000000000000000000001", content: text("halo") },
    ]);
  });

  const message: TwilioParameters = [
    ["MessageSid", twilioId(1)],
    ["From", "+15005550001"],
    ["Body", "halo"],
  ];
  const without = (name: string, ...more: TwilioParameters) =>
    twilioForm([...message.filter(([other]) => other !== name), ...more]);
  const withMore = (...more: TwilioParameters) => twilioForm([...message, ...more]);

  it("takes the id from any of the names that Twilio has given it", () => {
    for (const name of ["SmsMessageSid", "SmsSid"]) {
      expect(parse(without("MessageSid", [name, twilioId(2)]))[0]?.id).toBe(twilioId(2));
    }
    const three = without("", ["SmsSid", twilioId(3)], ["SmsMessageSid", twilioId(2)]);
    expect(parse(three)[0]?.id).toBe(twilioId(1));
  });

  it("has nothing to answer without an id, a sender or a text", () => {
    for (const name of ["MessageSid", "From", "Body"]) {
      expect(parse(without(name))).toEqual([]);
      expect(parse(without(name, [name, ""]))).toEqual([]);
    }
    expect(parse(without("MessageSid", ["MessageSid", "S".repeat(256)]))).toHaveLength(1);
    expect(parse(without("MessageSid", ["MessageSid", "S".repeat(257)]))).toEqual([]);
    expect(parse(withMore(["AccountSid", "A".repeat(1000)]))[0]?.account).toHaveLength(256);
  });

  it("leaves alone what became of a message of ours, whatever text stands with it", () => {
    for (const status of ["queued", "sent", "delivered", "undelivered", "failed", "read"]) {
      expect(parse(withMore(["MessageStatus", status]))).toEqual([]);
      expect(parse(withMore(["SmsStatus", status]))).toEqual([]);
    }
    for (const status of ["received", "Received", ""]) {
      expect(contentsOf(withMore(["SmsStatus", status]))).toEqual([text("halo")]);
    }
  });

  it("leaves the words for an end of SMS to Twilio, not a sentence with one of them", () => {
    const words = ["STOP", " Stop\n", "stopall", "Unsubscribe", "cancel", "end", "QUIT", "optout"];
    for (const word of words) expect(parse(without("Body", ["Body", word]))).toEqual([]);
    for (const words of ["how do I stop", "stop it", "ending", "cancel my card"]) {
      expect(contentsOf(without("Body", ["Body", words]))).toEqual([text(words)]);
    }
  });

  it("tells what can't be read by its type, its media or its place", () => {
    const noBody = (...more: TwilioParameters) => contentsOf(without("Body", ...more));
    expect(noBody(["MessageType", "order"])).toEqual([nontext]);
    expect(noBody(["NumMedia", "1"])).toEqual([nontext]);
    expect(noBody(["Latitude", "0"])).toEqual([nontext]);
    for (const count of ["0", "-1", "many", ""]) expect(noBody(["NumMedia", count])).toEqual([]);
  });

  it("takes the title of a choice from the button, the row or the text", () => {
    const titles = [["ButtonText", "Button"] as const, ["ListTitle", "Row"] as const];
    for (const [name, title] of titles) {
      const body = withMore(["ButtonPayload", "a"], [name, title]);
      expect(contentsOf(body)).toEqual([choice("a", title)]);
    }
    expect(contentsOf(withMore(["ListId", "a"]))).toEqual([choice("a", "halo")]);
    expect(contentsOf(without("Body", ["ListId", "a"]))).toEqual([
      { kind: "choice", payload: "a" },
    ]);
  });

  it("reads forms only: JSON is what other products of Twilio send", () => {
    const body = twilioFixture("whatsapp-text");
    expect(parse(body, "application/json")).toEqual([]);
    expect(parse(body, "text/plain")).toEqual([]);
    expect(parse(body, "Application/X-WWW-Form-Urlencoded")).toHaveLength(1);
  });

  it("never throws, and gives back well-formed text, whatever bytes it is sent", () => {
    const escapes = fc.constantFrom("%", "%F", "%ff", "%ED%A0%80", "+", "&", "=", ";", "?");
    const pieces = fc.oneof(escapes, fc.string({ unit: "binary", maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(pieces), fc.uint8Array(), (parts, bytes) => {
        const start = `From=a&MessageSid=1&Body=x${parts.join("")}`;
        for (const { content } of parse(Buffer.concat([Buffer.from(start), bytes]))) {
          expect("text" in content && content.text.isWellFormed()).toBe(true);
        }
        parse(Buffer.from(bytes));
      }),
    );
  });
});

describe("a reply", () => {
  const bodyOf = (reply: Reply): string => {
    const [to] = parse(twilioFixture("whatsapp-text"));
    if (!to) throw new Error("The fixture has no message");
    const { status, headers, body } = twilio.respond(to, responseOf(reply));
    expect([status, headers]).toEqual([200, { "content-type": "text/xml; charset=utf-8" }]);
    return String(body);
  };
  const wordsOf = (reply: Partial<Reply>) => messageIn(bodyOf(replyOf(reply)));
  const options = (count: number): Option[] =>
    optionsFor(
      Array.from({ length: count }, (_, n) => ({
        kind: "entry",
        entry: `entry-${n}`,
        language: "en",
      })),
    );

  const texts = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
    fc
      .array(
        fc.constantFrom("]]>", "&amp;", "&", "<", ">", '"', "'", "\0", "\uD83D", "\uFFFE", "\r"),
      )
      .map((parts) => `x${parts.join("")}`),
  );

  it("is well-formed XML that holds the text, but for letters that XML has no place for", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const legal = Array.from(text).filter(isLegalInXml).join("");
        expect(wordsOf({ text })).toBe(legal);
      }),
      { numRuns: 1000 },
    );
  });

  it("is what Twilio's own library writes", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const legal = `x${Array.from(text).filter(isLegalInXml).join("")}`;
        const official = new MessagingResponse();
        official.message(legal);
        expect(bodyOf(replyOf({ text: legal }))).toBe(official.toString());
      }),
      { numRuns: 300 },
    );
  });

  it("lets no markup through", () => {
    const text = "</Message><Redirect>https://example.org/</Redirect><!-- ]]> &lt; &#60;";
    const body = bodyOf(replyOf({ text }));
    expect(body.match(/<[^>]*>/g)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      "<Response>",
      "<Message>",
      "</Message>",
      "</Response>",
    ]);
    expect(messageIn(body)).toBe(text);
  });

  it("numbers its options, and does not ask for feedback without a button for it", () => {
    expect(wordsOf({ options: options(2), feedback: feedbackOn("join") })).toBe(
      "Text\n\nMore\n1. Question 1?\n2. Question 2?\n\nReply with a number.",
    );
  });

  it("has at most 1600 characters, however many of them XML escapes", () => {
    expect(wordsOf({ text: "&".repeat(1600) })).toBe("&".repeat(1600));
    expect(wordsOf({ text: "&".repeat(1601) })).toBe(`${"&".repeat(1599)}…`);
    const longTexts = fc.string({ unit: "grapheme", minLength: 1000, maxLength: 3000 });
    fc.assert(
      fc.property(longTexts, fc.nat(15), (text, count) => {
        expect(wordsOf({ text, options: options(count) }).length).toBeLessThanOrEqual(1600);
      }),
      { numRuns: 50 },
    );
  });

  it("loses options first, then the end of the answer, never its sources", () => {
    const sources = "Source:\nhttps://example.org/rules?a=1&b=2";
    const answer = (letters: number) => `${"a".repeat(letters)}\n\n${sources}`;
    const fewer = wordsOf({ text: answer(1480), sources, options: options(9) });
    expect(fewer).toContain("1. Question 1?");
    expect(fewer).not.toContain("9. Question 9?");
    const cut = wordsOf({ text: answer(3000), sources, options: options(9) });
    expect(cut).toMatch(/^a+…/);
    expect(cut.endsWith(`\n\n${sources}`)).toBe(true);
    expect(cut).toHaveLength(1600);
  });

  it("is an empty response where there is nothing to say", () => {
    expect(twilio.silence).toEqual({
      status: 200,
      headers: { "content-type": "text/xml; charset=utf-8" },
      body: new MessagingResponse().toString(),
    });
    expect(twilio.silence.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });
});

describe("the settings", () => {
  it("take an address only if it is one", () => {
    const { form, problem } = twilioAdapter.settings.TWILIO_WEBHOOK_URL;
    const isTaken = (url: string) => form.test(url) && problem?.(url) === undefined;
    for (const url of [twilioUrl, `${twilioUrl}?a=1#rc=2`, "http://[::1]:8080/webhooks/twilio"]) {
      expect(isTaken(url)).toBe(true);
    }
    for (const url of ["", "bot.example.org/webhooks/twilio", "https://", "https://a b/"]) {
      expect(isTaken(url)).toBe(false);
    }
  });
});

/** The words in TwiML of one message; an error where a strict parser would find one. */
function messageIn(xml: string): string {
  expect(Array.from(xml).every(isLegalInXml)).toBe(true);
  const frame =
    /^<\?xml version="1\.0" encoding="UTF-8"\?><Response><Message>([^<]*)<\/Message><\/Response>$/;
  const content = frame.exec(xml)?.[1];
  if (content === undefined) throw new Error("Not TwiML of one message");
  expect(content).not.toContain("]]>");
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return content.replace(/&([^;]*;)?/g, (_, name = "") => {
    const letter = entities[name.slice(0, -1)];
    if (letter === undefined) throw new Error("Not an entity of XML");
    return letter;
  });
}

/** Carriage returns left out: a parser would read them as line feeds. */
function isLegalInXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
