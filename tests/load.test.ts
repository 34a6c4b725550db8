// A few seconds of what `npm run bench -- load` does for minutes: the real server, real connections.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenPromises } from "./bench/load/judge.ts";
import { runPhase } from "./bench/load/phase.ts";
import { type OpenWorld, openWorld } from "./bench/load/world.ts";
import { libraryFaq } from "./bin/run-faq.ts";

// The store has an address that other systems don't give to their loopback.
describe.skipIf(process.platform !== "linux")("a server under load", () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld({
      faq: libraryFaq,
      questions: ["buka jam berapa", "what time do you open", "cara jadi anggota", "hello"],
      delays: { platformMs: 20, storeMs: 5 },
    });
  });
  afterAll(() => world.close());

  it("answers every message that comes twice, and counts it once or says that it did not", async () => {
    const phase = await runPhase("outage", { rps: 20, seconds: 2 }, world, [
      { atMs: 800, store: "refusing" },
      { atMs: 1800, store: "up" },
    ]);
    expect(brokenPromises(phase)).toEqual([]);
    const [before, during] = phase.stretches;
    expect(before?.tally.counted).toBeGreaterThan(0);
    expect(during?.tally).toMatchObject({ counted: 0 });
    expect(during?.tally.uncounted).toBeGreaterThan(0);
    expect(phase.tally.counted + phase.tally.uncounted).toBeGreaterThanOrEqual(phase.messages);
  });

  it("counts again when the store is back", async () => {
    const counted = async () => (await runPhase("after", { rps: 2, seconds: 1 }, world)).tally;
    await expect.poll(counted, { timeout: 30_000 }).toMatchObject({ counted: 1, uncounted: 0 });
  });

  it("kept to the platform's rules with every call", async () => {
    expect((await world.standIns.totals()).problems).toEqual([]);
  });
});
