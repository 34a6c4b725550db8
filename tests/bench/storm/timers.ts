// Puts virtual time in the place of Node's timers, for the code that a storm runs and no other.
import type { Clock, Planned } from "./clock.ts";

export interface VirtualTimers {
  /** After how long a signal of `AbortSignal.timeout` gives up. It has to be asked: it only knows. */
  deadlineOf(signal: AbortSignal | null | undefined): number;
  restore(): void;
}

export function useVirtualTimers<Owner>(clock: Clock<Owner>): VirtualTimers {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    timeout: AbortSignal.timeout,
  };
  const ours = new WeakSet<object>();
  const deadlines = new WeakMap<AbortSignal, number>();

  const setVirtual = (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    if (clock.owner === undefined) return real.setTimeout(callback, ms, ...args);
    const planned = clock.after(ms, () => callback(...args), clock.owner);
    ours.add(planned);
    return planned;
  };
  const clearVirtual = (timer: unknown) => {
    if (typeof timer === "object" && timer !== null && ours.has(timer)) {
      (timer as Planned<Owner>).isCancelled = true;
    } else real.clearTimeout(timer as NodeJS.Timeout);
  };

  globalThis.setTimeout = setVirtual as unknown as typeof setTimeout;
  globalThis.clearTimeout = clearVirtual as typeof clearTimeout;
  AbortSignal.timeout = (ms) => {
    if (clock.owner === undefined) return real.timeout.call(AbortSignal, ms);
    const signal: AbortSignal = Object.create(AbortSignal.prototype);
    deadlines.set(signal, ms);
    return signal;
  };
  return {
    deadlineOf: (signal) => (signal && deadlines.get(signal)) ?? Number.POSITIVE_INFINITY,
    restore() {
      globalThis.setTimeout = real.setTimeout;
      globalThis.clearTimeout = real.clearTimeout;
      AbortSignal.timeout = real.timeout;
    },
  };
}
