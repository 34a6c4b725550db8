// What the workshop's server answers when a question is tried.
import type { Explanation } from "../explain/explain.ts";

/** A question and all that is to be seen of how it is answered. */
export interface Explained {
  readonly explanation: Explanation;
  readonly reply: string;
}
