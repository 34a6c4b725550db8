import type { Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundlePageAssets } from "../../bin/page-assets.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { hasChromium, needsChromium, openBrowser, type Profile } from "./browser.ts";
import { published } from "./fixture.ts";
import { type Asked, type StubBot, serveStubBot } from "./stub.ts";

describe.skipIf(!hasChromium)(`the pages in a browser${needsChromium}`, () => {
  let bot: StubBot;
  let browser: Profile;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    bot = await serveStubBot(published, await bundlePageAssets());
    browser = await openBrowser({ locale: "id-ID", reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });
  beforeEach(async () => {
    bot.asked.length = 0;
    errors = [];
    page = await browser.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(bot.origin);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  const field = () => page.getByRole("combobox");
  const lastTurn = () => page.locator(".turn").last();
  const lastBubble = () => lastTurn().locator(".bubble").last();
  const button = (name: string) => page.getByRole("button", { name, exact: true });

  async function ask(text: string): Promise<void> {
    await field().fill(text);
    await field().press("Enter");
  }

  async function textOf(selector: string): Promise<string> {
    return (await page.locator(selector).last().textContent())?.trim() ?? "";
  }

  describe("asking", () => {
    it("answers a typed question with its sources, its date and related questions", async () => {
      await ask("mau jadi anggota");
      await lastTurn().locator(".checked").waitFor();

      expect(await lastTurn().locator(".mine p").textContent()).toBe("mau jadi anggota");
      expect(await lastTurn().locator("h2").textContent()).toBe("Bagaimana cara menjadi anggota?");
      expect(await lastBubble().textContent()).toContain("Anak di bawah 12 tahun");
      const link = lastTurn().getByRole("link", {
        name: "Peraturan perpustakaan, pasal 3",
      });
      expect(await link.getAttribute("href")).toBe("https://example.org/peraturan#3");
      expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
      expect(await link.getAttribute("target")).toBe("_blank");
      expect(await lastTurn().locator(".checked").textContent()).toBe("Diperiksa 23 November 2026");
      expect(await lastTurn().locator(".choice").allInnerTexts()).toEqual([
        "Berapa biaya keanggotaan?",
        "Apakah kartu anggota perlu diperpanjang?",
      ]);
      expect(bot.asked).toEqual([
        {
          text: "mau jadi anggota",
          language: "id",
          id: expect.stringMatching(/^[\da-f-]{36}$/),
        },
      ]);
      expect(await field().inputValue()).toBe("");
    });

    it("asks whether an answer helped, once, and thanks where it asked", async () => {
      await ask("anggota");
      await button("Ya").click();
      const group = lastTurn().getByRole("group", { name: "Membantu?" });
      await group.getByText("Terima kasih.").waitFor();
      expect(await group.getByRole("button").count()).toBe(0);
      expect(bot.asked.at(-1)).toEqual({
        choice: "helpful/id/join/abcdefghij",
        language: "id",
        id: expect.any(String),
      });
      expect(await page.locator(".turn").count()).toBe(1);
    });

    it("keeps the buttons for feedback where it could not be sent", async () => {
      await ask("anggota");
      await button("Belum").waitFor();
      bot.trouble.push(503);
      await button("Belum").click();
      await lastTurn().getByRole("status").getByText("ada gangguan").waitFor();
      await button("Belum").click();
      await lastTurn().getByText("Coba dengan kata lain.").waitFor();
    });

    it("asks for the entry when a related question is chosen, by its own id each time", async () => {
      await ask("anggota");
      await button("Berapa biaya keanggotaan?").last().click();
      await lastTurn().getByText("Keanggotaan gratis untuk semua warga.").waitFor();
      expect(await lastTurn().locator("h2").count()).toBe(0);
      const [first, second] = bot.asked;
      expect(second).toEqual({
        entry: "membership-fee",
        language: "id",
        id: expect.any(String),
      });
      expect(second?.id).not.toBe(first?.id);
    });

    it("turns suggestions into buttons with the whole question", async () => {
      await ask("buku");
      await button("Berapa buku yang boleh dipinjam?").last().click();
      await lastTurn().getByText("Lima buku sekaligus").waitFor();
      expect(bot.asked[1]).toMatchObject({ entry: "how-many-books" });
    });

    it("offers the topics where it has no answer, and behind one line after small talk", async () => {
      await ask("resep rendang");
      await lastTurn().locator(".topics").waitFor();
      expect(await lastTurn().locator(".topic > summary").allInnerTexts()).toEqual([
        "Keanggotaan",
        "Peminjaman",
        "Berkunjung",
      ]);
      await ask("terima kasih");
      await lastTurn().locator(".more > summary").waitFor();
      expect(await lastTurn().locator(".topics").isVisible()).toBe(false);
      await ask("menu");
      await lastTurn().getByText("Ini topik yang bisa saya jawab:").waitFor();
      expect(await lastTurn().locator(".topics").isVisible()).toBe(true);
    });

    it("shows the welcome and the topics before anything is asked, and asks from them", async () => {
      await page.locator("#welcome").getByText("Berkunjung").click();
      await page
        .locator("#welcome")
        .getByRole("button", { name: "Bolehkah membawa makanan?" })
        .click();
      await lastTurn().getByText("Boleh di teras").waitFor();
      expect(bot.asked).toHaveLength(1);
    });

    it("brings the topics back at the press of a button, without asking anyone", async () => {
      await button("Daftar topik").click();
      await lastTurn().locator(".topics").waitFor();
      expect(bot.asked).toEqual([]);
    });

    it("keeps what a person writes as text, whatever it looks like", async () => {
      const text = `<img src=x onerror="document.title='hit'"> <b>anggota</b>`;
      await ask(text);
      await lastTurn().locator(".checked").waitFor();
      expect(await lastTurn().locator(".mine p").textContent()).toBe(text);
      expect(await page.locator("img, b").count()).toBe(0);
      expect(await page.title()).not.toBe("hit");
    });

    it("sends nothing that is empty, and says by how much a question is too long", async () => {
      await ask("   ");
      await ask("a".repeat(1012));
      expect(await textOf("#limit")).toContain("12 karakter");
      expect(await field().getAttribute("aria-invalid")).toBe("true");
      await ask("🙂".repeat(1000));
      expect(await textOf("#limit")).toContain("karakter");
      expect(bot.asked).toEqual([]);
      await ask("anggota");
      await lastTurn().locator(".checked").waitFor();
      expect(await textOf("#limit")).toBe("");
    });
  });

  describe("similar questions while typing", () => {
    const options = () => page.getByRole("option");
    const active = () => field().getAttribute("aria-activedescendant");

    it("are chosen with the arrow keys and Enter", async () => {
      await field().pressSequentially("kartu ang");
      expect(await field().getAttribute("aria-expanded")).toBe("true");
      expect(await active()).toBeNull();
      await field().press("ArrowDown");
      expect(await active()).toBe(await options().first().getAttribute("id"));
      expect(await options().first().getAttribute("aria-selected")).toBe("true");
      await field().press("Enter");
      await lastTurn().getByText("setiap dua tahun").waitFor();
      expect(bot.asked).toEqual([{ entry: "renew-card", language: "id", id: expect.any(String) }]);
      expect(await field().inputValue()).toBe("");
      expect(await field().getAttribute("aria-expanded")).toBe("false");
    });

    it("are announced to screen readers", async () => {
      await field().pressSequentially("kartu anggota");
      await page.locator("#announcer:not(:empty)").waitFor({ state: "attached" });
      expect(await page.locator("#announcer").textContent()).toContain("Tekan panah bawah");
    });

    it("leave Enter to the words typed until one is picked, also after stepping back out", async () => {
      await field().fill("kartu anggota");
      await field().press("ArrowDown");
      await field().press("ArrowUp");
      expect(await active()).toBeNull();
      await field().press("Enter");
      await lastTurn().locator(".checked").waitFor();
      expect(bot.asked).toEqual([
        { text: "kartu anggota", language: "id", id: expect.any(String) },
      ]);
    });

    it("close with Escape, keep the text, and come back with the arrow", async () => {
      await field().fill("kartu anggota");
      await field().press("Escape");
      expect(await options().count()).toBe(0);
      expect(await field().inputValue()).toBe("kartu anggota");
      await field().press("ArrowUp");
      expect(await active()).toBe(await options().last().getAttribute("id"));
    });

    it("are chosen by a tap too", async () => {
      await field().fill("makanan");
      await options().first().click();
      await lastTurn().getByText("Boleh di teras").waitFor();
    });
  });

  describe("languages", () => {
    it("change everything at once and keep the conversation", async () => {
      await ask("anggota");
      await lastTurn().locator(".checked").waitFor();
      await page.getByRole("button", { name: "English" }).click();

      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await page.title()).toContain("ask, and get a clear answer");
      expect(await field().getAttribute("placeholder")).toBe("Type your question");
      expect(await page.getByRole("button", { name: "English" }).getAttribute("aria-pressed")).toBe(
        "true",
      );
      expect(await page.locator("#welcome .bubble").getAttribute("lang")).toBe("en");
      expect(await page.locator("#welcome").textContent()).toContain("Ask in your own words");
      expect(await page.locator("#to-faq").getAttribute("href")).toMatch(/\/faq\?language=en$/);
      expect(await lastBubble().getAttribute("lang")).toBe("id");
      expect(await lastBubble().textContent()).toContain("Anak di bawah 12 tahun");

      await field().fill("food");
      await page.getByRole("option", { name: "May I bring food?" }).click();
      await lastTurn().getByText("On the terrace yes").waitFor();
      expect(bot.asked[1]).toMatchObject({
        entry: "bring-food",
        language: "en",
      });
      expect(await lastBubble().getAttribute("lang")).toBe("en");
    });

    it("follow the button: a question shown in a language is answered in it", async () => {
      await ask("anggota");
      await page.getByRole("button", { name: "English" }).click();
      await button("Berapa biaya keanggotaan?").last().click();
      await lastTurn().getByText("Keanggotaan gratis").waitFor();
      expect(bot.asked[1]).toMatchObject({
        entry: "membership-fee",
        language: "id",
      });
    });

    it("are chosen by the address, else by the browser", async () => {
      expect(await page.locator("html").getAttribute("lang")).toBe("id");
      await page.goto(`${bot.origin}/?language=en`);
      expect(await page.locator("#welcome .bubble").getAttribute("lang")).toBe("en");
    });
  });

  describe("trouble", () => {
    const idOf = (request: Request): string => (request.postDataJSON() as Asked).id;

    it.each([
      [503, "gangguan di pihak kami"],
      [429, "Sedang banyak yang bertanya"],
    ])(
      "after a %i is told kindly, and a retry repeats the question with its id",
      async (status, words) => {
        bot.trouble.push(status, status);
        await ask("anggota");
        await lastTurn().getByText(words).waitFor();
        await button("Coba lagi").click();
        await lastTurn().getByText(words).waitFor();
        await button("Coba lagi").click();
        await lastTurn().locator(".checked").waitFor();
        expect(await page.locator(".turn").count()).toBe(1);
        expect(await page.locator(".failure, .waiting").count()).toBe(0);
        expect(bot.asked).toHaveLength(3);
        expect(new Set(bot.asked.map(({ id }) => id)).size).toBe(1);
      },
    );

    it("without a connection is told kindly, and a retry repeats the question with its id", async () => {
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(idOf(request));
      });
      await page.route("**/chat", (route) => route.abort("internetdisconnected"), { times: 1 });
      await ask("anggota");
      await lastTurn().getByText("koneksi internet Anda terputus").waitFor();
      await button("Coba lagi").click();
      await lastTurn().locator(".checked").waitFor();
      expect(sent).toHaveLength(2);
      expect(sent[1]).toBe(sent[0]);
    });

    it("with the length gives the question back to be shortened", async () => {
      bot.trouble.push(413);
      await ask("anggota yang panjang");
      await button("Ubah pertanyaan").click();
      expect(await field().inputValue()).toBe("anggota yang panjang");
    });

    it("speaks the language that the page has by then", async () => {
      await page.getByRole("button", { name: "English" }).click();
      bot.trouble.push(500);
      await ask("member");
      await button("Try again").waitFor();
      expect(await lastBubble().getAttribute("lang")).toBe("en");
    });

    it("with one question does not hold up the next", async () => {
      bot.trouble.push(500);
      await ask("anggota satu");
      await button("Coba lagi").waitFor();
      await ask("resep");
      await lastTurn().locator(".topics").waitFor();
      await button("Coba lagi").click();
      await page.locator(".turn").first().locator(".checked").waitFor();
      expect(await page.locator(".turn .mine p").allInnerTexts()).toEqual([
        "anggota satu",
        "resep",
      ]);
    });
  });

  describe("privacy", () => {
    it("asks nobody but our own server, keeps no cookie and stores nothing", async () => {
      await ask("anggota rahasia");
      await lastTurn().locator(".checked").waitFor();
      await page.goto(`${bot.origin}/faq`);
      const elsewhere = browser.requested.filter(
        (url) => !url.startsWith(`${bot.origin}/`) && !url.startsWith("data:"),
      );
      expect(elsewhere).toEqual([]);
      expect(await browser.context.cookies()).toEqual([]);
      expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
      expect(await page.evaluate("indexedDB.databases()")).toEqual([]);
      expect(await page.evaluate("caches.keys()")).toEqual([]);
    });

    it("forgets the conversation when the page is loaded anew, and never shows it in the address", async () => {
      await ask("anggota rahasia");
      await lastTurn().locator(".checked").waitFor();
      expect(page.url()).toBe(`${bot.origin}/`);
      await page.reload();
      expect(await page.content()).not.toContain("rahasia");
      expect(await field().inputValue()).toBe("");
    });
  });

  describe("access", () => {
    it("lets the keyboard skip straight to the question box", async () => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("question");
    });

    it("is whole with the keyboard alone, each stop visible", async () => {
      const stops: unknown[] = [];
      for (let stop = 0; stop < 11; stop++) {
        await page.keyboard.press("Tab");
        stops.push(
          await page.evaluate("document.activeElement.innerText || document.activeElement.id"),
        );
        expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe(
          "solid",
        );
      }
      expect(stops.map((stop) => String(stop).split("\n")[0])).toEqual([
        "Langsung ke kolom pertanyaan",
        "FAQ",
        "ID",
        "EN",
        "Keanggotaan",
        "Peminjaman",
        "Berkunjung",
        "Privasi Anda di sini",
        "topics",
        "question",
        expect.any(String),
      ]);
    });

    it("goes on from the new answer after a question was chosen by a button", async () => {
      await ask("anggota");
      await button("Berapa biaya keanggotaan?").last().focus();
      await page.keyboard.press("Enter");
      await lastTurn().getByText("Keanggotaan gratis").waitFor();
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.innerText")).toBe(
        "Bagaimana cara menjadi anggota?",
      );
    });

    it("has nothing smaller to touch than 38 px, text links aside", async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await ask("anggota");
      await lastTurn().locator(".checked").waitFor();
      const controls = page.locator("button:visible, summary:visible, .bar a, input");
      for (const control of await controls.all()) {
        expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(38);
      }
    });
  });

  it("shows a hostile FAQ as text, on both pages", async () => {
    const text = `</script><img src=x onerror="document.title='hit'">`;
    const [first, ...others] = published.entries;
    if (!first) throw new Error("The fixture has entries");
    const texts = { id: text, en: text };
    const faq: PublishedFaq = {
      bot: {
        ...published.bot,
        messages: { ...published.bot.messages, welcome: texts },
      },
      entries: [
        {
          ...first,
          question: texts,
          answer: texts,
          sources: [{ title: texts }],
        },
        ...others,
      ],
    };
    const hostile = await serveStubBot(faq, await bundlePageAssets());
    try {
      await page.goto(hostile.origin);
      expect(await page.locator("#welcome p").first().textContent()).toBe(text);
      await ask("anggota");
      await lastTurn().locator(".checked").waitFor();
      expect(await lastTurn().locator("h2").textContent()).toBe(text);
      await page.goto(`${hostile.origin}/faq`);
      expect(await page.locator("h3").first().textContent()).toContain(text);
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.title()).not.toBe("hit");
    } finally {
      await hostile.close();
    }
  });

  it("offers the FAQ page to those without JavaScript, and no button that does nothing", async () => {
    const plain = await openBrowser({
      javaScriptEnabled: false,
      locale: "en-GB",
    });
    try {
      const page = await plain.context.newPage();
      await page.goto(bot.origin);
      expect(await page.getByRole("button").count()).toBe(0);
      await page.getByRole("link", { name: "All questions" }).click();
      expect(await page.locator("h3").count()).toBe(published.entries.length);
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
    } finally {
      await plain.close();
    }
  });
});
