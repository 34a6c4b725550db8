// What a message takes, as the handler, the store and the log have it today.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { measure } from "../../../bin/cost/measure.ts";
import { openFaq } from "../../../bin/open-faq.ts";
import type { BotData } from "../../../functions/webhook/bot-data.ts";
import { channelNames } from "../../../functions/webhook/channels/names.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";

const folder = makeFolder();
let data: BotData;

beforeAll(() => {
  vi.stubEnv("DATA_DIR", folder.path);
  const assets = { chatScript: "s".repeat(500), chatStyle: "", faqStyle: "" };
  data = { ...openFaq(libraryFaq), assets };
});

afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

const calling = ["whatsapp", "messenger", "telegram", "line"] as const;
const responding = ["web", "generic", "twilio"] as const;

describe("what is measured", () => {
  it("covers every channel", () => {
    expect([...calling, ...responding].sort()).toEqual([...channelNames].sort());
  });

  it.each(calling)(
    "over %s: two writes in a transaction, one more, and one wait for the reply",
    async (channel) => {
      const { message, receipt, events } = await measure(data, channel);
      expect(message).toMatchObject({ writeUnits: 5, storeCalls: 2, platformCalls: 1 });
      expect(receipt).toMatchObject({ writeUnits: 0, storeCalls: 0, platformCalls: 0 });
      // Key, state "D" and expiry: `v1#` and 22 characters, and five bytes for ten digits or fewer.
      expect(events.bytesPerItem).toBeGreaterThanOrEqual(100 + 2 + 25 + 2 + 1 + 2);
      expect(events.bytesPerItem).toBeLessThanOrEqual(100 + 2 + 25 + 2 + 1 + 6);
    },
  );

  it.each(responding)(
    "over %s: two writes in a transaction, and nothing to wait for",
    async (channel) => {
      const { message } = await measure(data, channel);
      expect(message).toMatchObject({ writeUnits: 4, storeCalls: 1, platformCalls: 0 });
    },
  );

  it("is every entry in every language, each counted once", async () => {
    const { questions, events, counts } = await measure(data, "web");
    expect(questions).toBe(data.faq.entries.length * data.faq.bot.languages.length);
    expect(events.items).toBe(questions);
    expect(counts.items).toBeLessThanOrEqual(questions);
  });

  it("logs what is logged on AWS, metrics among it", async () => {
    const { message, receipt, startLogBytes } = await measure(data, "whatsapp");
    const line =
      '{"level":"info","event":"message","channel":"whatsapp","ending":"replied","ms":0}';
    const metrics = '"_aws":{"Timestamp":1795827600000,"CloudWatchMetrics":[{"Namespace":"Jelas"';
    expect(message.logBytes).toBeGreaterThan(line.length + metrics.length);
    expect(message.logBytes).toBeLessThan(1000);
    expect(startLogBytes).toBeGreaterThan(metrics.length);
    expect(receipt?.logBytes).toBeGreaterThan(0);
  });

  it("sends the answer with its buttons, and the page as browsers take it", async () => {
    const [chat, whatsapp] = await Promise.all([measure(data, "web"), measure(data, "whatsapp")]);
    const answers = data.faq.entries.flatMap(({ answer }) => Object.values(answer));
    const answerBytes = Buffer.byteLength(answers.join("")) / answers.length;
    expect(chat.message.outBytes).toBeGreaterThan(answerBytes);
    expect(whatsapp.message.outBytes).toBeGreaterThan(answerBytes);
    expect(chat.pageView.outBytes).toBeGreaterThan(1000);
    expect(chat.pageView.writeUnits).toBe(0);
    expect(chat.receipt).toBeUndefined();
  });

  it("takes a FAQ whose entries have no question of their own", async () => {
    const entries = data.faq.entries.map((entry) => ({ ...entry, question: {} }));
    const bare = { ...data, faq: { ...data.faq, entries } };
    for (const channel of ["web", "whatsapp"] as const) {
      const { message, questions, events } = await measure(bare, channel);
      expect(events.items).toBe(questions);
      expect(message.outBytes).toBeGreaterThan(500);
    }
  });
});
