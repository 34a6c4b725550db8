// A message's age by the time that its platform signed: when it counts, whether it is answered.
import type { Inbound } from "./channels/channel.ts";
import { dayMs } from "./counts/day.ts";
import type { World } from "./world.ts";

const minuteMs = 60 * 1000;
/** A platform delivers again for up to 7 days; what is older is a replay or a broken clock. */
const staleAfterMs = 8 * dayMs;
/** A clock may be ahead of ours by this much; beyond it the message counts for our own day. */
const maxAheadMs = 5 * minuteMs;

/** The signed time, unless no honest clock can have made it: then the message counts for today. */
export function countingTime({ sentAtMs }: Pick<Inbound, "sentAtMs">, atMs: number): number {
  const isCredible =
    sentAtMs !== undefined && sentAtMs <= atMs + maxAheadMs && sentAtMs >= atMs - staleAfterMs;
  return isCredible ? sentAtMs : atMs;
}

/** Too old even to be counted. */
export function isStale(
  { sentAtMs }: Inbound,
  { now, settings }: Pick<World, "now" | "settings">,
): boolean {
  return settings.messageMaxAgeS > 0 && sentAtMs !== undefined && now() - sentAtMs > staleAfterMs;
}

/** Counted, but too old to be answered. */
export function isExpired(
  { sentAtMs }: Inbound,
  { now, settings }: Pick<World, "now" | "settings">,
): boolean {
  const maxAgeMs = settings.messageMaxAgeS * 1000;
  return maxAgeMs > 0 && sentAtMs !== undefined && now() - sentAtMs > maxAgeMs;
}
