// The chat page on a phone: a question as people type it, and an answer so short that its sources show.
import type { Page } from "playwright-core";
import type { Take } from "./workshop-pictures.ts";

export async function takeChat(page: Page, origin: string, take: Take): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${origin}/?language=id`);
  await page.locator("#question").fill("lewat 15 mei msh bs setuju ga sih?");
  await page.keyboard.press("Enter");
  await page.locator(".turn .checked").waitFor();
  await take("chat-phone");
}
