// What the bot promises of its counts and answers, held against a phase.
import type { Phase } from "./phase.ts";

/** Counts beyond the messages there were: a message that was counted has one event and no more. */
export function doubleCounts({ messages, tally }: Pick<Phase, "messages" | "tally">): number {
  return Math.max(tally.counted - tally.claimed, tally.counted - messages, 0);
}

/** Messages of which neither the counts nor the log know. */
export function lostCounts({ messages, tally }: Pick<Phase, "messages" | "tally">): number {
  return Math.max(messages - tally.counted - tally.uncounted, 0);
}

/** Deliveries that were refused to the last. */
export function neverTaken({ messages, attempts }: Phase): number {
  const taken = attempts.filter(({ status }) => status === 200);
  return 2 * messages - taken.length;
}

/** A sentence for each promise that was not kept. */
export function brokenPromises(phase: Phase): string[] {
  const { name, messages, tally } = phase;
  const broken: readonly [number, string][] = [
    [neverTaken(phase), "deliveries were never taken"],
    [messages - tally.people, "messages got no answer"],
    [doubleCounts(phase), "counts are one too many"],
    [lostCounts(phase), "messages are neither counted nor logged as uncounted"],
    [tally.crashes, "errors nobody expected were logged"],
  ];
  return broken
    .filter(([number]) => number !== 0)
    .map(([number, what]) => `${name}: ${number} ${what}`);
}
