// What the load test would notice, and how it plans what it delivers.
import { expect, it } from "vitest";
import { brokenPromises } from "./judge.ts";
import type { Attempt } from "./open-loop.ts";
import type { Phase, Tally } from "./phase.ts";
import { scheduleOf } from "./schedule.ts";

const taken = (message: number, copy: Attempt["copy"], status = 200): Attempt => ({
  message,
  copy,
  attempt: 1,
  dueMs: 0,
  latencyMs: 1,
  status,
});

function phaseWith(tally: Partial<Tally>, statusOfLast = 200): Phase {
  const attempts = [0, 1].flatMap((message) => [taken(message, "first"), taken(message, "second")]);
  return {
    name: "load",
    messages: 2,
    attempts: [...attempts.slice(0, 3), taken(1, "second", statusOfLast)],
    tally: {
      counted: 2,
      claimed: 2,
      uncounted: 0,
      people: 2,
      replies: 2,
      crashes: 0,
      cpuMs: 0,
      ...tally,
    },
    stretches: [],
  };
}

it("finds nothing wrong where every message was counted or said not to be, and answered", () => {
  expect(brokenPromises(phaseWith({}))).toEqual([]);
  expect(brokenPromises(phaseWith({ counted: 1, claimed: 1, uncounted: 1 }))).toEqual([]);
});

it.each<[string, Phase]>([
  ["2 counts are one too many", phaseWith({ counted: 4, claimed: 2 })],
  ["1 counts are one too many", phaseWith({ counted: 3, claimed: 3 })],
  ["1 messages are neither counted", phaseWith({ counted: 1, claimed: 1 })],
  ["1 messages got no answer", phaseWith({ people: 1 })],
  ["1 deliveries were never taken", phaseWith({}, 503)],
  ["1 errors nobody expected", phaseWith({ crashes: 1 })],
])("finds that %s", (sentence, phase) => {
  expect(brokenPromises(phase)).toEqual([expect.stringContaining(sentence)]);
});

it("plans as many deliveries as asked for, each message twice, the second copy later", () => {
  const copies = scheduleOf({ rps: 50, seconds: 4 });
  expect(copies).toHaveLength(200);
  for (let message = 0; message < 100; message++) {
    const [first, second, ...others] = copies.filter((copy) => copy.message === message);
    expect([first?.name, second?.name, others.length]).toEqual(["first", "second", 0]);
    const laterMs = (second?.dueMs ?? 0) - (first?.dueMs ?? 0);
    expect(laterMs).toBeGreaterThanOrEqual(300);
    expect(laterMs).toBeLessThanOrEqual(2000);
  }
  expect(copies).toEqual(scheduleOf({ rps: 50, seconds: 4 }));
});
