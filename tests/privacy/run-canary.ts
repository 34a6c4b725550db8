// Runs the bot among many people in a process of its own, and hands back what was searched and found.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, type Edit, type Workshop } from "./build.ts";
import type { ProcessReport } from "./canary-process.ts";
import type { LifeOptions } from "./life.ts";

export interface CanaryOptions extends Partial<Pick<LifeOptions, "seed" | "store">> {
  readonly messages: number;
  readonly edits?: readonly Edit[];
}

export interface CanaryReport extends ProcessReport {
  /** Every line of the log. */
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** @throws Error if the process ends without a report */
export async function runCanary(
  workshop: Workshop,
  { messages, seed = 1, store = "dynamo", edits = [] }: CanaryOptions,
): Promise<CanaryReport> {
  const place = mkdtempSync(join(workshop.path, "run-"));
  const script = join(place, "bot.mjs");
  await bundle("tests/privacy/canary-process.ts", script, edits);

  const inPlace = (name: string) => join(place, name);
  const [home, temp, data] = [inPlace("home"), inPlace("temp"), inPlace("data")];
  for (const folder of [home, temp, data]) mkdirSync(folder);
  const streams = { stdout: inPlace("stdout"), stderr: inPlace("stderr") };
  const options: LifeOptions = {
    messages,
    seed,
    store,
    streams,
    folders: [home, temp, data],
    dataFolder: workshop.dataFolder,
  };
  // Files, so that all that was written is there to be searched before the process ends.
  const [stdout, stderr] = [openSync(streams.stdout, "w"), openSync(streams.stderr, "w")];
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    cwd: home,
    env: { HOME: home, TMPDIR: temp, DATA_DIR: data },
    stdio: ["ignore", stdout, stderr, "ipc"],
  });
  closeSync(stdout);
  closeSync(stderr);
  const report = await reportOf(child);
  const errors = readFileSync(streams.stderr, "utf8");
  if (!report) throw new Error(`The process ended without a report: ${errors}`);
  const lines = readFileSync(streams.stdout, "utf8").split("\n").filter(Boolean);
  return { ...report, lines, stderr: errors };
}

function reportOf(child: ChildProcess): Promise<ProcessReport | undefined> {
  return new Promise((resolve, reject) => {
    let report: ProcessReport | undefined;
    child.on("message", (message) => {
      report = message as ProcessReport;
    });
    child.once("error", reject);
    child.once("close", () => resolve(report));
  });
}
