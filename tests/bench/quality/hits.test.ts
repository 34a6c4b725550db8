// From phrasings found to entries.
import { expect, it } from "vitest";
import { bestPhrasings, voteOfFirst } from "./hits.ts";

const hits = [
  { entry: "a", score: 5 },
  { entry: "b", score: 4 },
  { entry: "b", score: 3 },
  { entry: "a", score: 1 },
];

it("gives an entry the score of its best phrasing", () => {
  expect(bestPhrasings(hits)).toEqual([
    { entry: "a", score: 5 },
    { entry: "b", score: 4 },
  ]);
});

it("lets only the first hits vote", () => {
  expect(voteOfFirst(3, hits)).toEqual([
    { entry: "b", score: 7 },
    { entry: "a", score: 5 },
  ]);
});
