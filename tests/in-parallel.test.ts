import { expect, it } from "vitest";
import { inParallel } from "../functions/webhook/in-parallel.ts";

it("gives the results in the order of the items, whichever ends first", async () => {
  const releases: (() => void)[] = [];
  const all = inParallel([1, 2, 3], 3, async (item) => {
    await new Promise<void>((resolve) => releases.push(resolve));
    return item * 10;
  });
  for (const release of releases.reverse()) release();
  expect(await all).toEqual([10, 20, 30]);
});

it("never has more under way than the limit, and leaves nothing out", async () => {
  let underWay = 0;
  let most = 0;
  const items = Array.from({ length: 23 }, (_, n) => n);
  const results = await inParallel(items, 5, async (item) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return item;
  });
  expect(most).toBe(5);
  expect(results).toEqual(items);
});

it("has nothing to do for no items", async () => {
  expect(await inParallel([], 5, async () => 1)).toEqual([]);
});
