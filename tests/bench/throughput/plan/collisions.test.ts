// Holds the arithmetic of collisions to a simulation of them, and to the store's own retries.
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../functions/webhook/training/random.ts";
import { type Crowd, storeAttempts, uncountedOf, uncountedShare } from "./collisions.ts";

/** The store's pauses before it tries again. */
const pausesMs = { from: 10, to: 80 };

interface Try {
  readonly atMs: number;
  readonly left: number;
}

/** Questions come at random; whoever finds the item taken pauses, tries again, and gives up at last. */
function simulate({ perSecond, holdMs, attempts }: Crowd, questions: number): number {
  const random = seededRandom(8);
  const again: Try[] = [];
  let nextAtMs = 0;
  let takenUntilMs = 0;
  let [come, lost] = [0, 0];
  while (come < questions || again.length > 0) {
    again.sort((a, b) => a.atMs - b.atMs);
    const isNew = come < questions && nextAtMs <= (again[0]?.atMs ?? Number.POSITIVE_INFINITY);
    const { atMs, left } = isNew ? { atMs: nextAtMs, left: attempts } : (again.shift() as Try);
    if (isNew) {
      come += 1;
      nextAtMs -= Math.log(1 - random()) * (1000 / perSecond);
    }
    if (atMs >= takenUntilMs) takenUntilMs = atMs + holdMs;
    else if (left === 1) lost += 1;
    else {
      const pauseMs = pausesMs.from + random() * (pausesMs.to - pausesMs.from);
      again.push({ atMs: atMs + pauseMs, left: left - 1 });
    }
  }
  return lost / questions;
}

describe("the share of questions that goes uncounted", () => {
  it.each([15, 25, 50, 200])("is about what a simulation has, at %i a second", (perSecond) => {
    const crowd = { perSecond, holdMs: 20, attempts: 5 };
    const [reckoned, simulated] = [uncountedShare(crowd), simulate(crowd, 20_000)];
    // Who tries again soon meets the same one once more, which the formula leaves out.
    expect(reckoned).toBeGreaterThan(simulated / 3);
    expect(reckoned).toBeLessThan(simulated * 1.2);
  });

  it("falls with each doubling of the shards", () => {
    const ways = { holdMs: 20, attempts: 5 };
    const shares = [8, 16, 32, 64].map((shards) => uncountedOf(1000, ways, shards));
    for (const [at, share] of shares.entries()) {
      expect(share).toBeLessThan(shares[at - 1] ?? 1);
    }
  });

  it("is nothing where nobody collides, and nearly all where everybody does", () => {
    expect(uncountedShare({ perSecond: 0.001, holdMs: 20, attempts: 5 })).toBeLessThan(1e-9);
    expect(uncountedShare({ perSecond: 100_000, holdMs: 20, attempts: 5 })).toBeGreaterThan(0.99);
  });
});

it("the store tries more than once before it leaves a question uncounted, and not for ever", async () => {
  expect(await storeAttempts()).toBe(5);
});
