// How alike two texts are, by the words that they share.
import { expect, it } from "vitest";
import { likenessOf } from "../../bin/likeness.ts";

it.each([
  ["a b c d", "a b c d", 1],
  ["a b c d", "d c b a", 1],
  ["a b", "c d", 0],
  ["a a", "a b", 0.5],
  ["", "", 1],
])("%j and %j are alike by %d", (before, after, likeness) => {
  expect(likenessOf(before, after)).toBe(likeness);
});
