// What each channel does with deliveries good and bad, over real HTTP: status, replies and counts.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { StoreUnavailable } from "../../functions/webhook/counts/store.ts";
import { hostileBodies, otherSecret } from "../channels/channel-contract.ts";
import type { ChannelSample, Delivery } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import type { FakePlatform } from "../fakes/platform.ts";
import { trainBot, unsure } from "../fixtures/bot.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { countsIn } from "../handler-under-test.ts";
import { type Backend, openEmbedded } from "./backends.ts";
import { type RunningBot, runBot } from "./running-bot.ts";

let data: BotData;
beforeAll(() => {
  data = trainBot();
});

const question = "how to join the library";
const answer = /^Bring an identity card(.|\n)*Source:\nPeraturan perpustakaan/;

for (const [name, sample] of channelSamples) describeDeliveries(name, sample);

function describeDeliveries(name: WebhookName, sample: ChannelSample): void {
  describe(name, () => {
    let backend: Backend;
    let bot: RunningBot;
    let platform: FakePlatform | undefined;
    const run = async (options: Partial<Parameters<typeof runBot>[0]> = {}) => {
      bot = await runBot({ data, store: backend.store, ...options });
      platform = bot.platforms.get(name);
    };
    beforeEach(async () => {
      backend = await openEmbedded();
      await run();
    });
    afterEach(async () => {
      for (const { problems } of bot.platforms.values()) expect(problems).toEqual([]);
      expectOnlyKnownFields(bot.lines);
      await bot.close();
      await backend.close();
    });

    const sign = (body: string | Buffer) => sample.sign(Buffer.from(body));
    const post = (delivery: Delivery) => bot.post(name, delivery);
    const deliver = (body: string | Buffer) => post(sign(body));
    /** The words of every reply, whether it was sent or responded. */
    const repliesTo = async (...bodies: (string | Buffer)[]) => {
      const responded: string[] = [];
      for (const body of bodies) {
        const response = await deliver(body);
        const text = await response.text();
        expect([response.status, text]).toEqual([200, expect.any(String)]);
        if (sample.readTextOf) responded.push(sample.readTextOf(text));
      }
      return sample.readTextOf ? responded : (platform?.messages() ?? []).map(({ text }) => text);
    };
    const cell = (entry: string, outcome: string, language = "en") =>
      `${entry}#${language}#${name}#${outcome}`;
    const expectNothing = async () => {
      for (const { calls } of bot.platforms.values()) expect(calls).toEqual([]);
      expect(await backend.stored()).toEqual([]);
    };

    it("answers a signed text with its sources, and counts it", async () => {
      const replies = await repliesTo(sample.text(question));
      expect(replies).toEqual([expect.stringMatching(answer)]);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "answer")]: 1 });
    });

    it("the same delivery again is one reply and one count", async () => {
      const first = await repliesTo(sample.text(question));
      const again = await repliesTo(sample.text(question), sample.text(question));
      // A reply in the response is given again: the first one may not have arrived.
      expect(again).toEqual(sample.readTextOf ? [...first, ...first] : first);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "answer")]: 1 });
    });

    it("copies at once are one count, and one reply where it is a call", async () => {
      const body = sample.text(question);
      await Promise.all(Array.from({ length: 10 }, () => deliver(body)));
      if (platform) expect(platform.messages()).toHaveLength(1);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "answer")]: 1 });
    });

    it("every message of a batch gets its reply", async () => {
      const body = sample.batch?.([question, "halo", question]);
      if (body === undefined || !platform) return;
      expect((await deliver(body)).status).toBe(200);
      expect(platform.messages()).toHaveLength(3);
      expect(new Set(platform.messages().map(({ to }) => to)).size).toBe(3);
      expect(await countsIn(backend.store)).toEqual({
        [cell("join", "answer")]: 2,
        [cell("-", "smalltalk", "id")]: 1,
      });
    });

    it("one message that the platform won't take never keeps the others waiting", async () => {
      const body = sample.batch?.([question, question, question]);
      if (body === undefined || !platform) return;
      let refused = "";
      platform.faultFor = ({ to, text }) => {
        if (text && refused === "") refused = to;
        return text && to === refused ? "limited" : undefined;
      };
      expect((await deliver(body)).status).toBe(503);
      platform.faultFor = () => undefined;
      expect((await deliver(body)).status).toBe(200);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "answer")]: 3 });
    });

    it("a button that was tapped is answered, and counted as chosen", async () => {
      const replies = await repliesTo(sample.choice("entry/en/join"));
      expect(replies).toEqual([expect.stringMatching(answer)]);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "chosen")]: 1 });
    });

    it("what it offers, it understands: a suggestion can be tapped", async () => {
      if (!platform) return;
      await bot.close();
      await run({ data: unsure(data) });
      await deliver(sample.text(question));
      const [payload = ""] = platform?.messages()[0]?.payloads ?? [];
      await deliver(sample.choice(payload));
      expect(await countsIn(backend.store)).toMatchObject({ [cell("join", "suggest")]: 1 });
      const chosen = Object.keys(await countsIn(backend.store)).filter((key) =>
        key.endsWith("#chosen"),
      );
      expect(chosen).toHaveLength(1);
    });

    it("feedback is thanked for and counted, once for each answer", async () => {
      if (!platform) return;
      await deliver(sample.text(question));
      const offered = platform.messages()[0]?.payloads ?? [];
      const [helpful, unhelpful] = offered.slice(-2);
      expect(helpful).toMatch(/^helpful\/en\/join\//);
      await deliver(sample.choice(helpful ?? "", 1));
      await deliver(sample.choice(unhelpful ?? "", 2));
      await deliver(sample.choice(helpful ?? "", 3));
      expect(platform.messages().map(({ text }) => text)).toEqual([
        expect.stringMatching(answer),
        "Thank you.",
      ]);
      expect(await countsIn(backend.store)).toEqual({
        [cell("join", "answer")]: 1,
        [cell("join", "helpful")]: 1,
      });
    });

    it("what can't be read is answered with one fixed sentence", async () => {
      if (sample.nontext === "") return;
      expect(await repliesTo(sample.nontext)).toEqual([
        expect.stringMatching(/hanya bisa membaca teks|can only read text/),
      ]);
      expect(Object.keys(await countsIn(backend.store))).toEqual([
        expect.stringMatching(/^-#..#[a-z]+#nontext$/),
      ]);
    });

    it("who opens a conversation is welcomed", async () => {
      if (sample.welcome === undefined) return;
      expect(await repliesTo(sample.welcome)).toEqual([
        expect.stringMatching(/Silakan bertanya|Ask me a question/),
      ]);
      expect(Object.values(await countsIn(backend.store))).toEqual([1]);
    });

    it("a receipt asks for nothing", async () => {
      expect([200, 204]).toContain((await deliver(sample.receipt)).status);
      await expectNothing();
    });

    const unauthorised = name === "twilio" ? 403 : 401;

    it("unsigned, wrongly signed or tampered with: refused, nothing sent, nothing written", async () => {
      const body = Buffer.from(sample.text(question));
      const right = sample.sign(body);
      const { [sample.signatureHeader]: _, ...headers } = right.headers;
      const bad = [
        { ...right, headers },
        { ...right, headers: { ...headers, [sample.signatureHeader]: "" } },
        sample.sign(body, otherSecret(sample)),
        ...(sample.signsBody ? [{ ...right, body: Buffer.from(`${body} `) }] : []),
      ];
      for (const delivery of bad) {
        const response = await post(delivery);
        expect([response.status, await response.text()]).toEqual([unauthorised, ""]);
      }
      expect(bot.logged("unauthorised")).toHaveLength(bad.length);
      await expectNothing();
    });

    it("signed but useless: acknowledged or told so, nothing sent, nothing written", async () => {
      for (const body of hostileBodies(sample)) {
        const { status } = await deliver(body);
        expect(name === "generic" ? [204, 413, 415, 422] : [200]).toContain(status);
      }
      await expectNothing();
    });

    it("a text of a megabyte is cut or refused, never a failure", async () => {
      const { status } = await deliver(sample.text("a".repeat(1_000_000)));
      expect(name === "whatsapp" ? [200] : [413]).toContain(status);
    });

    it("a body of four megabytes is refused before its signature is looked at", async () => {
      const { headers } = sign(sample.text(question));
      const response = await post({ body: Buffer.alloc(4 * 1024 * 1024, "a"), headers });
      expect(response.status).toBe(413);
      await expectNothing();
    });

    it("another content type changes nothing that a signature vouches for", async () => {
      const delivery = sign(sample.text(question));
      const headers = { ...delivery.headers, "content-type": "text/plain" };
      const { status } = await post({ ...delivery, headers });
      const refused = name === "generic" || name === "twilio";
      expect(status).toBe(refused ? 415 : 200);
      if (refused) await expectNothing();
    });

    it("a platform that is busy or broken gets 503, and the next delivery is answered", async () => {
      if (!platform) return;
      for (const fault of ["limited", "broken", "reset"] as const) {
        platform.faultFor = () => fault;
        const response = await deliver(sample.text(question));
        expect(response.status).toBe(503);
        expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      }
      platform.faultFor = () => undefined;
      expect((await deliver(sample.text(question))).status).toBe(200);
      expect(await countsIn(backend.store)).toEqual({ [cell("join", "answer")]: 1 });
    });

    it("a reply that the platform refuses for good is given up, and a refused token is told", async () => {
      if (!platform) return;
      for (const [at, fault] of (["refused", "unauthorised"] as const).entries()) {
        platform.faultFor = () => fault;
        expect((await deliver(sample.text(question, sample.ids?.[at]))).status).toBe(200);
      }
      const deliveries = bot.logged("delivery").map(({ level, delivery }) => [level, delivery]);
      expect(deliveries).toContainEqual(["warn", "permanent"]);
      expect(deliveries).toContainEqual(["error", "unauthorised"]);
    });

    it("is answered while the store is down", async () => {
      await bot.close();
      const down = async () => {
        throw new StoreUnavailable("Deadline");
      };
      const store = { claimAndCount: down, markDone: down, release: down, counts: async () => [] };
      await run({ store });
      expect(await repliesTo(sample.text(question))).toEqual([expect.stringMatching(answer)]);
      expect(bot.logged("uncounted")).toHaveLength(1);
    });
  });
}
