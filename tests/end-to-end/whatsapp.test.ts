// What becomes of WhatsApp's messages, good and odd, with everything around them going wrong.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { type CountStore, StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import type { SettingsSource } from "../../functions/webhook/settings-source.ts";
import type { PlatformFault } from "../fakes/platform.ts";
import { entryOf, trainBot, unsure } from "../fixtures/bot.ts";
import {
  metaSignature,
  phone,
  type WhatsAppMessage,
  whatsappDelivery,
  whatsappFixture,
} from "../fixtures/whatsapp.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { countsIn, settingsOf, testNowMs } from "../handler-under-test.ts";
import { type Backend, openEmbedded, openOnStandIn, type StandInBackend } from "./backends.ts";
import { type RunningBot, runBot } from "./running-bot.ts";

let data: BotData;
let backend: Backend;
let bot: RunningBot;

beforeAll(() => {
  data = trainBot();
});
beforeEach(async () => {
  backend = await openEmbedded();
  bot = await runBot({ data, store: backend.store });
});
afterEach(async () => {
  expect(bot.whatsapp.problems).toEqual([]);
  expectOnlyKnownFields(bot.lines);
  await bot.close();
  await backend.close();
});

/** Puts another bot in the place of the usual one. */
async function rerun(options: Partial<Parameters<typeof runBot>[0]>): Promise<void> {
  await bot.close();
  bot = await runBot({ data, store: backend.store, ...options });
}

const question = "how to join the library";
const answered = { "join#en#whatsapp#answer": 1 };
const text = (id: string, body = question, more: Partial<WhatsAppMessage> = {}) => ({
  id: `wamid.${id}`,
  text: { body },
  ...more,
});
const oneText = whatsappDelivery([text("one")]);
const statusOf = async (body: Buffer) => (await bot.deliver(body)).status;
const endings = () => bot.logged("message").map(({ ending }) => ending);

/** An error as the platform writes it, which repeats what was sent; a proxy's has no code. */
const graphError = (status: number, code?: number): PlatformFault => ({
  answer: {
    status,
    body:
      code === undefined
        ? "<html>a stand-in says no</html>"
        : { error: { message: `(#${code}) a stand-in says no to 62800`, type: "OAuth", code } },
  },
});

/** Whoever is named gets the fault each time, the others an answer. */
const failFor = (person: string, fault: PlatformFault) => {
  bot.whatsapp.faultFor = ({ to }) => (to === person ? fault : undefined);
};

describe("what people send", () => {
  it("a button that was tapped is answered at once, and counted as chosen", async () => {
    expect(await statusOf(whatsappFixture("button-reply"))).toBe(200);
    const [call] = bot.whatsapp.messages();
    expect(call?.body.interactive.body.text).toMatch(/^Bring an identity card/);
    expect(await countsIn(backend.store)).toEqual({ "join#en#whatsapp#chosen": 1 });
  });

  it("a row of a list that was tapped shows that topic's questions", async () => {
    expect(await statusOf(whatsappFixture("list-reply"))).toBe(200);
    const [call] = bot.whatsapp.messages();
    expect(call?.body.interactive.action.buttons[0].reply).toEqual({
      id: "entry/id/opening-hours",
      title: "Jam buka",
    });
    expect(await countsIn(backend.store)).toEqual({ "-#id#whatsapp#smalltalk": 1 });
  });

  it("a suggestion can be tapped: what the bot offers, it understands", async () => {
    await rerun({ data: unsure(data) });
    await bot.deliver(oneText);
    const action = bot.whatsapp.messages()[0]?.body.interactive.action;
    const offered = action.buttons ?? action.sections[0].rows;
    const { id } = offered[0].reply ?? offered[0];
    const reply = { type: "button_reply", button_reply: { id, title: "any" } };
    await bot.deliver(
      whatsappDelivery([{ id: "wamid.tap", type: "interactive", interactive: reply }]),
    );
    expect(await countsIn(backend.store)).toEqual({
      "join#en#whatsapp#chosen": 1,
      "join#en#whatsapp#suggest": 1,
    });
  });

  it("an answer too long for buttons is one text, and the numbers in it work", async () => {
    await bot.deliver(whatsappDelivery([text("renew", "how do I renew my card")]));
    const [call] = bot.whatsapp.messages();
    const { answer, sources } = entryOf(data.faq, "renew-card");
    expect(call?.body.type).toBe("text");
    expect(call?.body.text.body).toContain(answer.en);
    for (const { url, title } of sources) expect(call?.body.text.body).toContain(url ?? title.en);
    const [, key = ""] = /^(\d+)\. When is the library open\?$/m.exec(call?.body.text.body) ?? [];
    await bot.deliver(whatsappDelivery([text("number", key)]));
    expect(bot.whatsapp.messages()[1]?.text).toMatch(/^Every day from 9 to 20\./);
    expect(await countsIn(backend.store)).toMatchObject({ "opening-hours#en#whatsapp#chosen": 1 });
  });

  it.each(["image", "audio", "sticker", "location", "unsupported", "flow-reply"])(
    "%s can't be read, and the bot says so in every language",
    async (name) => {
      expect(await statusOf(whatsappFixture(name))).toBe(200);
      expect(bot.whatsapp.messages().map(({ body }) => body.text.body)).toEqual([
        "Maaf, saya hanya bisa membaca teks.\n\nSorry, I can only read text.",
      ]);
      expect(await countsIn(backend.store)).toEqual({ "-#id#whatsapp#nontext": 1 });
    },
  );

  it.each([
    "status-sent",
    "status-failed",
    "reaction",
    "edit",
    "revoke",
    "system",
    "group",
    "echo",
  ])("%s asks for nothing", async (name) => {
    expect(await statusOf(whatsappFixture(name))).toBe(200);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(await backend.stored()).toEqual([]);
  });

  it("a person without a number is answered by their user id", async () => {
    await bot.deliver(whatsappFixture("user-id-only"));
    expect(bot.whatsapp.messages().map(({ body }) => [body.to, body.recipient])).toEqual([
      [undefined, "ID.80000000000000000001"],
    ]);
  });

  it("the same message twice in one delivery is one message", async () => {
    expect(await statusOf(whatsappDelivery([text("one"), text("one"), text("one")]))).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("the same question in two messages is two questions", async () => {
    expect(await statusOf(whatsappDelivery([text("one"), text("two")]))).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(2);
    expect(await countsIn(backend.store)).toEqual({ "join#en#whatsapp#answer": 2 });
  });

  it("a batch of a hundred is answered whole", async () => {
    const people = Array.from({ length: 100 }, (_, n) =>
      text(`p${n}`, question, { from: phone(n) }),
    );
    expect(await statusOf(whatsappDelivery(people))).toBe(200);
    expect(new Set(bot.whatsapp.messages().map(({ to }) => to)).size).toBe(100);
    expect(await countsIn(backend.store)).toEqual({ "join#en#whatsapp#answer": 100 });
  });
});

describe("time", () => {
  const sentBefore = (hours: number) =>
    whatsappDelivery([
      text("old", question, { timestamp: String(testNowMs / 1000 - hours * 3600) }),
    ]);
  const totalCounted = async () => {
    const counts = await backend.store.counts("2026-11-01", "2026-12-01");
    return counts.map(({ day, n }) => [day, n]);
  };

  it("a message of more than a day ago is counted for its day, but not answered", async () => {
    expect(await statusOf(sentBefore(25))).toBe(200);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(await totalCounted()).toEqual([["2026-11-22", 1]]);
    expect(endings()).toEqual(["expired"]);
    expect(await statusOf(sentBefore(25))).toBe(200);
    expect(await totalCounted()).toEqual([["2026-11-22", 1]]);
  });

  it("a message of nearly a day ago is answered", async () => {
    expect(await statusOf(sentBefore(23.9))).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
  });

  it("a message of more than eight days ago is a replay: dropped, and not even counted", async () => {
    expect(await statusOf(sentBefore(8 * 24 + 1))).toBe(200);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(await backend.stored()).toEqual([]);
    expect(bot.logged("stale")).toHaveLength(1);
  });

  it("a message from the future counts for today", async () => {
    expect(await statusOf(sentBefore(-100 * 24))).toBe(200);
    expect(await totalCounted()).toEqual([["2026-11-23", 1]]);
  });

  it("the age of messages can be turned off", async () => {
    await rerun({ values: { MESSAGE_MAX_AGE_S: "0" } });
    expect(await statusOf(sentBefore(300 * 24))).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
  });
});

describe("when the platform does not take a reply", () => {
  const passing: [string, PlatformFault][] = [
    ["a limit on this pair, as status 400", graphError(400, 131056)],
    ["too many calls", graphError(429, 80007)],
    ["an error of its own", graphError(500, 131000)],
    ["a proxy that is no API", graphError(502)],
    ["a connection that breaks off", "reset"],
  ];

  it.each(passing)("%s: 503, and the next delivery is answered, counted once", async (_, fault) => {
    failFor(phone(1), fault);
    const response = await bot.deliver(oneText);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await response.text()).toBe("");
    expect(bot.logged("delivery")).toMatchObject([{ delivery: "transient" }]);
    bot.whatsapp.faultFor = () => undefined;
    // At once: the lease was given back.
    expect(await statusOf(oneText)).toBe(200);
    expect(endings()).toEqual(["retry-later", "replied"]);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("no answer within its time: the same", async () => {
    failFor(phone(1), "silent");
    expect(await statusOf(oneText)).toBe(503);
    expect(bot.logged("delivery")).toMatchObject([{ delivery: "transient", code: "timeout" }]);
    bot.whatsapp.faultFor = () => undefined;
    expect(await statusOf(oneText)).toBe(200);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("a redirect is not followed: the token is for nobody else", async () => {
    failFor(phone(1), {
      answer: { status: 307, headers: { location: `${bot.whatsapp.url}/elsewhere` }, body: "" },
    });
    expect(await statusOf(oneText)).toBe(503);
    expect(bot.whatsapp.messages()).toHaveLength(1);
  });

  it.each([131026, 131047, 100, 368])(
    "for good (%i): 200, no second try, counted once",
    async (code) => {
      failFor(phone(1), graphError(400, code));
      expect(await statusOf(oneText)).toBe(200);
      expect(await statusOf(oneText)).toBe(200);
      expect(bot.whatsapp.messages()).toHaveLength(1);
      expect(bot.logged("delivery")).toMatchObject([
        { level: "warn", delivery: "permanent", code: String(code) },
      ]);
      expect(endings()).toEqual(["refused", "duplicate"]);
      expect(await countsIn(backend.store)).toEqual(answered);
    },
  );

  it("one person's trouble never keeps the others from their replies", async () => {
    failFor(phone(2), graphError(400, 131056));
    const people = [1, 2, 3, 4, 5, 6, 7].map((n) => text(`p${n}`, question, { from: phone(n) }));
    expect(await statusOf(whatsappDelivery(people))).toBe(503);
    bot.whatsapp.faultFor = () => undefined;
    expect(await statusOf(whatsappDelivery(people))).toBe(200);
    const times = new Map<string, number>();
    for (const { to } of bot.whatsapp.messages()) times.set(to, (times.get(to) ?? 0) + 1);
    expect([...times].sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [phone(n), n === 2 ? 2 : 1]),
    );
    expect(await countsIn(backend.store)).toEqual({ "join#en#whatsapp#answer": 7 });
  });

  it("nothing that the platform says is logged but its code", async () => {
    failFor(phone(1), graphError(400, 131026));
    await bot.deliver(oneText);
    expect(bot.lines.join()).not.toMatch(/stand-in|OAuth|62800/);
  });
});

describe("when the platform refuses our token", () => {
  /** As from a parameter: what is read can change, but only after `refresh`. */
  const renewable = (values: object, later: object): SettingsSource => {
    let current = settingsOf({ ...values });
    return {
      current: () => current.current(),
      refresh() {
        current = settingsOf({ ...values, ...later });
      },
    };
  };

  it("an alarm in the log, 200 and no storm of retries", async () => {
    await rerun({ tokens: ["another-token"] });
    expect(await statusOf(oneText)).toBe(200);
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(bot.logged("delivery")).toMatchObject([
      { level: "error", delivery: "unauthorised", code: "190" },
    ]);
  });

  it("the settings are read anew for the next message", async () => {
    await rerun({
      tokens: ["new-token"],
      settings: (values) => renewable(values, { WHATSAPP_ACCESS_TOKEN: "new-token" }),
    });
    await bot.deliver(oneText);
    await bot.deliver(whatsappDelivery([text("two")]));
    expect(bot.whatsapp.messages().map(({ token }) => token)).toEqual([
      "access-token",
      "new-token",
    ]);
    expect(endings()).toEqual(["refused", "replied"]);
  });

  it("the second of two tokens is tried before a message is given up", async () => {
    await rerun({
      tokens: ["new-token"],
      values: { WHATSAPP_ACCESS_TOKEN: "access-token new-token" },
    });
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages().map(({ token }) => token)).toEqual([
      "access-token",
      "new-token",
    ]);
    expect(endings()).toEqual(["replied"]);
  });
});

describe("when we stop in the middle", () => {
  /** The store, but the process dies as soon as one of its operations is done. */
  const dyingAfter = (operation: "claimAndCount" | "markDone"): CountStore => ({
    ...backend.store,
    [operation]: async (...parameters: never[]) => {
      await Reflect.apply(backend.store[operation], backend.store, parameters);
      throw new Error("canary: the process died here");
    },
  });

  it("after counting: the lease runs out, then the reply is sent, counted once", async () => {
    await rerun({ store: dyingAfter("claimAndCount") });
    expect(await statusOf(oneText)).toBe(503);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(bot.lines.join()).not.toContain("canary");
    await rerun({});
    expect(await statusOf(oneText)).toBe(503);
    bot.wait(16);
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("after sending: the mark is there, and nothing is sent again", async () => {
    await rerun({ store: dyingAfter("markDone") });
    expect(await statusOf(oneText)).toBe(503);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    await rerun({});
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("a copy that comes while the first is under way is asked to come again", async () => {
    let answer = () => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const isAsked = new Promise<void>((asked) => {
      bot.whatsapp.faultFor = () => {
        asked();
        return { until };
      };
    });
    const first = bot.deliver(oneText);
    await isAsked;
    expect(await statusOf(oneText)).toBe(503);
    answer();
    expect((await first).status).toBe(200);
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("without time left, messages wait for the next delivery, and no lease with them", async () => {
    const body = whatsappDelivery([text("one"), text("two")]);
    const event = {
      rawPath: "/webhooks/whatsapp",
      requestContext: { http: { method: "POST" } },
      headers: { "x-hub-signature-256": metaSignature(body, "app-secret") },
      body: body.toString(),
    };
    const soon = { getRemainingTimeInMillis: () => 1400 };
    expect((await bot.handler(event as never, soon)).statusCode).toBe(503);
    expect(bot.whatsapp.messages()).toEqual([]);
    expect(await backend.stored()).toEqual([]);
    expect((await bot.handler(event as never)).statusCode).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(2);
  });
});

describe("while the store is down", () => {
  const down = async () => {
    throw new StoreUnavailable("Deadline");
  };
  const withoutStore = (more: Partial<CountStore> = {}) =>
    rerun({
      store: {
        claimAndCount: down,
        markDone: down,
        release: down,
        ...more,
      },
    });

  it("people still get their replies, and the log says what was not counted", async () => {
    await withoutStore();
    const people = [1, 2, 3, 4, 5, 6].map((n) => text(`p${n}`, question, { from: phone(n) }));
    expect(await statusOf(whatsappDelivery(people))).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(6);
    expect(bot.logged("uncounted")).toHaveLength(6);
    expect(bot.logged("uncounted")[0]).toEqual({
      level: "warn",
      event: "uncounted",
      channel: "whatsapp",
      build: "test",
    });
  });

  it("copies get no further reply, one by one or at once", async () => {
    await withoutStore();
    const copies = Array.from({ length: 20 }, () => bot.deliver(oneText));
    // Those that come while the reply is under way are asked to come again: it may yet fail.
    const statuses = (await Promise.all(copies)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(bot.logged("uncounted")).toHaveLength(1);
  });

  it("a reply that could not be sent is asked for again", async () => {
    await withoutStore();
    failFor(phone(1), graphError(503));
    expect(await statusOf(oneText)).toBe(503);
    bot.whatsapp.faultFor = () => undefined;
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(2);
  });

  it("a reply that is not marked is sent, and acknowledged", async () => {
    await withoutStore({ ...backend.store, markDone: down });
    expect(await statusOf(oneText)).toBe(200);
    expect(endings()).toEqual(["replied"]);
    expect(await countsIn(backend.store)).toEqual(answered);
  });

  it("a lease that could not be given back runs out", async () => {
    await withoutStore({ ...backend.store, release: down });
    failFor(phone(1), graphError(503));
    expect(await statusOf(oneText)).toBe(503);
    bot.whatsapp.faultFor = () => undefined;
    expect(await statusOf(oneText)).toBe(503);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    bot.wait(16);
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(2);
    expect(await countsIn(backend.store)).toEqual(answered);
  });
});

describe("with DynamoDB in trouble", () => {
  let trouble: StandInBackend;
  beforeEach(async () => {
    trouble = await openOnStandIn(600);
    await rerun({ store: trouble.store });
  });
  afterEach(() => trouble.close());

  it("a silent one costs nobody the reply, and is asked again later", async () => {
    const { standIn } = trouble;
    standIn.faultFor = () => "silent";
    const messages = ["one", "two", "three", "four"].map((id) => whatsappDelivery([text(id)]));
    for (const message of messages) expect(await statusOf(message)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(4);
    expect(bot.logged("uncounted")).toHaveLength(4);
    const asked = standIn.requests.length;
    await bot.deliver(whatsappDelivery([text("five")]));
    expect(standIn.requests).toHaveLength(asked);

    standIn.faultFor = () => undefined;
    bot.wait(6);
    await bot.deliver(whatsappDelivery([text("six")]));
    expect(bot.whatsapp.messages()).toHaveLength(6);
    expect(await countsIn(trouble.store)).toEqual(answered);
  });

  it("one that did it but said otherwise counts once, and replies once", async () => {
    let troubles = 1;
    trouble.standIn.faultFor = (operation) =>
      operation === "TransactWriteItems" && troubles-- > 0 ? "applied-but-failed" : undefined;
    expect(await statusOf(oneText)).toBe(200);
    expect(await statusOf(oneText)).toBe(200);
    expect(bot.whatsapp.messages()).toHaveLength(1);
    expect(await countsIn(trouble.store)).toEqual(answered);
  });

  it("conflicts are got over", async () => {
    let conflicts = 3;
    trouble.standIn.faultFor = () => (conflicts-- > 0 ? "conflict" : undefined);
    expect(await statusOf(oneText)).toBe(200);
    expect(endings()).toEqual(["replied"]);
    expect(await countsIn(trouble.store)).toEqual(answered);
  });
});
