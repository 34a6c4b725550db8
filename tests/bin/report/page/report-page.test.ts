// The report's page says what is known, in words too, and stands alone.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnownFaq } from "../../../../bin/report/known-faq.ts";
import { makeOverview } from "../../../../bin/report/overview.ts";
import {
  type PageLanguage,
  pageLanguageFor,
  pageLanguages,
} from "../../../../bin/report/page/languages.ts";
import { rawPage } from "../../../../bin/report/page/raw-page.ts";
import { reportPage } from "../../../../bin/report/page/report-page.ts";
import { rawTable } from "../../../../bin/report/raw.ts";
import type { Uncounted } from "../../../../bin/report/uncounted.ts";
import type { Count } from "../../../../functions/webhook/counts/cell.ts";
import { daysBetween } from "../../../../functions/webhook/counts/day.ts";
import { hasChromium, needsChromium, openBrowser, type Profile } from "../../../page/browser.ts";
import { faultsOf } from "../../../page/faults.ts";
import { inventedCounts } from "../invented-counts.ts";

const days = { from: "2026-10-28", to: "2026-11-26" };
const known: KnownFaq = {
  name: { id: "Pustaka", en: "Pustaka" },
  languages: ["id", "en"],
  entries: new Map([
    [
      "fee",
      {
        question: { id: 'Berapa "iuran"-nya?', en: "What's the <yearly> fee?" },
        file: "faq/membership/fee.yaml",
      },
    ],
  ]),
};
const unknown: KnownFaq = { languages: [], entries: new Map() };
const entries = ["fee", "join", "opening-hours", "renew-card"];
const invented = inventedCounts({
  entries,
  days: daysBetween("2026-10-01", days.to),
  questionsPerDay: 40,
  seed: 5,
});

interface Wishes {
  readonly counts?: readonly Count[];
  readonly faq?: KnownFaq;
  readonly language?: PageLanguage;
  readonly uncounted?: Uncounted;
}

function page({
  counts = invented,
  faq = known,
  language = "en",
  uncounted = { kind: "at-most", questions: 10 },
}: Wishes = {}): string {
  const overview = makeOverview(counts, days, entries);
  return reportPage({ overview, uncounted, known: faq, language });
}

describe("the page", () => {
  it("names entries by their questions, with the id beneath; by the id where it knows no more", () => {
    expect(page()).toContain('What&#39;s the &lt;yearly&gt; fee?<span class="id">fee</span>');
    expect(page()).toContain('<th scope="row">join</th>');
    expect(page({ faq: unknown })).toContain('<th scope="row">fee</th>');
  });

  it("gives the command to look closer as a shell takes it, and the file to open", () => {
    expect(page()).toContain("faq -- words &quot;What&#39;s the &lt;yearly&gt; fee?&quot;</code>");
    expect(page({ language: "id" })).toContain(
      "faq -- words &#39;Berapa &quot;iuran&quot;-nya?&#39;</code>",
    );
    expect(page()).toContain("<code>faq/membership/fee.yaml</code>");
  });

  it("is in either language, with its numbers and days", () => {
    expect(page()).toContain('<html lang="en">');
    expect(page()).toMatch(/What people asked about[\s\S]*28 October 2026 to 26 November 2026/);
    expect(page({ language: "id" })).toContain('<html lang="id">');
    expect(page({ language: "id" })).toMatch(/Yang ditanyakan orang[\s\S]*28 Oktober 2026 sampai/);
  });

  it("is in the first language of the FAQ that it can be in, else in English", () => {
    expect(pageLanguageFor(["jv", "id", "en"])).toBe("id");
    expect(pageLanguageFor(["en", "id"])).toBe("en");
    expect(pageLanguageFor(["jv"])).toBe("en");
  });

  it("says what to do where nothing can be shown, the same for few questions and for none", () => {
    const empty = page({ counts: [] });
    expect(empty).toContain("Nothing can be shown yet");
    expect(empty).toContain("npm start");
    expect(empty).toContain("--from 2026-07-30");
    expect(empty).not.toContain("<svg");
    const few = { ...invented[0], entry: "fee", outcome: "answer", day: days.to, n: 4 } as Count;
    expect(page({ counts: [few] })).toBe(empty);
  });

  it("owns up to what wasn't counted", () => {
    expect(page()).toContain("Up to 10 questions may have been answered without being counted");
    const uncounted: Uncounted = { kind: "unknown", reason: "forgotten", why: "" };
    expect(page({ uncounted, language: "id" })).toContain("CloudWatch lupa setelah 15 bulan");
  });

  it("shows no number below 5, in words, tables or charts", () => {
    const text = page().replace(/<style>[\s\S]*<\/style>/, "");
    expect(text).toContain("&lt;5");
    expect(text).not.toMatch(/<td>[0-4]<\/td>|<dd>[0-4]<\/dd>/);
  });

  it("has a title and a description for each chart that no number stands beside", () => {
    const charts = page().match(/<svg[^>]*>/g) ?? [];
    for (const chart of charts) expect(chart).toMatch(/aria-hidden="true"|role="img"/);
    expect(page()).toMatch(
      /role="img" aria-labelledby="periods-chart-title" aria-describedby="periods-chart-desc">/,
    );
    expect(page()).toMatch(/<desc id="periods-chart-desc">The most were \d+, on /);
    expect(page()).toMatch(/<desc id="outcomes-chart-desc">Answered: [\d,]+ \(\d+%\); /);
  });

  it("makes a page of the exact counts too, with the warning on it", () => {
    const raw = rawPage(rawTable(invented.slice(0, 3)), "en");
    expect(raw).toContain("don&#39;t publish them");
    expect(raw).toContain('<th scope="col">outcome</th>');
  });
});

describe.skipIf(!hasChromium)(`the page in a browser${needsChromium}`, () => {
  let browser: Profile;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each<[string, (language: PageLanguage) => string]>([
    ["with numbers", (language) => page({ language })],
    ["with few numbers", (language) => page({ language, counts: invented.slice(0, 60) })],
    ["with nothing to show", (language) => page({ language, counts: [] })],
    ["of exact counts", (language) => rawPage(rawTable(invented.slice(0, 12)), language)],
  ])("is without a fault %s, in both languages, with all its tables open", async (_, write) => {
    const tab = await browser.context.newPage();
    for (const language of pageLanguages) {
      await tab.setContent(write(language));
      await tab.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
      expect(await faultsOf(tab)).toEqual([]);
    }
    await tab.close();
  });

  it("keeps the colours of its legend where readers choose all others", async () => {
    const tab = await browser.context.newPage();
    await tab.emulateMedia({ forcedColors: "active" });
    await tab.setContent(page());
    const colours = ["answered", "suggested", "unanswered"].map((kind) =>
      tab.evaluate(`getComputedStyle(document.querySelector('.key.${kind}')).backgroundColor`),
    );
    expect(new Set(await Promise.all(colours)).size).toBe(3);
    await tab.close();
  });

  it("unfolds its tables on paper, where the dark is light", async () => {
    const tab = await browser.context.newPage();
    await tab.setContent(page());
    await tab.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await tab.locator("details table").first().isVisible()).toBe(true);
    expect(await tab.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
    await tab.close();
  });

  it("lets its own style through, and nothing else in or out", async () => {
    const tab = await browser.context.newPage();
    const said: string[] = [];
    tab.on("console", (message) => said.push(message.text()));
    await tab.setContent(page());
    expect(await tab.evaluate("getComputedStyle(document.body).maxWidth")).toBe("1024px");
    expect(said).toEqual([]);
    expect(browser.requested.filter((url) => url.startsWith("http"))).toEqual([]);
    const image = '<img src="http://127.0.0.1:9/x.png" alt="">';
    await tab.setContent(page().replace("</body>", `${image}</body>`));
    expect(said.join()).toContain("violates the following Content Security Policy");
    await tab.close();
  });
});
