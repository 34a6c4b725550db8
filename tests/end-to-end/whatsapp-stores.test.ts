// A signed delivery on its way through HTTP, matching, counting and the Graph API, on every store.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { trainBot } from "../fixtures/bot.ts";
import { metaSignature, whatsappFixture } from "../fixtures/whatsapp.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { countsIn } from "../handler-under-test.ts";
import { hasMoto, type Moto, startMoto } from "../moto.ts";
import { type Backend, openAt, openEmbedded, openOnStandIn } from "./backends.ts";
import { type RunningBot, runBot } from "./running-bot.ts";

let data: BotData;
beforeAll(() => {
  data = trainBot();
});

const threeTexts = whatsappFixture("three-texts");
const threeCounts = {
  "-#id#whatsapp#smalltalk": 1,
  "join#id#whatsapp#answer": 1,
  "return-late#en#whatsapp#answer": 1,
};

/** `copies` is how many deliveries of the same messages the store can serve at once. */
function describeDeliveries(name: string, open: () => Promise<Backend>, copies: number): void {
  describe(name, () => {
    let backend: Backend;
    let bot: RunningBot;
    beforeEach(async () => {
      backend = await open();
      bot = await runBot({ data, store: backend.store });
    });
    afterEach(async () => {
      expect(bot.whatsapp.problems).toEqual([]);
      expectOnlyKnownFields(bot.lines);
      await bot.close();
      await backend.close();
    });

    const recipients = () =>
      bot.whatsapp
        .messages()
        .map(({ to }) => to)
        .sort();

    it("three messages get three replies and three counts, each person their own", async () => {
      const response = await bot.deliver(threeTexts);
      expect([response.status, await response.text()]).toEqual([200, ""]);
      expect(recipients()).toEqual(["6280000000001", "6280000000002", "6280000000003"]);
      expect(await countsIn(backend.store)).toEqual(threeCounts);
      const bodyFor = (person: string) => {
        const body = bot.whatsapp.messages().find(({ to }) => to === person)?.body;
        return body.text?.body ?? body.interactive.body.text;
      };
      expect(bodyFor("6280000000001")).toMatch(/^Bawa kartu identitas/);
      expect(bodyFor("6280000000002")).toMatch(/^There is no fine/);
      expect(bodyFor("6280000000003")).toMatch(/^Halo/);
      expect(bot.logged("message").map(({ ending }) => ending)).toEqual(Array(3).fill("replied"));
    });

    it("the same delivery again adds nothing", async () => {
      await bot.deliver(threeTexts);
      for (let n = 0; n < 3; n++) expect((await bot.deliver(threeTexts)).status).toBe(200);
      expect(bot.whatsapp.messages()).toHaveLength(3);
      expect(await countsIn(backend.store)).toEqual(threeCounts);
    });

    it.skipIf(copies === 1)(
      `${copies} copies at once get one reply and one count for each message`,
      async () => {
        const responses = await Promise.all(
          Array.from({ length: copies }, () => bot.deliver(threeTexts)),
        );
        for (const { status } of responses) expect([200, 503]).toContain(status);
        expect(responses.some(({ status }) => status === 200)).toBe(true);
        expect(recipients()).toEqual(["6280000000001", "6280000000002", "6280000000003"]);
        expect(await countsIn(backend.store)).toEqual(threeCounts);
        // Whoever was told to come again finds everything done.
        expect((await bot.deliver(threeTexts)).status).toBe(200);
        expect(bot.whatsapp.messages()).toHaveLength(3);
      },
    );

    it("a message that was tampered with is refused: nothing written, nothing sent", async () => {
      const signature = metaSignature(threeTexts, "app-secret");
      const tampered = Buffer.from(threeTexts.toString().replace("halo", "hola"));
      expect((await bot.deliver(tampered, signature)).status).toBe(401);
      expect(await backend.stored()).toEqual([]);
      expect(bot.whatsapp.messages()).toEqual([]);
    });

    it("what is kept names nobody and quotes nobody", async () => {
      await bot.deliver(threeTexts);
      const items = await backend.stored();
      expect(items.length).toBeGreaterThanOrEqual(6);
      for (const item of items) {
        expect(item).not.toMatch(/62800|wamid|Contoh|anggota|fine|halo/);
      }
    });
  });
}

describeDeliveries("with the embedded store", openEmbedded, 20);
describeDeliveries("with DynamoDB, on the stand-in", openOnStandIn, 20);

describe.skipIf(!hasMoto)("with moto (skipped where there is no moto_server on the PATH)", () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto?.stop());
  describeDeliveries("with DynamoDB, on moto", () => openAt(moto.endpoint), 1);
});
