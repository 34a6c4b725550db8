// What CloudWatch counts: from the lines of the log, by Amazon's rules for such lines.
import { describe, expect, it } from "vitest";
import { endings } from "../functions/webhook/counts/journey.ts";
import { createLog } from "../functions/webhook/log.ts";
import { failures, type LogRecord, logEvents } from "../functions/webhook/log-record.ts";
import { metricsOf, metricUnits } from "../functions/webhook/metrics.ts";
import { expectOnlyKnownFields } from "./handler/log-schema.ts";

const nowMs = 1_764_000_000_000;

function lineOf(record: LogRecord, metricsNamespace?: string): Record<string, unknown> {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  createLog("build-1", { write, metricsNamespace, now: () => nowMs })(record);
  return JSON.parse(lines.join());
}

/** Every record that says something of its own. */
const records: LogRecord[] = [
  ...logEvents.map((event): LogRecord => ({ level: "info", event, ms: 12 })),
  ...endings.map((ending): LogRecord => ({ level: "info", event: "message", ending, ms: 12 })),
  ...failures.map((delivery): LogRecord => ({ level: "warn", event: "delivery", delivery })),
];

describe("a line of the log on AWS", () => {
  it("carries its metrics in the embedded metric format", () => {
    const record = { level: "info", event: "message", ending: "replied", ms: 7 } as const;
    expect(lineOf(record, "Jelas-dev")).toEqual({
      ...record,
      build: "build-1",
      _aws: {
        Timestamp: nowMs,
        CloudWatchMetrics: [
          {
            Namespace: "Jelas-dev",
            Dimensions: [[]],
            Metrics: [
              { Name: "Questions", Unit: "Count" },
              { Name: "Uncounted", Unit: "Count" },
            ],
          },
        ],
      },
      Questions: 1,
      Uncounted: 0,
    });
  });

  it.each(records)("keeps the format's rules: %j", (record) => {
    const line = lineOf(record, "Jelas");
    const { _aws: aws } = line as {
      _aws?: { CloudWatchMetrics: { Metrics: { Name: string }[] }[] };
    };
    const named = aws?.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
    expect(named ?? []).toEqual(Object.keys(metricsOf(record)));
    for (const name of named ?? []) expect(line[name]).toEqual(expect.any(Number));
    expectOnlyKnownFields([JSON.stringify(line)]);
  });

  it("has no dimension, so that no number is anybody's", () => {
    for (const record of records) {
      const text = JSON.stringify(lineOf(record, "Jelas"));
      expect(text.match(/"Dimensions":(\[.*?\]\])/)?.[1] ?? "[[]]").toBe("[[]]");
    }
  });

  it("is as short as ever where it adds nothing", () => {
    const record = { level: "info", event: "ignored", channel: "line" } as const;
    expect(lineOf(record, "Jelas")).toEqual({ ...record, build: "build-1" });
  });

  it("carries none where no namespace is named, as on a person's own machine", () => {
    for (const record of records) expect(lineOf(record)).not.toHaveProperty("_aws");
  });

  it("carries no number that was not checked", () => {
    const record = { level: "info", event: "start", ms: 62_800_555_123 } as const;
    expect(lineOf(record, "Jelas")).toMatchObject({ ColdStart: 0 });
  });
});

describe("the metrics", () => {
  it("are each made by some line, and cost nothing beside one that the front door makes", () => {
    const made = new Set(records.flatMap((record) => Object.keys(metricsOf(record))));
    expect([...made].sort()).toEqual(Object.keys(metricUnits).sort());
    expect(made.size).toBeLessThanOrEqual(9);
  });

  it("are these of each event, and none of the others", () => {
    const of = (record: Partial<LogRecord>) => metricsOf({ level: "info", ...record });
    expect(of({ event: "message", ending: "replied" })).toEqual({ Questions: 1, Uncounted: 0 });
    expect(of({ event: "message", ending: "retry-later" })).toEqual({ Retries: 1 });
    expect(of({ event: "message", ending: "duplicate" })).toEqual({});
    expect(of({ event: "uncounted" })).toEqual({ Uncounted: 1 });
    expect(of({ event: "store" })).toEqual({ StoreFailures: 1 });
    expect(of({ event: "unauthorised" })).toEqual({ Unauthorised: 1 });
    expect(of({ event: "crash" })).toEqual({ Crashes: 1 });
    expect(of({ event: "start", ms: 340 })).toEqual({ ColdStart: 340 });
    for (const event of ["stale", "ignored"] as const) expect(of({ event })).toEqual({});
  });

  it("count a question once, however it ended, and a copy not at all", () => {
    const counts = endings.map((ending) => [
      ending,
      metricsOf({ level: "info", event: "message", ending }).Questions ?? 0,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      replied: 1,
      refused: 1,
      uncounted: 1,
      expired: 1,
      duplicate: 0,
      "retry-later": 0,
    });
  });

  it("tell a reply that may yet be taken from one that never will be", () => {
    const of = (delivery: (typeof failures)[number]) =>
      metricsOf({ level: "warn", event: "delivery", delivery });
    expect(of("transient")).toEqual({ FailedReplies: 1 });
    expect(of("permanent")).toEqual({ RefusedReplies: 1 });
    expect(of("unauthorised")).toEqual({ RefusedReplies: 1 });
    // The next way to the person is tried at once.
    expect(of("lapsed")).toEqual({});
  });
});
