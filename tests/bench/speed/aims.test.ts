// Aims and figures as they are printed.
import { describe, expect, it } from "vitest";
import { aimsOf, formatAims } from "./aims.ts";
import type { Measured } from "./compare.ts";
import { threeDigits } from "./figures.ts";
import type { Asked } from "./rounds.ts";

const engine = (name: string, ms: number, found: string): Measured => ({
  name,
  what: name,
  bytesPerQuestion: 0,
  asked: asked(ms, found),
});
const asked = (ms: number, entry: string): Asked => [
  [{ question: { number: 0, text: "", accepts: ["right"] }, ranking: [{ entry, score: 1 }], ms }],
];
const aims = (misspeltMs: number) =>
  formatAims(
    aimsOf({
      engines: [
        engine("Jelas", 1, "right"),
        engine("MiniSearch", 2, "wrong"),
        engine("Fuse.js tokens", 50, "right"),
      ],
      misspelt: asked(misspeltMs, "right"),
      hostile: [],
    }),
  ).split("\n");

describe("aims", () => {
  it("tell those that are met from those that are not, the figure beside", () => {
    const [, ...lines] = aims(5).map((line) => line.replaceAll(/ {2,}/g, " | "));
    expect(lines).toEqual([
      "times as fast as MiniSearch, by p50 | ≥ 3× | 2.00× | NO",
      "… while ahead of it in top-1 | > 0 points | 100 points | yes",
      "times as fast as Fuse.js tokens, by p50 | ≥ 50× | 50.0× | yes",
      "… while ahead of it in top-1 | > 0 points | 0.00 points | NO",
      "p99 with 10 % of the letters replaced, beside the p50 without | ≤ 5× | 5.00× | yes",
    ]);
    expect(aims(5.1).at(-1)).toMatch(/5\.10× +NO$/);
  });
});

describe("a quick comparison", () => {
  it("has no aims beside engines that took no part", () => {
    const engines = [engine("Jelas", 1, "right"), engine("MiniSearch", 9, "wrong")];
    const aims = aimsOf({ engines, misspelt: asked(1, "right"), hostile: [] });
    expect(aims.map(({ what }) => what).join()).not.toContain("Fuse.js");
  });
});

describe("a figure", () => {
  it.each([
    [1292.4, "1290"],
    [99.96, "100"],
    [63, "63.0"],
    [5.123, "5.12"],
    [0.1424, "0.142"],
    [0.00456, "0.0046"],
    [0, "0.00"],
  ])("of %s is written %s", (value, written) => {
    expect(threeDigits(value)).toBe(written);
  });
});
