// Takes the pictures for the docs of a workshop that runs, in English:
//
//     node --import tsx tests/bin/workshop/take-pictures.ts http://localhost:3000 docs/images
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBrowser } from "../../page/browser.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [address = "http://localhost:3000", folder = "."] = positionals;
const question = "apkh wa bs ngintip chat gw";

const browser = await openBrowser({
  viewport: { width: 1280, height: 960 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
try {
  const page = await browser.context.newPage();
  await page.goto(`${address}/workshop?language=en`);
  // Whatever was saved last should be learnt before pictures are taken.
  await page.locator("#learning .badge.good").waitFor({ timeout: 120_000 });
  await page.locator("#entry-list a").first().click();
  await page.locator(".preview").first().waitFor();
  await page.screenshot({ path: join(folder, "workshop-entries.png") });

  await page.goto(`${address}/workshop?language=en#ask`);
  await page.getByLabel("Ask as a reader would").fill(question);
  await page.keyboard.press("Enter");
  await page.locator(".score-list").waitFor();
  await page.screenshot({ path: join(folder, "workshop-ask.png") });
  process.stdout.write(`workshop-entries.png and workshop-ask.png are in ${folder}\n`);
} finally {
  await browser.close();
}
