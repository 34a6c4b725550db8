// What all parts of a storm share, and how a process dies in it.
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { Process, Question, Thread } from "./facts.ts";
import type { Judge } from "./judge.ts";
import type { Recorder } from "./record.ts";

export interface StormWorld {
  readonly clock: Clock<Thread>;
  readonly chance: Chance;
  readonly recorder: Recorder;
  readonly judge: Judge;
  readonly questions: ReadonlyMap<number, Question>;
  readonly deadlineOf: (signal: AbortSignal | null | undefined) => number;
}

/** How likely a process is to die at each place where it waits, before and after. */
const deathRate = 0.03;
/** How likely it is to stand still there, and for how long at most. */
const stallRate = 0.001;
const longestStallMs = 12_000;

/** False if the process is dead, or dies here and now: then nothing it waits for may come. */
export function passes(thread: Thread, place: string, world: StormWorld): boolean {
  const { process } = thread.handling;
  if (!process.isAlive) return false;
  const { chance, recorder, clock } = world;
  if (chance.happens(deathRate)) {
    recorder.fault(thread.question, `crash ${place}`);
    die(process, world);
    return false;
  }
  if (chance.happens(stallRate)) {
    recorder.fault(thread.question, "stall");
    process.stalledUntilMs = clock.nowMs() + chance.between(0, longestStallMs);
  }
  return true;
}

export function die(process: Process, { recorder }: Pick<StormWorld, "recorder">): void {
  process.isAlive = false;
  for (const handling of process.handlings) {
    handling.isOver = true;
    for (const [question, progress] of handling.progress) {
      progress.hasDied = true;
      recorder.step(question, `process ${process.number} dies`);
    }
    handling.onDeath();
  }
  process.handlings.clear();
}

/** What a dead process waits for. A new one each time: it must not outlive who waits for it. */
export function never(): Promise<never> {
  return new Promise(() => {});
}
