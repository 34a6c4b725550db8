import { expect, it } from "vitest";
import { partitionKey, partitionKeys } from "../../functions/webhook/counts/partition.ts";

it("a shard's key is its day and its number", () => {
  expect(partitionKey("2026-11-23", 5)).toBe("2026-11-23#5");
});

it("a day has eight of them", () => {
  expect(partitionKeys("2026-11-23")).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((shard) => `2026-11-23#${shard}`),
  );
});
