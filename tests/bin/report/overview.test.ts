// What the page shows besides the table: days, languages, channels, what was picked, what lacks.
import { describe, expect, it } from "vitest";
import { lacksIn } from "../../../bin/report/lacks.ts";
import { makeOverview } from "../../../bin/report/overview.ts";
import { makeReport } from "../../../bin/report/report.ts";
import { periodsOf } from "../../../bin/report/report-days.ts";
import type { Count } from "../../../functions/webhook/counts/cell.ts";
import { daysBetween } from "../../../functions/webhook/counts/day.ts";
import { inventedCounts } from "./invented-counts.ts";

/** From a Monday to a Sunday. */
const days = { from: "2026-11-02", to: "2026-11-15" };
const faq = ["fee", "join"];

const count = (n: number, more: Partial<Count> = {}): Count => ({
  day: "2026-11-04",
  entry: "fee",
  language: "id",
  channel: "web",
  outcome: "answer",
  n,
  ...more,
});
const overview = (...counts: Count[]) => makeOverview(counts, days, faq);

describe("periods", () => {
  const unitOf = (from: string, to: string) => {
    const { unit, periods } = periodsOf({ from, to });
    return [unit, periods.length, periods[0], periods.at(-1)];
  };

  it("are days, or weeks from Monday or months where there are many, cut at the ends", () => {
    const one = (day: string) => ({ from: day, to: day });
    expect(unitOf("2026-11-01", "2026-11-30")).toEqual([
      "day",
      30,
      one("2026-11-01"),
      one("2026-11-30"),
    ]);
    expect(unitOf("2026-08-01", "2026-11-24")).toEqual([
      "week",
      18,
      { from: "2026-08-01", to: "2026-08-02" },
      { from: "2026-11-23", to: "2026-11-24" },
    ]);
    expect(unitOf("2025-01-15", "2026-11-24")).toEqual([
      "month",
      23,
      { from: "2025-01-15", to: "2025-01-31" },
      { from: "2026-11-01", to: "2026-11-24" },
    ]);
  });

  it("tell of a day what a report of that day alone tells", () => {
    const invented = inventedCounts({
      entries: ["fee", "join", "opening-hours"],
      days: daysBetween("2026-10-20", days.to),
      questionsPerDay: 25,
      seed: 1,
    });
    const { periods } = makeOverview(invented, days, faq);
    for (const { totals, ...day } of periods) {
      const total = makeReport(invented, day, faq).rows.at(-1)?.slice(1);
      expect(Object.values(totals).map((n) => n || "<5")).toEqual(total);
    }
  });
});

describe("by language and channel", () => {
  it("divides a week's questions once there are 50 that can be shown, each rounded to 5", () => {
    const { languages, channels } = overview(
      count(38),
      count(11, { language: "en", channel: "telegram" }),
      count(6, { language: "en", outcome: "suggest", day: "2026-11-08" }),
    );
    expect(languages).toEqual({
      questions: 55,
      parts: [
        { label: "id", n: 40 },
        { label: "en", n: 15 },
      ],
    });
    expect(channels.parts).toEqual([
      { label: "web", n: 45 },
      { label: "telegram", n: 10 },
    ]);
  });

  it("tells nothing of fewer, and adds them to the next week's", () => {
    const first = count(42);
    expect(overview(first).languages).toEqual({ questions: 0, parts: [] });
    const { languages } = overview(first, count(9, { day: "2026-11-15" }));
    expect(languages).toEqual({ questions: 51, parts: [{ label: "id", n: 50 }] });
  });

  it("tells nothing of a week that isn't over", () => {
    const counts = [count(90)];
    const { languages } = makeOverview(counts, { from: "2026-11-02", to: "2026-11-07" }, faq);
    expect(languages.questions).toBe(0);
  });

  it("leaves out small talk, pictures and feedback", () => {
    const { channels } = overview(
      count(52),
      count(80, { outcome: "smalltalk", channel: "line" }),
      count(80, { outcome: "helpful", channel: "line" }),
    );
    expect(channels.parts.map(({ label }) => label)).toEqual(["web"]);
  });
});

describe("what was picked", () => {
  it("is told by entry, once a week has 20 of its answers", () => {
    const { picked } = overview(
      count(14),
      count(11, { outcome: "chosen" }),
      count(12, { entry: "join" }),
      count(7, { entry: "join", outcome: "chosen" }),
    );
    expect(picked).toEqual({ answers: 25, entries: [{ entry: "fee", n: 10 }] });
  });
});

describe("what the FAQ lacks", () => {
  it("gathers unsure, unanswered and unhelpful by entry, and keeps what was near none apart", () => {
    const { entries } = overview(
      count(80),
      count(7, { outcome: "suggest" }),
      count(9, { outcome: "unhelpful" }),
      count(20, { entry: "join", outcome: "fallback-near" }),
      count(4, { entry: "join", outcome: "suggest" }),
      count(30, { entry: "-", outcome: "fallback-far" }),
    );
    expect(lacksIn(entries)).toEqual({
      entries: [
        {
          entry: "join",
          shown: expect.objectContaining({ suggested: 0, unanswered: 20 }),
          mostly: "unanswered",
        },
        {
          entry: "fee",
          shown: expect.objectContaining({ suggested: 7, unhelpful: 9 }),
          mostly: "unhelpful",
        },
      ],
      far: 30,
    });
  });
});
