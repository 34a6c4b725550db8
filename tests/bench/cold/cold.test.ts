// The parts of the bench that can be wrong without anybody noticing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatAims } from "./aims.ts";
import type { Life } from "./lives.ts";
import { readPlan } from "./plan.ts";
import { beyond, startMs } from "./report.ts";
import { archiveBytes, zippedFiles } from "./sizes.ts";

const lifeOf = (answeredMs: number): Life => ({
  bootedMs: 10,
  importedMs: 20,
  answeredMs,
  importCpuMs: 0,
  wholeCpuMs: 0,
  rss: 0,
});

it("compares what ran in the same round, so that a busy minute cancels out", () => {
  const [ours, floor] = [
    [30, 130, 1030],
    [20, 115, 1020],
  ].map((rounds) => rounds.map(lifeOf));
  expect(beyond(ours, floor, startMs)).toBe(10);
});

it("calls an aim met up to its limit, and missed beyond it", () => {
  const lines = formatAims({
    beyondUsualSdkMs: -3,
    beyondBuiltSdkMs: 25,
    beyondSdkMs: 25.1,
    beyondSdkMb: 40,
    zippedBytes: 700_000,
    pageBytes: 40_001,
  }).split("\n");
  expect(lines.slice(1).map((line) => line.split(/\s+/).at(-1))).toEqual([
    "met",
    "met",
    "missed",
    "met",
    "met",
    "missed",
  ]);
});

it("sums an archive's files and its frame", () => {
  const folder = mkdtempSync(join(tmpdir(), "jelas-sizes-"));
  try {
    writeFileSync(join(folder, "a"), "");
    writeFileSync(join(folder, "bc"), "x".repeat(10_000));
    const [empty, full] = zippedFiles(folder);
    // 2 bytes say that nothing follows.
    expect(empty).toEqual({ name: "a", bytes: 0, zipped: 2 + 76 + 2 });
    expect(full?.zipped).toBeLessThan(200);
    expect(archiveBytes(zippedFiles(folder))).toBe(80 + (full?.zipped ?? 0) + 22);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("refuses what is no bundle, and what is no number of times", () => {
  expect(() => readPlan(["nowhere"])).toThrow(/no bundle in .*npm run build/);
  expect(() => readPlan(["--runs", "0"])).toThrow('--runs takes whole numbers from 1 on, not "0".');
});
