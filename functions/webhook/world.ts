// What a message's journey needs of the world around it.
import type { CountableNames } from "./counts/cell.ts";
import type { CountStore } from "./counts/store.ts";
import type { Fetch } from "./deliver.ts";
import type { Log } from "./log.ts";
import type { RecentReplies } from "./recent-replies.ts";
import type { Responder } from "./respond.ts";
import type { Settings } from "./settings.ts";

export interface World {
  readonly respond: Responder;
  readonly store: CountStore;
  readonly recentReplies: RecentReplies;
  readonly names: CountableNames;
  readonly settings: Settings;
  readonly log: Log;
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds at which the request came, and by which the journey must have ended. */
  readonly startedAt: number;
  readonly endBy: number;
  /** Makes the settings be read anew. */
  readonly refreshSettings: () => void;
}
