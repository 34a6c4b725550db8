// The report of an invented month, in which some entries are much asked and many hardly.
import type { Page } from "playwright-core";
import { knownFaq } from "../../../bin/report/known-faq.ts";
import { makeOverview } from "../../../bin/report/overview.ts";
import { reportPage } from "../../../bin/report/page/report-page.ts";
import { daysBetween } from "../../../functions/webhook/counts/day.ts";
import { inventedCounts } from "../../bin/report/invented-counts.ts";
import type { Take } from "./workshop-pictures.ts";

const days = { from: "2026-10-28", to: "2026-11-26" };
/** The invention asks the first ones most. */
const favourites = [
  "personal-messages",
  "account-deletion",
  "data-shared-with-facebook",
  "not-accepting",
  "what-is-the-update",
  "switching-apps",
];

export async function takeReports(page: Page, take: Take): Promise<void> {
  await page.setViewportSize({ width: 900, height: 1010 });
  const known = knownFaq("faq");
  const entries = [...new Set([...favourites, ...known.entries.keys()])];
  const counts = inventedCounts({
    entries,
    days: daysBetween("2026-10-01", days.to),
    questionsPerDay: 160,
    seed: 7,
  });
  const overview = makeOverview(counts, days, entries);
  const uncounted = { kind: "at-most", questions: 0 } as const;
  for (const [language, name] of [
    ["en", "report"],
    ["id", "report.id"],
  ] as const) {
    await page.setContent(reportPage({ overview, uncounted, known, language }));
    await take(name);
  }
}
