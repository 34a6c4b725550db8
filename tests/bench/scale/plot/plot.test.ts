// The plot: what stands in it, and that names at the ends of lines never touch.
import { describe, expect, it } from "vitest";
import type { Cost } from "../measure.ts";
import { plotGrowth } from "./plot.ts";
import { spread } from "./spread.ts";

function cost(entries: number, value: number): Cost {
  return {
    entries,
    words: value,
    trainingS: value,
    trainingPeakMb: value,
    modelKb: value,
    gzippedKb: value,
    loadMs: value,
    firstMs: value,
    p50Us: Math.sqrt(value),
    p99Us: value,
    noisyP50Us: value,
    noisyP99Us: value,
    rssMb: value,
    usedMb: -1,
    right: 1,
    noisyRight: 1,
  };
}

const costs = [cost(50, 1), cost(500, 10), cost(5000, 100)];

describe("the plot", () => {
  const plot = plotGrowth(costs, 20) ?? "";

  it("names each line with how many times it has grown, and says so to those who don't see it", () => {
    expect(plot).toMatch(/<text class="name"[^>]*>a question 10\.0×<\/text>/);
    expect(plot).toMatch(/<text class="name"[^>]*>loading 100×<\/text>/);
    expect(plot).toMatch(/<desc[^>]*>[^<]*a question 10\.0× \(exponent 0\.50\)/);
  });

  it("draws what grows as the bank does upon the bank's own line", () => {
    const pathOf = (name: string) =>
      plot
        .split("<g ")
        .find((group) => group.includes(`>${name} `))
        ?.match(/ d="([^"]+)"/)?.[1];
    expect(pathOf("the bank itself")).toMatch(/^M.+L.+L.+/);
    expect(pathOf("loading")).toBe(pathOf("the bank itself"));
    expect(pathOf("a question")).not.toBe(pathOf("the bank itself"));
  });

  it("leaves out a line that has a value below nought: it has no logarithm", () => {
    expect(plot).not.toMatch(/>memory /);
    expect(plot).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("has no script and takes nothing from elsewhere", () => {
    expect(plot).not.toMatch(/<script|@import|url\(|href=|src=/);
  });

  it("takes two sizes", () => {
    expect(plotGrowth(costs.slice(0, 1), 20)).toBeUndefined();
    expect(plotGrowth([], 20)).toBeUndefined();
  });
});

describe("names at the ends of lines", () => {
  const bounds = { top: 0, bottom: 100 };

  it("stay where they wish while they have room", () => {
    expect(spread([80, 10, 50], 20, bounds)).toEqual([80, 10, 50]);
  });

  it("make room to both sides, and keep their order", () => {
    expect(spread([50, 50], 20, bounds)).toEqual([40, 60]);
    expect(spread([52, 50, 51], 20, bounds)).toEqual([71, 31, 51]);
  });

  it("stay on the drawing", () => {
    expect(spread([99, 100], 20, bounds)).toEqual([80, 100]);
    expect(spread([0, 1, 15], 20, bounds)).toEqual([0, 20, 40]);
  });

  it("give way to a block that has grown into them", () => {
    const places = spread([10, 10, 35, 90], 20, bounds);
    expect(places.slice(0, 3).map(Math.round)).toEqual([0, 20, 40]);
    expect(places[3]).toBe(90);
  });
});
