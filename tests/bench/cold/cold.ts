// `npm run bench -- cold`: what a cold start of the deployed bundle costs, and what of it is ours.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleFunction } from "../../../bin/bundle/bundle-function.ts";
import { formatParts } from "../../../bin/bundle/format.ts";
import { startProgress } from "../../../bin/progress.ts";
import { askBundle } from "../../../bin/smoke/ask-bundle.ts";
import { formatAims } from "./aims.ts";
import { type Life, liveInTurns } from "./lives.ts";
import { nodeToMeasure } from "./node-to-measure.ts";
import { readPlan } from "./plan.ts";
import { beyond, formatMemory, formatStarts, laterMb, startMs } from "./report.ts";
import { archiveBytes, formatFiles, zippedFiles } from "./sizes.ts";
import { startStandIns } from "./stand-ins.ts";
import { deployed, makeVariants, names } from "./variants.ts";

const callsLater = 1000;

export async function benchCold(args: readonly string[]): Promise<void> {
  const { rounds, memoryRounds, folders } = readPlan(args);
  const node = nodeToMeasure();
  const scratch = mkdtempSync(join(tmpdir(), "jelas-cold-"));
  const standIns = await startStandIns();
  try {
    const variants = await makeVariants(scratch, folders, standIns.environment);
    const questionsFile = join(scratch, "questions.json");
    writeFileSync(questionsFile, JSON.stringify(questions(callsLater)));
    const live = async (label: string, times: number, file?: string) => {
      const progress = startProgress(label);
      const lives = await liveInTurns(node.path, variants, times, progress.show, file);
      progress.end();
      return lives;
    };
    const starts = await live("cold starts", rounds);
    const longLives = await live(`${callsLater} questions each`, memoryRounds, questionsFile);

    const files = zippedFiles(deployed);
    const of = (lives: readonly Life[][], name: string) =>
      lives[variants.findIndex((variant) => variant.name === name)];
    const aims = formatAims({
      beyondUsualSdkMs: beyond(of(starts, names.jelas), of(starts, names.sdkAsUsual), startMs),
      beyondBuiltSdkMs: beyond(of(starts, names.jelas), of(starts, names.sdkBuiltAsOurs), startMs),
      beyondSdkMs: beyond(of(starts, names.jelas), of(starts, names.sdkAsUsed), startMs),
      beyondSdkMb: beyond(of(longLives, names.jelas), of(longLives, names.sdkAsUsed), laterMb),
      zippedBytes: archiveBytes(files),
      pageBytes: await pageBytes(),
    });
    const sections = [
      `${rounds} starts and ${memoryRounds} long lives of each, in turns; ${node.description}; ` +
        "AWS's stand-ins on this machine, over HTTP",
      formatStarts(variants, starts),
      formatMemory(variants, longLives, callsLater),
      aims,
      formatFiles(files),
      formatParts((await bundleFunction()).parts),
    ];
    process.stdout.write(`${sections.join("\n\n")}\n`);
  } finally {
    standIns.stop();
    rmSync(scratch, { recursive: true });
  }
}

/** The chat page is one file, which the function compresses. */
async function pageBytes(): Promise<number> {
  const result = await askBundle(deployed, [{ method: "GET", path: "/" }]);
  if (result.kind === "broken") throw new Error(`${deployed} does not work: ${result.reason}`);
  return gzipSync(result.answers[0]?.body ?? "").length;
}

/** So many questions as people ask them, the same ones over and over. */
function questions(count: number): string[] {
  const file = join(import.meta.dirname, "../../questions/questions.jsonl");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  return Array.from({ length: count }, (_, index) => texts[index % texts.length] ?? "");
}
