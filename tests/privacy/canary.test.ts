// Nothing that a person wrote or is may be kept, logged, sent on or answered, whatever goes wrong.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import { endings } from "../../functions/webhook/counts/journey.ts";
import { logEvents } from "../../functions/webhook/log-record.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { openWorkshop, type Workshop } from "./build.ts";
import { type CanaryReport, runCanary } from "./run-canary.ts";

/** Where other work is done beside, it takes its time. */
const patienceMs = 600_000;

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop.remove());

describe("after ten thousand messages and their troubles", () => {
  let report: CanaryReport;
  beforeAll(async () => {
    // Some more, for how many of them the store hears of follows the real clock.
    report = await runCanary(workshop, { messages: 10_500 });
  }, patienceMs);

  it("nothing of anybody is left in tables, logs, responses, calls, errors or files", () => {
    expect(report.hits).toEqual([]);
    expect(report.hitCount).toBe(0);
  });

  it("no error got past the handler", () => {
    expect(report.searched.thrown).toBeUndefined();
  });

  it("much was kept, logged, answered and sent, so there was something to search", () => {
    const { stored, answered, sent, stdout } = report.searched;
    expect(report.requests).toBeGreaterThan(10_000);
    expect(stored?.texts).toBeGreaterThan(10_000);
    expect(stored?.characters).toBeGreaterThan(5_000_000);
    expect(answered?.texts).toBe(report.requests);
    expect(sent?.texts).toBeGreaterThan(2_000);
    expect(stdout?.characters).toBeGreaterThan(500_000);
  });

  it("the log has the fields of its closed list, and no others", () => {
    expectOnlyKnownFields(report.lines);
  });

  it("everything happened that the log has a word for, over every channel", () => {
    const records = report.lines.map((line) => JSON.parse(line));
    const all = (name: string) => new Set(records.map((record) => record[name]));
    expect(all("event")).toEqual(new Set(logEvents));
    for (const ending of endings) expect(all("ending")).toContain(ending);
    for (const channel of channelNames) expect(all("channel")).toContain(channel);
  });

  it("requests were answered in every way there is", () => {
    const statuses = Object.keys(report.statuses).map(Number);
    for (const status of [200, 204, 400, 401, 403, 404, 405, 413, 415, 422, 503]) {
      expect(statuses).toContain(status);
    }
    for (const status of statuses) expect(status === 503 || status < 500).toBe(true);
  });

  it("nothing was written to standard error but what the AWS SDK thinks of this Node", () => {
    expect(report.stderr).toMatch(/^$|^\(node:\d+\) Warning: NodeVersionSupportWarning/);
  });
});

it(
  "nothing of anybody is left in the file of the store that needs no account",
  async () => {
    const report = await runCanary(workshop, { messages: 700, store: "embedded", seed: 2 });
    expect(report.searched.files?.characters).toBeGreaterThan(10_000);
    expect(report.searched.stored?.characters).toBeGreaterThan(10_000);
    expect(report.hits).toEqual([]);
  },
  patienceMs,
);
