// What keeps people from reading a page: by axe-core's rules, and whatever lies beyond the screen.
import axe from "axe-core";
import type { Page } from "playwright-core";

const widths = [320, 1280];
const leastHeight = 568;
const allRules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** Those that colours can break. */
const colourRules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Each fault with where it shows: on a small phone and a desk, by day and night, enlarged. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) => {
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  };
  for (const width of widths) {
    await page.emulateMedia({ colorScheme: "light" });
    await showWhole(page, width);
    note(`${width} px`, [...(await violations(page, allRules)), ...(await overflow(page))]);
    await page.emulateMedia({ colorScheme: "dark" });
    // Nothing but colours differs.
    note(`${width} px, dark`, await violations(page, colourRules));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 640, height: leastHeight });
  await enlargeLetters(page, "200%");
  note("letters twice as large", await overflow(page));
  await enlargeLetters(page, "");
  return faults;
}

/** As high as the page, so that nothing lies beneath what stays in reach at the screen's end. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: leastHeight });
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  await page.setViewportSize({ width, height: Math.max(height, leastHeight) });
}

async function violations(page: Page, runOnly: object): Promise<string[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  const options = { preload: false, resultTypes: ["violations"], runOnly };
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as {
    violations: Violation[];
  };
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
}

async function overflow(page: Page): Promise<string[]> {
  const pixels = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return pixels === 0 ? [] : [`${pixels} px wider than the screen`];
}

/** Through the DOM: the pages' policy refuses any style that isn't their own. */
async function enlargeLetters(page: Page, size: string): Promise<void> {
  await page.evaluate(`document.documentElement.style.fontSize = ${JSON.stringify(size)}`);
}
