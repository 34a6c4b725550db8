// A stretch of load on the bot: what was delivered, and what became of it.
import { setTimeout as pause } from "node:timers/promises";
import type { Writers } from "./messages.ts";
import type { StartedBot } from "./npm-start.ts";
import { type Attempt, deliverOnSchedule } from "./open-loop.ts";
import { createPoster } from "./post.ts";
import { type Rate, scheduleOf } from "./schedule.ts";
import type { StoreMode } from "./slow-store.ts";
import type { StandIns } from "./stand-ins.ts";

export interface World {
  readonly bot: StartedBot;
  readonly standIns: StandIns;
  readonly writers: Writers;
  readonly say: (line: string) => void;
}

/** What has been counted, answered and used. */
export interface Tally {
  readonly counted: number;
  readonly claimed: number;
  readonly uncounted: number;
  readonly people: number;
  readonly replies: number;
  readonly crashes: number;
  readonly cpuMs: number;
}

/** What happened until then, from the moment the store was in this mode. */
export interface Stretch {
  readonly store: StoreMode;
  readonly fromMs: number;
  readonly toMs: number;
  readonly tally: Tally;
}

export interface Phase {
  readonly name: string;
  readonly messages: number;
  readonly attempts: readonly Attempt[];
  readonly tally: Tally;
  readonly stretches: readonly Stretch[];
}

/** The store becomes this after so long, with requests under way. */
export interface Turn {
  readonly atMs: number;
  readonly store: StoreMode;
}

export async function runPhase(
  name: string,
  rate: Rate,
  { bot, standIns, writers, say }: World,
  turns: readonly Turn[] = [],
): Promise<Phase> {
  const copies = scheduleOf(rate);
  const parcels = writers.write(copies.length / 2);
  const poster = createPoster(`${bot.origin}/webhooks/whatsapp`);
  say(`${name}: ${copies.length} deliveries of ${parcels.length} messages`);

  const before = await tallyOf(bot, standIns);
  const startedAtMs = performance.now();
  const stretches: Stretch[] = [];
  let since = { store: "up" as StoreMode, fromMs: 0, tally: before };
  const turnTo = async (store: StoreMode) => {
    const toMs = performance.now() - startedAtMs;
    const tally = await tallyOf(bot, standIns);
    stretches.push({ ...since, toMs, tally: difference(tally, since.tally) });
    since = { store, fromMs: toMs, tally };
  };
  const turning = (async () => {
    for (const { atMs, store } of turns) {
      await pause(Math.max(0, startedAtMs + atMs - performance.now()));
      await standIns.become(store);
      await turnTo(store);
      say(`${name}: the store is ${store}`);
    }
  })();
  const post = ({ message }: { message: number }) =>
    poster.post(parcels[message] ?? { body: Buffer.of(), headers: {} });
  const [attempts] = await Promise.all([deliverOnSchedule(copies, post), turning]);
  poster.close();
  await pause(loggedWithinMs);
  await turnTo("up");
  const tally = difference(await tallyOf(bot, standIns), before);
  return { name, messages: parcels.length, attempts, tally, stretches };
}

/** The log's last lines come by a pipe of their own. */
const loggedWithinMs = 200;

async function tallyOf(bot: StartedBot, standIns: StandIns): Promise<Tally> {
  const { counted, claimed, people, replies } = await standIns.totals();
  const uncounted = bot.logged("uncounted");
  const crashes = bot.logged("crash");
  return { counted, claimed, uncounted, people, replies, crashes, cpuMs: bot.cpuMs() };
}

function difference(after: Tally, before: Tally): Tally {
  return {
    counted: after.counted - before.counted,
    claimed: after.claimed - before.claimed,
    uncounted: after.uncounted - before.uncounted,
    people: after.people - before.people,
    replies: after.replies - before.replies,
    crashes: after.crashes - before.crashes,
    cpuMs: after.cpuMs - before.cpuMs,
  };
}
