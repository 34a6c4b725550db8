// A store with something done around each of its writes.
import type { CountStore } from "./store.ts";

/** The same store, but `around` makes each write happen, or not. */
export function aroundStore(
  store: CountStore,
  around: <Result>(write: () => Promise<Result>) => Promise<Result>,
): CountStore {
  return {
    claimAndCount: (claim, address) => around(() => store.claimAndCount(claim, address)),
    markDone: (eventKey, owner) => around(() => store.markDone(eventKey, owner)),
    release: (eventKey, owner) => around(() => store.release(eventKey, owner)),
  };
}
