import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, needsChromium, openBrowser, type Profile } from "../../page/browser.ts";
import { faultsOf } from "../../page/faults.ts";
import { savedState } from "./example-state.ts";
import { type StubWorkshop, serveStubWorkshop } from "./stub-workshop.ts";

/** What each view needs to show all that it can. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  entries: (page) => page.locator("#entry-list a").first().waitFor(),
  "entries/join": (page) => page.locator(".preview").first().waitFor(),
  async ask(page) {
    await page.locator("#question").fill("klo bku telaat dong zorp");
    await page.keyboard.press("Enter");
    await page.locator(".score-list").waitFor();
  },
  changes: (page) => page.locator(".last-save .worse").waitFor(),
  findings: (page) => page.locator(".finding.error").waitFor(),
  async map(page) {
    await page.locator(".cell").first().click();
    await page.locator(".map-table summary").click();
  },
};

describe.skipIf(!hasChromium)(`the workshop${needsChromium}`, () => {
  let workshop: StubWorkshop;
  let browser: Profile;
  let page: Page;

  beforeAll(async () => {
    // With a file that has an error, after a save.
    workshop = await serveStubWorkshop(savedState({ isBroken: true }));
    browser = await openBrowser({ reducedMotion: "reduce" });
    page = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await workshop?.close();
  });

  it.each(["id", "en"])("is without a fault in %s, in every view", async (language) => {
    const faults: string[] = [];
    for (const [view, prepare] of Object.entries(views)) {
      await page.goto(`${workshop.origin}/workshop?language=${language}&view=${view}#${view}`);
      await page.locator("#loading").waitFor({ state: "hidden" });
      await prepare(page);
      faults.push(...(await faultsOf(page)).map((fault) => `${view}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
