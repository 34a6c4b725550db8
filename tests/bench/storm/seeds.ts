// Runs the storms of several seeds, as many at once as there are cores.
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { StormResult } from "./run-storm.ts";
import type { SeedNews, SeedOrder } from "./seed-process.ts";

export interface SeedRun {
  readonly result: StormResult;
  readonly wallMs: number;
}

/** In the order of seeds, whichever is ready first; `onProgress` gets the deliveries of them all. */
export async function* runSeeds(
  seeds: readonly number[],
  deliveries: number,
  onProgress: (deliveries: number) => void,
): AsyncGenerator<SeedRun> {
  const waiting = [...seeds];
  const soFar = new Map<number, number>();
  const runs = new Map<number, PromiseWithResolvers>();
  for (const seed of seeds) runs.set(seed, withResolvers());

  const children: ChildProcess[] = [];
  const work = async () => {
    const child = fork(fileURLToPath(new URL("seed-process.ts", import.meta.url)), {
      serialization: "advanced",
    });
    children.push(child);
    try {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        const ours = seed;
        const run = await orderFrom(child, { seed, deliveries }, (done) => {
          soFar.set(ours, done);
          onProgress([...soFar.values()].reduce((sum, each) => sum + each, 0));
        });
        runs.get(seed)?.resolve(run);
      }
    } catch (error) {
      for (const { reject } of runs.values()) reject(error);
    } finally {
      child.kill();
    }
  };
  const workers = Array.from({ length: Math.min(seeds.length, availableParallelism()) }, work);
  try {
    for (const { promise } of runs.values()) yield await promise;
  } finally {
    waiting.length = 0;
    for (const child of children) child.kill();
    await Promise.all(workers);
  }
}

function orderFrom(
  child: ChildProcess,
  order: SeedOrder,
  onProgress: (deliveries: number) => void,
): Promise<SeedRun> {
  return new Promise((resolve, reject) => {
    const onMessage = (news: SeedNews) => {
      if (news.kind === "progress") return onProgress(news.deliveries);
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(news);
    };
    const onExit = () => reject(new Error(`The process with the storm of ${order.seed} ended`));
    child.on("message", onMessage);
    child.once("exit", onExit);
    child.send(order);
  });
}

interface PromiseWithResolvers {
  readonly promise: Promise<SeedRun>;
  resolve(run: SeedRun): void;
  reject(error: unknown): void;
}

/** `Promise.withResolvers` of later versions of Node. */
function withResolvers(): PromiseWithResolvers {
  let resolve: PromiseWithResolvers["resolve"] = () => {};
  let reject: PromiseWithResolvers["reject"] = () => {};
  const promise = new Promise<SeedRun>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Whoever waits for an earlier seed has not looked at this one yet.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
