// Loads a model and asks it questions; as "empty" it does all but that, to be compared with.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createMatcher, type Matcher } from "../../../functions/webhook/matching/matcher.ts";
import { decodeModel } from "../../../functions/webhook/matching/model-file.ts";
import type { Asked } from "./bank.ts";
import { tell } from "./in-process.ts";
import { type Answered, type Memory, modelName, type Questions, questionsName } from "./sample.ts";

const [folder = "", role] = process.argv.slice(2);
const questions: Questions = JSON.parse(readFileSync(join(folder, questionsName), "utf8"));
if (role === "empty") tell({ kind: "result", result: memory() });
else tell({ kind: "result", result: answered() });

function answered(): Answered {
  const { matcher, loadMs } = load(readFileSync(join(folder, modelName)));
  const { times: first } = ask(questions.warmUp.slice(0, 1), matcher);
  ask(questions.warmUp, matcher);
  collectGarbage();
  const clean = ask(questions.clean, matcher);
  const noisy = ask(questions.noisy, matcher);
  const inUse = memory();
  // Asked once more, so that the bot is still in use when its memory is looked at.
  matcher.match("");
  return {
    loadMs,
    firstMs: first[0] ?? 0,
    cleanMs: clean.times,
    noisyMs: noisy.times,
    right: clean.right,
    noisyRight: noisy.right,
    ...inUse,
  };
}

function load(bytes: Uint8Array): { matcher: Matcher; loadMs: number } {
  const startedAt = performance.now();
  const { model, lexicon } = decodeModel(bytes);
  const matcher = createMatcher(model, lexicon);
  return { matcher, loadMs: performance.now() - startedAt };
}

/** What each question took in milliseconds, and the share of them whose entry came first. */
function ask(asked: readonly Asked[], matcher: Matcher): { times: number[]; right: number } {
  let right = 0;
  const times = asked.map(({ text, entry }) => {
    const startedAt = performance.now();
    const { candidates } = matcher.match(text);
    const ms = performance.now() - startedAt;
    if (candidates[0]?.entry === entry) right += 1;
    return ms;
  });
  return { times, right: right / asked.length };
}

function memory(): Memory {
  collectGarbage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssMb: rss / 2 ** 20, usedMb: (heapUsed + external) / 2 ** 20 };
}

/** Twice: what stands beside the heap goes only after what held it. */
function collectGarbage(): void {
  for (const _ of [1, 2]) globalThis.gc?.();
}
