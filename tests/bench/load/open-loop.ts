// Delivers when a delivery is due, whether or not those before it were answered, as a platform does.
//
// Latency counts from the moment a delivery was due. A generator that waits for an answer before it
// sends the next one would be slowed by the very delays it is to measure, and leave them out.
import { setTimeout as pause } from "node:timers/promises";
import type { Copy, CopyName } from "./schedule.ts";

/** What came back; status 0 if nothing did. */
export interface Answered {
  readonly status: number;
  readonly retryAfterS: number;
}

export interface Attempt {
  readonly message: number;
  readonly copy: CopyName;
  /** 1, or more where the bot had asked for the delivery again. */
  readonly attempt: number;
  /** After the start. */
  readonly dueMs: number;
  readonly latencyMs: number;
  readonly status: number;
}

const maxAttempts = 8;

/** Every attempt, once each copy was taken or was tried so often in vain. */
export async function deliverOnSchedule(
  copies: readonly Copy[],
  deliver: (copy: Copy) => Promise<Answered>,
  onAttempt: (attempt: Attempt) => void = () => {},
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  const startedAtMs = performance.now();
  await Promise.all(
    copies.map(async (copy) => {
      let dueAtMs = startedAtMs + copy.dueMs;
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        await pause(Math.max(0, dueAtMs - performance.now()));
        const { status, retryAfterS } = await deliver(copy);
        const latencyMs = performance.now() - dueAtMs;
        const { message, name } = copy;
        const dueMs = dueAtMs - startedAtMs;
        const made = { message, copy: name, attempt, dueMs, latencyMs, status };
        attempts.push(made);
        onAttempt(made);
        if (status === 200) return;
        dueAtMs = performance.now() + Math.max(1, retryAfterS) * 1000;
      }
    }),
  );
  return attempts;
}
