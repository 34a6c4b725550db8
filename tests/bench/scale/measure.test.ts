// The whole measurement on a bank of a handful of entries, and what is said where one fails.
import { expect, it } from "vitest";
import { whyItEnded } from "./in-process.ts";
import { measureSizes } from "./measure.ts";

it("tells what each size costs, and goes on without one that fails", async () => {
  const impossible = 1e10;
  const said: string[] = [];
  const { costs, failures } = await measureSizes({
    sizes: [impossible, 6],
    phrasings: 6,
    rounds: 1,
    onWork: (what) => said.push(what),
  });
  expect(failures).toEqual([
    { entries: impossible, why: expect.stringMatching(/^RangeError: Invalid array length/) },
  ]);
  expect(costs.map(({ entries }) => entries)).toEqual([6]);
  const [cost] = costs;
  for (const [figure, value] of Object.entries(cost ?? {})) {
    // Two processes are compared for memory, where so small a bot may be lost in chance.
    if (!/^(rss|used)Mb$/.test(figure)) expect(value, figure).toBeGreaterThan(0);
  }
  // Six entries guessed at blindly would come to a sixth.
  expect(cost?.right).toBeGreaterThan(0.5);
  expect(cost?.p99Us).toBeGreaterThanOrEqual(cost?.p50Us ?? Number.POSITIVE_INFINITY);
  expect([...new Set(said)]).toEqual([
    `Learning ${impossible} entries`,
    "Learning 6 entries",
    "Asking",
  ]);
});

it("says of a process that it ran out of memory, what it threw, or else how it ended", () => {
  const trace = "<--- Last few GCs --->\nFATAL ERROR: Reached heap limit Allocation failed - …";
  expect(whyItEnded(trace, "SIGABRT")).toBe("it ran out of memory");
  const thrown = "file:3\n  throw x\n\nRangeError: Array buffer allocation failed\n    at …";
  expect(whyItEnded(thrown, "status 1")).toBe("it ran out of memory");
  expect(whyItEnded("\nTypeError: x is not a function\n    at …", "status 1")).toBe(
    "TypeError: x is not a function",
  );
  expect(whyItEnded("", "SIGKILL")).toBe("it ended with SIGKILL");
});
