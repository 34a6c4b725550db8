// The latest state of the workshop, for those who have it not and those who wait for the next.
import type { WorkshopState } from "./state.ts";

export interface News {
  tell(state: WorkshopState): void;
  /** As JSON: the state, as soon as its version is above this; `undefined` after a while. */
  after(version: number): Promise<string | undefined>;
}

/** Shorter than what browsers and proxies wait for. */
const patienceMs = 20_000;

export function createNews(): News {
  let latest: { readonly version: number; readonly json: string } | undefined;
  const waiting = new Set<() => void>();
  return {
    tell(state) {
      latest = { version: state.version, json: JSON.stringify(state) };
      for (const wake of waiting) wake();
    },
    async after(version) {
      if (!isNews(version)) await news();
      return isNews(version) ? latest?.json : undefined;
    },
  };

  function isNews(version: number): boolean {
    return latest !== undefined && latest.version > version;
  }

  function news(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, patienceMs);
      timer.unref();
      waiting.add(wake);
    });
  }
}
