// Learns a bank of each size, then asks the sizes in turn, round after round, each in its process.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "../quality/measure.ts";
import { runInProcess } from "./in-process.ts";
import type { Answered, Learnt, Memory } from "./sample.ts";

/** What a size costs; of what was measured in rounds, the medians. */
export interface Cost extends Learnt, Omit<Answered, "cleanMs" | "noisyMs"> {
  readonly entries: number;
  /** Of the questions, each of which counts with the median of its rounds. */
  readonly p50Us: number;
  readonly p99Us: number;
  readonly noisyP50Us: number;
  readonly noisyP99Us: number;
}

export interface Failure {
  readonly entries: number;
  readonly why: string;
}

export interface Plan {
  readonly sizes: readonly number[];
  readonly phrasings: number;
  readonly rounds: number;
  /** Told before each piece of work, and how much of it is done. */
  readonly onWork: (what: string, share: number) => void;
}

/** A size whose bank was learnt, and what its processes have told so far. */
interface Size {
  readonly entries: number;
  readonly folder: string;
  readonly learnt: Learnt;
  readonly answered: readonly Answered[];
}

/** A size that fails is left out of the costs, and the others go on. */
export async function measureSizes(plan: Plan): Promise<{ costs: Cost[]; failures: Failure[] }> {
  const root = mkdtempSync(join(tmpdir(), "jelas-scale-"));
  const failures: Failure[] = [];
  try {
    let sizes: readonly Size[] = await thoseThatSucceed(plan.sizes, failures, (entries) =>
      learn(entries, plan, join(root, String(entries))),
    );
    for (let round = 0; round < plan.rounds; round++) {
      plan.onWork("Asking", round / plan.rounds);
      sizes = await thoseThatSucceed(sizes, failures, askOnce);
    }
    return { costs: sizes.map(costOf), failures };
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function thoseThatSucceed<Item extends number | Size>(
  items: readonly Item[],
  failures: Failure[],
  work: (item: Item) => Promise<Size>,
): Promise<Size[]> {
  const done: Size[] = [];
  for (const item of items) {
    try {
      done.push(await work(item));
    } catch (error) {
      const entries = typeof item === "number" ? item : item.entries;
      failures.push({ entries, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return done;
}

async function learn(entries: number, plan: Plan, folder: string): Promise<Size> {
  mkdirSync(folder);
  const tellWork = (share: number) => plan.onWork(`Learning ${entries} entries`, share);
  tellWork(0);
  const args = [String(entries), String(plan.phrasings), folder];
  const learnt = await runInProcess<Learnt>("learner.ts", args, tellWork);
  return { entries, folder, learnt, answered: [] };
}

/** What the bot takes is what its process has beyond one that does the same without it. */
async function askOnce(size: Size): Promise<Size> {
  const loaded = await runInProcess<Answered>("asker.ts", [size.folder]);
  const empty = await runInProcess<Memory>("asker.ts", [size.folder, "empty"]);
  const answered = {
    ...loaded,
    rssMb: loaded.rssMb - empty.rssMb,
    usedMb: loaded.usedMb - empty.usedMb,
  };
  return { ...size, answered: [...size.answered, answered] };
}

function costOf({ entries, learnt, answered }: Size): Cost {
  const over = (figure: (each: Answered) => number) => median(answered.map(figure));
  const clean = eachQuestion(answered.map(({ cleanMs }) => cleanMs));
  const noisy = eachQuestion(answered.map(({ noisyMs }) => noisyMs));
  return {
    entries,
    ...learnt,
    loadMs: over(({ loadMs }) => loadMs),
    firstMs: over(({ firstMs }) => firstMs),
    p50Us: 1000 * quantile(clean, 0.5),
    p99Us: 1000 * quantile(clean, 0.99),
    noisyP50Us: 1000 * quantile(noisy, 0.5),
    noisyP99Us: 1000 * quantile(noisy, 0.99),
    right: over(({ right }) => right),
    noisyRight: over(({ noisyRight }) => noisyRight),
    rssMb: over(({ rssMb }) => rssMb),
    usedMb: over(({ usedMb }) => usedMb),
  };
}

/** What each question takes: once is not enough, as the machine may have had other things to do. */
function eachQuestion(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, at) => median(rounds.map((times) => times[at] ?? 0)));
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
