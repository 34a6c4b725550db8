// The workshop as the pages about editing go through it: an entry, a question, what a save did.
import type { Page } from "playwright-core";
import type { CopiedBot } from "./copied-bot.ts";
import { editingPages } from "./editing-pages.ts";

const size = { width: 1100, height: 720 };
/** A slow machine may take minutes over a thorough lesson. */
const patienceMs = 600_000;

export type Take = (name: string) => Promise<void>;

export async function takeWorkshop(page: Page, bot: CopiedBot, take: Take): Promise<void> {
  await page.setViewportSize(size);
  const open = async (view: string, language: string) => {
    await page.goto("about:blank");
    await page.goto(`${bot.origin}/workshop?language=${language}#${view}`);
    await page.locator("#learning .badge.good").waitFor({ timeout: patienceMs });
  };
  for (const { language, suffix, question } of editingPages) {
    await open("entries/reminders", language);
    await page.locator(".preview").first().waitFor();
    await take(`edit-entries${suffix}`);
    await open("ask", language);
    await page.locator("#question").fill(question);
    await page.keyboard.press("Enter");
    await page.locator(".score-list").waitFor();
    await take(`edit-ask${suffix}`);
  }
  for (const { language, phrasings } of editingPages) {
    bot.rewrite("faq/accepting/reminders.yaml", (text) =>
      text.replace(
        new RegExp(`\\nphrasings:[\\s\\S]*?\\n {2}${language}:\\n`),
        (list) => `${list}${phrasings}\n`,
      ),
    );
  }
  await page.locator("#learning .badge.warn").waitFor({ timeout: patienceMs });
  for (const { language, suffix } of editingPages) {
    await open("changes", language);
    await page
      .locator(".last-save .provisional")
      .waitFor({ state: "detached", timeout: patienceMs });
    await take(`edit-changes${suffix}`);
  }
}
