// Nobody can find out a number below 5 from the report's page either, by language, by channel, by
// day or by what was picked: not even by subtracting one from another.
import { describe, expect, it } from "vitest";
import { byWeeks } from "../../../bin/report/batches.ts";
import { makeOverview } from "../../../bin/report/overview.ts";
import { dayEnds } from "../../../bin/report/release.ts";
import type { Count } from "../../../functions/webhook/counts/cell.ts";
import { daysBetween } from "../../../functions/webhook/counts/day.ts";
import { allTargets, attack, type Pinned } from "./attacker.ts";
import { inventedCounts } from "./invented-counts.ts";
import { type Label, toldOnPage } from "./labelled-worlds.ts";
import { batchesIn, type SumOf, secondLabelling } from "./second-labelling.ts";
import { allWorlds, rangesOf, type Shown, sumOf, type World } from "./worlds.ts";

const twoByTwo: Label[] = [
  { entry: "entry-0", language: "id" },
  { entry: "entry-0", language: "en" },
  { entry: "entry-1", language: "id" },
  { entry: "entry-1", language: "en" },
];
const upTo = (most: number) => (world: World) => world.flat().every((n) => n <= most);

/** What is given away of worlds with such cells; the numbers thought of are larger than theirs. */
function attackOn(labels: readonly Label[], days: number, shown: Shown): Pinned[] {
  const worlds = allWorlds(labels.length, days, 7);
  return attack(worlds, shown, allTargets(labels.length, days), upTo(5));
}

describe("the page of every small world", () => {
  it.each<[string, number, Label[]]>([
    ["two entries in two languages", 1, twoByTwo],
    ["an entry in two languages on two days", 2, twoByTwo.slice(0, 2)],
    [
      "an entry in two languages and channels",
      1,
      [
        { language: "id", channel: "web" },
        { language: "id", channel: "line" },
        { language: "en", channel: "web" },
        { language: "en", channel: "line" },
      ],
    ],
    [
      "an entry found and picked in two languages",
      1,
      [
        { language: "id", outcome: "answer" },
        { language: "id", outcome: "chosen" },
        { language: "en", outcome: "answer" },
        { language: "en", outcome: "chosen" },
      ],
    ],
  ])("leaves every small sum of any numbers open: %s", (_, days, labels) => {
    expect(attackOn(labels, days, toldOnPage(labels))).toEqual([]);
  });
});

// The same attacker against breakdowns that look as good.
describe("other breakdowns give numbers away", () => {
  const table = toldOnPage(twoByTwo.map(({ entry = "" }) => ({ entry })));
  const languages = (world: World) => [
    sumOf([...(world[0] ?? []), ...(world[2] ?? [])]),
    sumOf([...(world[1] ?? []), ...(world[3] ?? [])]),
  ];
  const waitingFor5 = (n: number) =>
    [...dayEnds(new Map([["day", n]]))].map(({ released }) => released);

  it.each<[string, (world: World) => unknown]>([
    ["exact languages from 5 on", (world) => languages(world).map((n) => (n < 5 ? "<5" : n))],
    ["languages that wait for 5 by themselves", (world) => languages(world).map(waitingFor5)],
    ["languages rounded to 5", (world) => languages(world).map((n) => Math.round(n / 5))],
  ])("%s", (_, breakdown) => {
    const shown: Shown = (world, range) => `${table(world, range)} ${breakdown(world)}`;
    expect(attackOn(twoByTwo, 1, shown).length).toBeGreaterThan(0);
  });

  it("a day's questions, told as they were", () => {
    const labels = twoByTwo.slice(0, 2);
    const daily = toldOnPage(labels);
    const shown: Shown = (world, range) =>
      `${daily(world, range)} ${range.map((day) => sumOf(world.map((row) => row[day] ?? 0)))}`;
    expect(attackOn(labels, 2, shown).length).toBeGreaterThan(0);
  });
});

describe("pages of larger worlds, by weeks", () => {
  const days = daysBetween("2026-10-05", "2026-10-25");
  const shownIn = (counts: readonly Count[]) =>
    JSON.stringify(
      rangesOf(3).map(([from, to]) => {
        const some = { from: days[from * 7] ?? "", to: days[to * 7 + 6] ?? "" };
        return makeOverview(counts, some, []);
      }),
    );

  it("fit a second world, in which a small number by label is another one", () => {
    let tried = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const entries = ["fee", "join", "opening-hours", "renew-card"];
      const counts = inventedCounts({ entries, days, questionsPerDay: 5 + seed, seed });
      const shown = shownIn(counts);
      for (const batch of batchesIn(counts, byWeeks(50), days.at(-1) ?? "")) {
        for (const { name, sum } of targetsIn(batch.counts)) {
          if (sum(batch.counts) >= 5) continue;
          tried += 1;
          const isAlike = (other: readonly Count[]) => shownIn(other) === shown;
          const other = secondLabelling(counts, batch, sum, isAlike);
          expect(other, `${name} in world ${seed}`).toBeDefined();
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
});

/** Sums by language, by channel, and by an entry's language on a day. */
function targetsIn(counts: readonly Count[]): { name: string; sum: SumOf }[] {
  const where = (name: string, holds: (count: Count) => boolean) => ({
    name,
    sum: (all: readonly Count[]) => sumOf(all.filter(holds).map(({ n }) => n)),
  });
  return [
    where("English", ({ language }) => language === "en"),
    where("LINE", ({ channel }) => channel === "line"),
    where("Twilio", ({ channel }) => channel === "twilio"),
    ...counts
      .slice(0, 2)
      .map((row) =>
        where(
          `${row.entry} in English on ${row.day}`,
          ({ entry, day, language }) => entry === row.entry && day === row.day && language === "en",
        ),
      ),
  ];
}
