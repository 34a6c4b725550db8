// Follows the state: each answer comes as soon as there is something new.
import type { WorkshopState } from "../../state.ts";

export interface FeedEvents {
  onState(state: WorkshopState): void;
  onConnection(isThere: boolean): void;
}

const retryAfterMs = { first: 500, most: 5000 };
/** So that a server which answers at once can't keep the browser busy. */
const pauseMs = 50;

/** Never ends: the page follows for as long as it is open. */
export async function followState({ onState, onConnection }: FeedEvents): Promise<never> {
  let after = -1;
  let shown = "";
  let waitMs = retryAfterMs.first;
  for (;;) {
    const answer = await fetchState(after);
    onConnection(answer !== undefined);
    if (answer === undefined) {
      // Whoever answers next may count its versions anew.
      after = -1;
      await pause(waitMs);
      waitMs = Math.min(waitMs * 2, retryAfterMs.most);
      continue;
    }
    waitMs = retryAfterMs.first;
    if (answer !== "") {
      const state = JSON.parse(answer) as WorkshopState;
      after = state.version;
      if (answer !== shown) onState(state);
      shown = answer;
    }
    await pause(pauseMs);
  }
}

/** The state as text, nothing if there is no news, `undefined` if nobody answers. */
async function fetchState(after: number): Promise<string | undefined> {
  try {
    const response = await fetch(`/workshop/state?after=${after}`, { cache: "no-store" });
    if (response.status === 204) return "";
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
