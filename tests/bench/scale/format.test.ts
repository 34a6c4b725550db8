// The aims: judged by the sizes that they are set for, and only by those.
import { expect, it } from "vitest";
import { formatAims, formatFailure, formatScale } from "./format.ts";
import type { Cost } from "./measure.ts";

function cost(entries: number, p50Us: number): Cost {
  return {
    entries,
    words: 1000,
    trainingS: 1,
    trainingPeakMb: 100,
    modelKb: 10,
    gzippedKb: 5,
    loadMs: 2,
    firstMs: 3,
    p50Us,
    p99Us: 2 * p50Us,
    noisyP50Us: p50Us,
    noisyP99Us: p50Us,
    rssMb: 4,
    usedMb: 5,
    right: 0.951,
    noisyRight: 0.9,
  };
}

it("calls the aims met by a question that grows slower than the bank, twentyfold at most", () => {
  const aims = formatAims([cost(50, 10), cost(500, 40), cost(5000, 160)]);
  expect(aims).toHaveLength(2);
  expect(aims[0]).toMatch(/16\.0 times, met\.$/);
  expect(aims[1]).toMatch(/0\.60, met\.$/);
});

it("calls them not met by one that grows as the bank does", () => {
  const aims = formatAims([cost(50, 10), cost(500, 100), cost(5000, 1000)]);
  expect(aims[0]).toMatch(/100\.0 times, not met\.$/);
  expect(aims[1]).toMatch(/1\.00, not met\.$/);
});

it("says nothing of an aim that these sizes can't tell of", () => {
  expect(formatAims([cost(50, 10), cost(500, 20)]).join()).not.toContain("5,000");
  expect(formatAims([cost(50, 10)])).toEqual([]);
});

it("gives no exponent to shares, nor to a single size", () => {
  const rows = formatScale([cost(50, 10), cost(5000, 100)]).split("\n");
  expect(rows.find((row) => row.startsWith("a question"))).toMatch(/10 +100 +10\.0 +0\.50$/);
  expect(rows.find((row) => row.startsWith("right entry"))).toMatch(/95\.1 +95\.1 +– +–$/);
  expect(formatScale([cost(50, 10)])).not.toMatch(/NaN|undefined/);
});

it("names the size that failed, and why", () => {
  const said = formatFailure({ entries: 5000, why: "it ran out of memory" });
  expect(said).toBe(
    "Left out: 5,000 entries, whose process told no figures: it ran out of memory.",
  );
});
