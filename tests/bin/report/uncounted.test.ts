// A report says how many questions may be missing from it, or that nobody knows.
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readUncounted, tellUncounted } from "../../../bin/report/uncounted.ts";
import { dayOf } from "../../../functions/webhook/counts/day.ts";
import { hasMoto, type Moto, startMoto } from "../../moto.ts";
import { type CloudWatchStandIn, startCloudWatch } from "./cloudwatch-stand-in.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** Midnight in Jakarta, ten days ago. */
const midnightMs = Date.parse(`${dayOf(Date.now() - 10 * dayMs)}T00:00:00+07:00`);
const day = (at: number) => dayOf(midnightMs + at * dayMs);

beforeEach(() => {
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "testing");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "testing");
  vi.stubEnv("AWS_ENDPOINT_URL", undefined);
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("what went uncounted", () => {
  let cloudWatch: CloudWatchStandIn;
  beforeEach(async () => {
    cloudWatch = await startCloudWatch();
    vi.stubEnv("AWS_ENDPOINT_URL_CLOUDWATCH", cloudWatch.endpoint);
  });
  afterEach(() => cloudWatch.stop());

  it("is rounded up to 5 day by day, by the days of Jakarta, and added", async () => {
    cloudWatch.data = [
      { atMs: midnightMs - hourMs, n: 100 },
      { atMs: midnightMs, n: 4 },
      { atMs: midnightMs + 23 * hourMs, n: 2 },
      { atMs: midnightMs + dayMs, n: 1 },
      { atMs: midnightMs + 2 * dayMs, n: 100 },
    ];
    const uncounted = await readUncounted({ from: day(0), to: day(1) });
    expect(uncounted).toEqual({ kind: "at-most", questions: 15 });
  });

  it("is none on days without a number, so that nobody can tell that nobody asked", async () => {
    cloudWatch.data = [{ atMs: midnightMs + dayMs, n: 0 }];
    for (const at of [0, 1, 2]) {
      const uncounted = await readUncounted({ from: day(at), to: day(at) });
      expect(uncounted).toEqual({ kind: "at-most", questions: 0 });
    }
  });

  it("is unknown where the metric has never had a number", async () => {
    const uncounted = await readUncounted({ from: day(0), to: day(1) });
    expect(uncounted).toMatchObject({ kind: "unknown", why: expect.stringContaining("never") });
  });

  it("is unknown where CloudWatch may not be read", async () => {
    cloudWatch.refusal = "AccessDeniedException";
    const uncounted = await readUncounted({ from: day(0), to: day(1) });
    expect(uncounted).toEqual({
      kind: "unknown",
      reason: "unreadable",
      why: "CloudWatch can't be read: AccessDeniedException",
    });
  });

  it("is unknown where CloudWatch doesn't answer", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_CLOUDWATCH", "http://127.0.0.1:9");
    const uncounted = await readUncounted({ from: day(0), to: day(1) });
    expect(uncounted).toMatchObject({ kind: "unknown" });
  });

  it("is unknown from before CloudWatch's memory", async () => {
    cloudWatch.data = [{ atMs: midnightMs, n: 0 }];
    const uncounted = await readUncounted({ from: dayOf(Date.now() - 460 * dayMs), to: day(1) });
    expect(uncounted).toMatchObject({ kind: "unknown", why: expect.stringContaining("15 months") });
  });

  it("is not looked for in the real CloudWatch where DynamoDB is a stand-in", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000");
    vi.stubEnv("AWS_ENDPOINT_URL_CLOUDWATCH", undefined);
    const uncounted = await readUncounted({ from: day(0), to: day(1) });
    expect(uncounted).toMatchObject({ kind: "unknown", why: expect.stringContaining("stand-in") });
  });
});

describe.skipIf(!hasMoto)("what went uncounted, as moto keeps it (skipped without moto)", () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.stop());

  it("is read like that", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_CLOUDWATCH", moto.endpoint);
    const client = new CloudWatchClient({});
    for (const [hours, Value] of [
      [1, 1],
      [2, 1],
      [3, 0],
      [30, 6],
    ] as const) {
      await client.send(
        new PutMetricDataCommand({
          Namespace: "Jelas",
          MetricData: [
            {
              MetricName: "Uncounted",
              Timestamp: new Date(midnightMs + hours * hourMs),
              Value,
            },
          ],
        }),
      );
    }
    expect(await readUncounted({ from: day(0), to: day(0) })).toMatchObject({ questions: 5 });
    expect(await readUncounted({ from: day(0), to: day(1) })).toMatchObject({ questions: 15 });
  });
});

describe("the sentence below a report", () => {
  it("says between which numbers the truth lies", () => {
    expect(tellUncounted({ kind: "at-most", questions: 15 }, 120)).toMatch(
      /^About 120 to 135 questions: up to 15 may have been answered without being counted/,
    );
  });

  it("says that nothing is missing", () => {
    expect(tellUncounted({ kind: "at-most", questions: 0 }, 120)).toBe(
      "No question was answered without being counted.",
    );
  });

  it("says that nobody knows, and why", () => {
    expect(
      tellUncounted({ kind: "unknown", reason: "unreadable", why: "no network" }, 120),
    ).toMatch(/is unknown: no network\.$/);
  });
});
