// What learning costs: time and memory, the model's size, how fast it is read, and that it repeats.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { formatTable } from "../../bin/table.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { decodeModel, encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { clincSample } from "./clinc-sample.ts";
import { readOwnFaq } from "./own-faq.ts";

const banks: Record<string, () => Faq | undefined> = {
  "the FAQ": readOwnFaq,
  "CLINC150, 100 each": () => clincSample(100)?.faq,
};

/** What one bank costs in a process of its own; the model's bytes are told by a checksum. */
interface Cost {
  readonly entries: number;
  readonly phrasings: number;
  readonly trainedInS: number;
  readonly peakMb: number;
  readonly gzippedKb: number;
  readonly readInMs: number;
  readonly checksum: string;
}

export async function benchTraining(): Promise<void> {
  const rows: string[][] = [];
  for (const name of Object.keys(banks)) {
    process.stderr.write(`Learning ${name}, twice …\n`);
    const [first, second] = [costOf(name), costOf(name)];
    if (!first || !second) {
      process.stdout.write(`Skipped ${name}: its file is not on this machine.\n`);
      continue;
    }
    rows.push([
      name,
      `${first.entries} × ${Math.round(first.phrasings / first.entries)}`,
      first.trainedInS.toFixed(1),
      first.peakMb.toFixed(0),
      first.gzippedKb.toFixed(0),
      first.readInMs.toFixed(1),
      first.checksum === second.checksum ? "yes" : "NO",
    ]);
  }
  const head = [
    "bank",
    "entries × phrasings",
    "s",
    "peak MB",
    "gzipped kB",
    "read ms",
    "same twice",
  ];
  process.stdout.write(
    `${formatTable(head, rows)}\n\nRead: the first time in a process, up to a matcher that is ready.\n`,
  );
}

function costOf(name: string): Cost | undefined {
  const child = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), fileURLToPath(import.meta.url), name],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 20 },
  );
  if (child.status !== 0) throw new Error(`Learning ${name} ended with status ${child.status}.`);
  return JSON.parse(child.stdout) ?? undefined;
}

async function measure(faq: Faq): Promise<Cost> {
  const startedAt = performance.now();
  const bytes = encodeModel(train(faq));
  const trainedInS = (performance.now() - startedAt) / 1000;
  const readAt = performance.now();
  const { model, lexicon } = decodeModel(bytes);
  createMatcher(model, lexicon);
  const readInMs = performance.now() - readAt;
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return {
    entries: faq.entries.length,
    phrasings: faq.entries.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
    trainedInS,
    peakMb: process.resourceUsage().maxRSS / 1024,
    gzippedKb: gzipSync(bytes).length / 1000,
    readInMs,
    checksum: Buffer.from(digest).toString("hex"),
  };
}

const [, script, name] = process.argv;
if (script === fileURLToPath(import.meta.url) && name !== undefined) {
  const faq = banks[name]?.();
  process.stdout.write(JSON.stringify(faq ? await measure(faq) : null));
}
