// Takes the pictures of the documents anew, of a bot of its own: `npm run bench -- pictures [FOLDER]`.
import { statSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../../page/browser.ts";
import { takeChat } from "./chat-picture.ts";
import { serveCopy } from "./copied-bot.ts";
import { takeReports } from "./report-pictures.ts";
import { takeWorkshop } from "./workshop-pictures.ts";

export async function takePictures([folder = "docs/images"]: readonly string[]): Promise<void> {
  const browser = await openBrowser({ colorScheme: "light", reducedMotion: "reduce" });
  const page = await browser.context.newPage();
  const take = async (name: string) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    process.stdout.write(`${path}: ${Math.round(statSync(path).size / 1000)} KB\n`);
  };
  try {
    await takeReports(page, take);
    const bot = await serveCopy();
    try {
      await takeChat(page, bot.origin, take);
      await takeWorkshop(page, bot, take);
    } finally {
      await bot.close();
    }
  } finally {
    await browser.close();
  }
}
