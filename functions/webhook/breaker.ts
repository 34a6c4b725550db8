// Spares people the wait for a store that is down: after some failures it is left alone for a while.
import { aroundStore } from "./counts/around-store.ts";
import { type CountStore, StoreUnavailable } from "./counts/store.ts";

/** Failures in a row after which the store is left alone, and for how long. */
const maxFailures = 3;
const restMs = 5000;

/**
 * The same store; `onFailure` is told the code of each failure, and `now` is in milliseconds. After
 * the rest one operation goes ahead to see, and nobody else waits for what it finds.
 */
export function withBreaker(
  store: CountStore,
  now: () => number,
  onFailure: (code: string) => void,
): CountStore {
  let failuresInARow = 0;
  /** Heeded once there were failures enough. */
  let restsUntilMs = Number.NEGATIVE_INFINITY;
  let isAnyoneAhead = false;

  async function attempt<Result>(operate: () => Promise<Result>): Promise<Result> {
    const isResting = failuresInARow >= maxFailures;
    if (isResting && (isAnyoneAhead || now() < restsUntilMs)) throw new StoreUnavailable("Resting");
    isAnyoneAhead = isResting;
    try {
      const result = await operate();
      failuresInARow = 0;
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        failuresInARow += 1;
        restsUntilMs = now() + restMs;
        onFailure(error.code);
      }
      throw error;
    } finally {
      if (isResting) isAnyoneAhead = false;
    }
  }

  return aroundStore(store, attempt);
}
