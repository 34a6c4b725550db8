import { describe, expect, it } from "vitest";
import { heatOf, layOutMatrix } from "../../../bin/workshop/page/matrix.ts";

const entries = ["a1", "b1", "a2", "b2", "c1"];
const categoryOf = (entry: string) => entry.charAt(0);
const map = {
  entries,
  sizes: entries.map(() => 100),
  confusions: [
    { from: "b1", to: "b2", count: 30, share: 0.3 },
    { from: "c1", to: "a2", count: 4, share: 0.04 },
    { from: "a1", to: "b1", count: 1, share: 0.001 },
  ],
};

describe("the confusion map as a matrix", () => {
  it("puts the entries of a category together, in the order of the menu", () => {
    const matrix = layOutMatrix(map, categoryOf, ["b", "a"]);
    expect(matrix.entries).toEqual(["b1", "b2", "a1", "a2", "c1"]);
    expect(matrix.bands).toEqual([
      { category: "b", start: 0, size: 2 },
      { category: "a", start: 2, size: 2 },
      { category: "c", start: 4, size: 1 },
    ]);
  });

  it("has a cell for each pair, in reading order, at the row of whose phrasings they are", () => {
    const { cells } = layOutMatrix(map, categoryOf, ["b", "a"]);
    expect(cells.map(({ row, column, confusion }) => [row, column, confusion.from])).toEqual([
      [0, 1, "b1"],
      [2, 0, "a1"],
      [4, 3, "c1"],
    ]);
  });

  it("draws only the entries of the plainest pairs where there are too many", () => {
    const matrix = layOutMatrix(map, categoryOf, ["a", "b"], 4);
    expect(matrix.entries).toEqual(["a2", "b1", "b2", "c1"]);
    expect(matrix.cells).toHaveLength(2);
  });

  it("shows a larger share in a stronger colour", () => {
    expect([0.001, 0.01, 0.04, 0.06, 0.3].map(heatOf)).toEqual([1, 2, 3, 4, 5]);
  });
});
