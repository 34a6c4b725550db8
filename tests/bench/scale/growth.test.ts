// The exponent of growth, on figures whose growth is known.
import { expect, it } from "vitest";
import { exponentOf, timesAsMuch } from "./growth.ts";

const grown = (values: readonly number[]) =>
  values.map((value, at) => ({ entries: 50 * 10 ** at, value }));

it("is 1 for what grows as the bank does, a half for its root, and 0 for what stays", () => {
  expect(exponentOf(grown([3, 30, 300]))).toBeCloseTo(1);
  expect(exponentOf(grown([7, 7 * Math.sqrt(10), 70]))).toBeCloseTo(0.5);
  expect(exponentOf(grown([4, 4, 4]))).toBeCloseTo(0);
});

it("is that of the nearest straight line where the figures lie on none", () => {
  // By hand: log10 is 0, 0 and 1 at -1, 0 and 1, so the slope is (0·-1 + 1·1) / 2.
  expect(exponentOf(grown([1, 1, 10]))).toBeCloseTo(0.5);
});

it("is left open by one size alone, and by a value that isn't above nought", () => {
  expect(exponentOf(grown([5]))).toBeUndefined();
  expect(exponentOf(grown([0, 5, 50]))).toBeUndefined();
  expect(exponentOf(grown([5, -1, 50]))).toBeUndefined();
});

it("compares the last value with the first, where there are two and the first isn't nought", () => {
  expect(timesAsMuch(grown([2, 1, 9]))).toBe(4.5);
  expect(timesAsMuch(grown([2]))).toBeUndefined();
  expect(timesAsMuch(grown([0, 2]))).toBeUndefined();
});
