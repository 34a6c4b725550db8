// That what the bench measures is what it says: each kind of request answered, counted and waited for.
import { beforeAll, describe, expect, it } from "vitest";
import { trainBot } from "../../fixtures/bot.ts";
import { type Row, runRounds } from "./rounds.ts";

describe("the rounds of the throughput bench", () => {
  let rows: readonly Row[];
  beforeAll(async () => {
    rows = await runRounds({
      data: trainBot(),
      texts: ["how many books may I borrow?", "berapa lama boleh pinjam buku?"],
      seconds: 0.1,
      rounds: 1,
      atOnce: 5,
      delaysMs: [0, 10],
    });
  });
  const rowsOf = (name: string) => rows.filter(({ kind }) => kind.name === name);

  it.each([
    ["a question on the chat page", 1, 0],
    ["a question over WhatsApp", 2, 2],
    ["a copy of one", 1, 1],
    ["one with a wrong signature", 0, 0],
    ["the chat page itself, gzipped", 0, 0],
  ])("%s makes %i calls to the store and %i to the platform", (name, store, platform) => {
    const calls = rowsOf(name).map(({ storeCalls, platformCalls }) => [storeCalls, platformCalls]);
    expect(calls).toEqual(calls.map(() => [store, platform]));
    expect(calls.length).toBeGreaterThan(0);
  });

  it("are one row for each time that the store takes, or one where it isn't asked", () => {
    const delays = rows.map(({ kind, delayMs }) => `${kind.name}: ${delayMs}`);
    expect(new Set(delays).size).toBe(rows.length);
    expect(rowsOf("a copy of one").map(({ delayMs }) => delayMs)).toEqual([0, 10]);
    expect(rowsOf("one with a wrong signature")).toHaveLength(1);
  });
});
