import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasChromium, needsChromium, openBrowser, type Profile } from "../../page/browser.ts";
import { exampleEntries, exampleState, savedState } from "./example-state.ts";
import { type StubWorkshop, serveStubWorkshop } from "./stub-workshop.ts";

describe.skipIf(!hasChromium)(`the workshop in a browser${needsChromium}`, () => {
  let workshop: StubWorkshop;
  let browser: Profile;
  let page: Page;
  const errors: string[] = [];
  let version = 0;
  let visits = 0;

  beforeAll(async () => {
    workshop = await serveStubWorkshop(exampleState());
    browser = await openBrowser({ reducedMotion: "reduce" });
    // A page for each test would take longer than the tests.
    page = await browser.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await workshop?.close();
  });
  beforeEach(async () => {
    workshop.tell(exampleState());
    version = 1;
    workshop.asked.length = 0;
    errors.length = 0;
    await page.setViewportSize({ width: 1280, height: 700 });
  });
  afterEach(() => {
    expect(errors).toEqual([]);
  });

  /** Opens a view and waits for its content. */
  async function open(fragment: string, language = "en"): Promise<void> {
    // To the same address a browser would only jump.
    visits += 1;
    const query = new URLSearchParams({ language, visit: String(visits) });
    await page.goto(`${workshop.origin}/workshop?${query}#${fragment}`);
    await page.locator("#loading").waitFor({ state: "hidden" });
  }

  function tell(state: ReturnType<typeof exampleState>): void {
    version += 1;
    workshop.tell({ ...state, version });
  }

  async function go(view: string): Promise<void> {
    await page.locator(`[data-view="${view}"]`).click();
    await page.locator(`#view-${view}`).waitFor();
  }

  const focused = () =>
    page.evaluate(
      "(({ id, tagName, innerText, dataset }) => id || dataset.key || innerText || tagName)(document.activeElement)",
    );
  const announced = (text: string) => page.locator("#announcer", { hasText: text }).waitFor();

  describe("access", () => {
    it("can be used with the keyboard alone, each stop to be seen", async () => {
      await open("entries");
      const stops: unknown[] = [];
      const tab = async () => {
        await page.keyboard.press("Tab");
        stops.push(
          String(await focused())
            .split("\n")[0]
            ?.trim(),
        );
        const style = "getComputedStyle(document.activeElement).outlineStyle";
        expect(await page.evaluate(style)).toBe("solid");
      };
      for (let stop = 0; stop < 10; stop++) await tab();
      expect(stops).toEqual([
        "skip",
        "to-chat",
        "ID",
        "EN",
        "Entries",
        "Ask",
        "Changes",
        expect.stringContaining("Findings"),
        "Map",
        "filter",
      ]);
      await page.locator("#skip").press("Enter");
      expect([await focused(), new URL(page.url()).hash]).toEqual(["title-entries", "#entries"]);
      await page.keyboard.press("Tab");

      await page.keyboard.type("card");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Does my card need renewing?" }).waitFor();
      expect(await focused()).toBe("entry-title");

      await page.keyboard.press("Shift+Tab");
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe(
        "#entries/renew-card",
      );
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await focused()).toBe("filter");
    });

    it("goes through the map by arrow keys, tells the numbers, and opens what a square stands for", async () => {
      await open("map");
      const table = page.locator(".map-table summary");
      await table.focus();
      await page.keyboard.press("Shift+Tab");
      expect(await page.locator("#readout").textContent()).toBe(
        "5 of join's 20 ways of asking (25.0%) would go to renew-card.",
      );
      await page.keyboard.press("ArrowDown");
      expect(await page.locator("#readout").textContent()).toContain("renew-card's");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.locator("#pair", { hasText: "can my kid get a library card" }).waitFor();
      expect(await focused()).toBe("pair");
      await page.locator("#pair").getByRole("link", { name: "join" }).click();
      await page.getByRole("heading", { name: "How do I become a member?" }).waitFor();
    });
  });

  describe("a new state", () => {
    it("keeps what was typed, the focus, the open entry, closed details and how far one had scrolled", async () => {
      await page.setViewportSize({ width: 1280, height: 500 });
      await open("entries/join");
      await page.locator(".preview").first().waitFor();
      await page.locator(".phrasings summary").first().click();
      await page.locator("#filter").fill("member");
      await page.locator("#filter").evaluate((field) => {
        (field as unknown as { setSelectionRange(a: number, b: number): void }).setSelectionRange(
          2,
          4,
        );
      });
      await page.evaluate("scrollTo(0, 300)");
      const readAt = "document.querySelector('.answers').getBoundingClientRect().top";
      const wasAt = await page.evaluate(readAt);

      const entries = exampleEntries().map((entry) =>
        entry.id === "join"
          ? { ...entry, question: { en: "How can I join?", id: "Caranya?" } }
          : entry,
      );
      tell(savedState({ entries }));
      await page.getByRole("heading", { name: "How can I join?" }).waitFor();

      await announced("1 question worse, 2 better; 3 findings.");
      expect(await page.locator("#filter").inputValue()).toBe("member");
      expect(await focused()).toBe("filter");
      const selected =
        "[document.activeElement.selectionStart, document.activeElement.selectionEnd]";
      expect(await page.evaluate(selected)).toEqual([2, 4]);
      const moved = Number(await page.evaluate(readAt)) - Number(wasAt);
      expect(Math.abs(moved)).toBeLessThanOrEqual(1);
      const details = page.locator(".phrasings details");
      expect(
        await details.evaluateAll((all) => all.map((one) => one.hasAttribute("open"))),
      ).toEqual([false, true, true]);
      expect(await page.locator("#entry-list li:visible").count()).toBe(2);
    });

    it("asks the question again, and leaves alone the next one that is being typed", async () => {
      await open("ask");
      await page.locator("#question").fill("telat");
      await page.keyboard.press("Enter");
      await announced("It answers return-late");
      await page.locator("#question").fill("telat se");
      await page.locator(".scores details").nth(1).locator("summary").click();
      const isAsked = page.waitForResponse(/ask$/);
      tell(savedState());
      await isAsked;
      expect(workshop.asked).toEqual(["telat", "telat"]);
      expect(await page.locator("#question").inputValue()).toBe("telat se");
      expect(await page.locator(".scores details[open]").count()).toBe(2);
    });

    it("keeps the focus on an entry of the list that moves", async () => {
      await open("entries");
      await page.locator('#entry-list a[href="#entries/membership-fee"]').focus();
      const [first, second, ...others] = exampleEntries();
      if (!first || !second) throw new Error("The example has entries");
      tell(exampleState({ entries: [second, ...others, first] }));
      await page.locator('li[data-key="join"]:nth-child(3)').waitFor();
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe(
        "#entries/membership-fee",
      );
    });

    it("brings what is provisional, and then what is final", async () => {
      await open("changes");
      await page.getByText("Nothing has been saved yet.").waitFor();
      tell(savedState());
      await page.locator(".last-save .provisional", { hasText: "40%" }).waitFor();
      expect(await page.locator(".last-save .worse .change-outcome").innerText()).toContain(
        "answers return-late (answered rightly)",
      );
      const { lastSave } = savedState();
      if (!lastSave) throw new Error("The example was saved");
      tell(savedState({ learning: { kind: "learnt" }, lastSave: { ...lastSave, isFinal: true } }));
      await page.locator(".last-save .provisional").waitFor({ state: "detached" });
    });
  });

  it("says when nobody answers any more, and that it goes on when somebody does", async () => {
    await open("entries");
    workshop.isGone = true;
    tell(exampleState());
    const notice = page.locator("#connection", { hasText: "can't be reached" });
    await notice.waitFor();
    workshop.isGone = false;
    // Started anew, it counts from 1 again.
    workshop.tell(exampleState({ version: 1, isBroken: true }));
    await notice.waitFor({ state: "hidden" });
    await page.locator("#learning", { hasText: "Files with an error" }).waitFor();
  });

  it("names an entry's sources in the language shown", async () => {
    await open("entries/join");
    const source = page.locator(".entry-sources li").last();
    expect(await source.textContent()).toBe("Notice board, November 2026");
    await open("entries/join", "id");
    expect(await source.textContent()).toBe("Papan pengumuman, November 2026");
  });

  it("shows hostile text as text, in every view, and asks nobody else", async () => {
    const text = `<img src=x onerror="document.title='hit'">`;
    const [first, ...others] = exampleEntries();
    if (!first) throw new Error("The example has entries");
    const hostile = {
      ...first,
      question: { en: text, id: text },
      answer: { en: text, id: text },
      sources: [{ title: { en: text, id: text }, url: "javascript:document.title='hit'" }],
      phrasings: [{ text, language: "en", line: 3 }],
    };
    const finding = { ...exampleState().findings[0], message: text, remedy: text, file: text };
    workshop.tell(
      exampleState({
        entries: [hostile, ...others],
        findings: [finding as ReturnType<typeof exampleState>["findings"][number]],
      }),
    );
    await open("entries/join");
    await page.locator(".preview").first().waitFor();
    expect(await page.locator(".phrasing-list li div").first().textContent()).toBe(text);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    await page.locator("#filter").fill("onerror");
    expect(await page.locator("#filter-found").textContent()).toBe("1 of 7 entries");
    await go("findings");
    expect(await page.locator(".remedy").textContent()).toBe(text);
    await go("ask");
    await page.locator("#question").fill(text);
    await page.keyboard.press("Enter");
    await page.locator(".words", { hasText: "onerror" }).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("Jelas: Workshop");
    const elsewhere = browser.requested.filter(
      (url) => !url.startsWith(`${workshop.origin}/`) && !url.startsWith("data:"),
    );
    expect(elsewhere).toEqual([]);
  });

  it("speaks the other language at once, without losing what was typed", async () => {
    await open("ask");
    await page.locator("#question").fill("telat");
    await page.getByRole("button", { name: "Indonesia" }).click();
    expect(await page.getByRole("heading", { name: "Coba tanya" }).isVisible()).toBe(true);
    expect(await page.locator("#question").inputValue()).toBe("telat");
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("?language=id#ask");
    await page.reload();
    expect(await page.title()).toBe("Jelas: Ruang kerja");
  });

  it("shows why a question wasn't answered by the workshop itself", async () => {
    await open("ask");
    for (const [status, said] of [
      [413, "too long"],
      [503, "still being learnt"],
      [500, "went wrong"],
    ] as const) {
      workshop.trouble = status;
      await page.locator("#question").fill("telat");
      await page.keyboard.press("Enter");
      await page.locator("#ask-status", { hasText: said }).waitFor();
    }
    workshop.trouble = 200;
  });

  it("narrows findings by severity and rule, and leads from one to its entry", async () => {
    await open("findings");
    await page.getByLabel("Severity").selectOption("warning");
    expect(await page.locator(".finding").count()).toBe(2);
    await page.getByLabel("Rule").selectOption("few-phrasings");
    expect(await page.locator("#findings-shown").textContent()).toBe("1 of 3 findings");
    await page.getByRole("link", { name: "Open the entry join" }).click();
    await page.getByRole("heading", { name: "How do I become a member?" }).waitFor();
    await page.goBack();
    expect(await page.locator("#findings-shown").textContent()).toBe("1 of 3 findings");
  });

  it("shows the list and the entry in turn on a phone, and comes back to where one was", async () => {
    await page.setViewportSize({ width: 375, height: 500 });
    await open("entries");
    const link = page.locator('#entry-list a[href="#entries/bring-food"]');
    await link.scrollIntoViewIfNeeded();
    const wasAt = await page.evaluate("scrollY");
    await link.click();
    expect(await page.locator("#filter").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Back to the list" }).click();
    expect(await page.evaluate("scrollY")).toBe(wasAt);
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe(
      "#entries/bring-food",
    );
  });
});
