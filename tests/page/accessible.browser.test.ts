import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundlePageAssets } from "../../bin/page-assets.ts";
import { hasChromium, needsChromium, openBrowser, type Profile } from "./browser.ts";
import { faultsOf } from "./faults.ts";
import { published } from "./fixture.ts";
import { type StubBot, serveStubBot } from "./stub.ts";

/** Questions that the stand-in tells apart, in either language. */
const questions = {
  id: { answered: "anggota", suggested: "buku", similar: "kartu anggota" },
  en: { answered: "member", suggested: "book", similar: "does my card" },
} as const;

describe.skipIf(!hasChromium)(`the chat page and the FAQ page${needsChromium}`, () => {
  let bot: StubBot;
  let browser: Profile;
  let page: Page;

  beforeAll(async () => {
    bot = await serveStubBot(published, await bundlePageAssets());
    browser = await openBrowser({ locale: "id-ID", reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
  });
  beforeEach(async () => {
    bot.trouble.length = 0;
    page = await browser.context.newPage();
  });
  afterEach(() => page.close());

  const field = () => page.getByRole("combobox");

  async function ask(text: string, reply: string): Promise<void> {
    await field().fill(text);
    await field().press("Enter");
    await page.locator(".turn").last().locator(reply).waitFor();
  }

  describe.each(["id", "en"] as const)("in %s", (language) => {
    const { answered, suggested, similar } = questions[language];

    it("are without a fault before anything is asked, and where everything can be read", async () => {
      await page.goto(`${bot.origin}/?language=${language}`);
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${bot.origin}/faq?language=${language}`);
      await page.locator(".contents summary").first().click();
      expect(await faultsOf(page)).toEqual([]);
    });

    it("are without a fault with every kind of reply, and while a question is typed", async () => {
      await page.goto(`${bot.origin}/?language=${language}`);
      await page.locator("#welcome summary").first().click();
      await ask(answered, ".checked");
      await page.locator(".rating").last().click();
      await page.locator(".said p").waitFor();
      await ask(answered, ".ratings");
      await ask(suggested, ".choices");
      await ask("???", ".topics");
      bot.trouble.push(500);
      await ask("?", ".failure");
      await field().fill(similar);
      await field().press("ArrowDown");
      await page.getByRole("option").first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await field().fill("a".repeat(1200));
      expect(await faultsOf(page)).toEqual([]);
    });
  });

  it("never keep what has the focus beneath the bar or the question box", async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(bot.origin);
    await ask("anggota", ".checked");
    await page.locator("#welcome summary").nth(2).click();
    await page.locator(".skip").focus();
    const seen: unknown[] = [];
    const isInSight = `((focused) => {
      const { left, right, top, bottom } = focused.getBoundingClientRect();
      const isThere = (y) => {
        const there = document.elementFromPoint((left + right) / 2, y);
        return focused.contains(there) || there?.contains(focused);
      };
      return isThere(top + 2) && isThere(bottom - 2) ? "in sight" : focused.innerText;
    })(document.activeElement)`;
    // Around once: the last control is the button that sends.
    do {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(isInSight));
    } while (await page.evaluate("document.activeElement.type !== 'submit'"));
    expect(seen.length).toBeGreaterThan(15);
    expect(seen.filter((sight) => sight !== "in sight")).toEqual([]);
  });

  it("show what is chosen also where readers choose all colours", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(bot.origin);
    await field().fill("kartu anggota");
    await field().press("ArrowDown");
    const colour = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
    for (const [chosen, other] of [
      ['[aria-pressed="true"]', '[aria-pressed="false"]'],
      ['[aria-selected="true"]', '[aria-selected="false"]'],
    ] as const) {
      expect(await colour(chosen)).not.toBe(await colour(other));
    }
  });
});
