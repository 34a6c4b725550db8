// What a store of counts promises, whatever it is made of.

/** One delivery's attempt to be the one that counts and replies. */
export interface Claim {
  /** The keyed code of the message (see event-key.ts): `v1#` and 22 characters. */
  readonly eventKey: string;
  /** Random, new for each attempt: tells our own retry from somebody else's claim. */
  readonly owner: string;
  /** Epoch seconds now, and until when the claim is held. */
  readonly now: number;
  readonly leaseUntil: number;
  /** Epoch seconds after which the store may forget the event. */
  readonly expiresAt: number;
}

export type ClaimResult =
  /** Counted just now, by us: reply. */
  | "claimed"
  /** Counted before, its lease ran out unfinished and is ours now: reply, without counting. */
  | "taken-over"
  /** Another attempt is at work on it: ask for a redelivery. */
  | "in-progress"
  /** Counted and replied to: nothing left to do. */
  | "done";

/** The cell to add to, addressed by keys that were already checked. */
export interface CountAddress {
  /** `day#shard`. */
  readonly pk: string;
  /** `entry#language#channel#outcome`. */
  readonly sk: string;
}

export interface CountStore {
  /**
   * Claims the event and adds one to the cell, both or neither.
   * @throws StoreUnavailable if the store did not say within its deadline, or refused for good
   */
  claimAndCount(claim: Claim, address: CountAddress): Promise<ClaimResult>;
  /**
   * Marks the event done, if `owner` still holds it.
   * @throws StoreUnavailable
   */
  markDone(eventKey: string, owner: string): Promise<void>;
  /**
   * Gives the lease back so that a redelivery may reply at once, if `owner` still holds it.
   * @throws StoreUnavailable
   */
  release(eventKey: string, owner: string): Promise<void>;
}

/** The store could not be asked. `code` is the store's own error name, never its message. */
export class StoreUnavailable extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The store did not take the count (${code})`);
    this.name = "StoreUnavailable";
    this.code = code;
  }
}
