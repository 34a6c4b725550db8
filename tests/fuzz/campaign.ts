// Runs inputs against a target until one breaks a promise, and tells how to have that one again.
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import type { Outcome, Target } from "./target.ts";

export interface Tally {
  readonly inputs: number;
  readonly success: number;
  readonly refused: number;
  readonly tryAgain: number;
  readonly otherErrors: number;
  /** Exceptions and rejections that nobody caught. */
  readonly unhandled: number;
  readonly slowestMs: number;
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly seed: number;
  readonly input: string;
  readonly problems: string;
}

/** Enough to see what it is; the seed brings back all of it. */
const longestShown = 1000;

export interface CampaignOptions {
  readonly inputs: number;
  readonly seed: number;
}

export async function fuzz<Input>(
  { inputs: arbitrary, judge }: Target<Input>,
  { inputs, seed }: CampaignOptions,
): Promise<Tally> {
  const tally = {
    ...{ inputs: 0, success: 0, refused: 0, tryAgain: 0, otherErrors: 0, unhandled: 0 },
    slowestMs: 0,
  };
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => rejections.push(reason);
  process.on("unhandledRejection", onRejection);
  process.on("uncaughtException", onRejection);

  const property = fc.asyncProperty(arbitrary, async (input) => {
    tally.inputs += 1;
    const before = rejections.length;
    const { status, problems, ms } = await judge(input);
    // Whatever was left to itself is known by the next turn.
    await turn();
    if (ms > tally.slowestMs) {
      const fastest = Math.min(ms, ...(await timesOf(() => judge(input))));
      tally.slowestMs = Math.max(tally.slowestMs, fastest);
    }
    if (status !== undefined) tally[classOf(status)] += 1;
    const left = rejections.length - before;
    if (left > 0) throw new Error(`${left} rejections unhandled: ${rejections[before]}`);
    if (problems.length > 0) throw new Error([...new Set(problems)].join("; "));
  });
  try {
    const details = await fc.check(property, { numRuns: inputs, seed });
    const failure = details.failed
      ? {
          seed: details.seed,
          input: fc.stringify(details.counterexample?.[0]).slice(0, longestShown),
          problems: String(details.errorInstance),
        }
      : undefined;
    return { ...tally, unhandled: rejections.length, failure };
  } finally {
    process.off("unhandledRejection", onRejection);
    process.off("uncaughtException", onRejection);
  }
}

/** Three more: what others did on this machine during the first is none of the input's doing. */
async function timesOf(judge: () => Promise<Outcome>): Promise<number[]> {
  return [(await judge()).ms, (await judge()).ms, (await judge()).ms];
}

function classOf(status: number): "success" | "refused" | "tryAgain" | "otherErrors" {
  if (status === 503) return "tryAgain";
  if (status >= 500) return "otherErrors";
  return status >= 400 ? "refused" : "success";
}
