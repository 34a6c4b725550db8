// What keeps the bot from answering though it is sure enough of the entry.
import { isOurs } from "../../functions/webhook/matching/decide.ts";
import type { Explanation } from "./explain.ts";

export type Doubt = "none-of-ours" | "close-second";

/** `undefined` where it answers, or is not sure enough in the first place. */
export function doubtOf({
  decision,
  confidence,
  subject,
  thresholds,
}: Pick<Explanation, "decision" | "confidence" | "subject" | "thresholds">): Doubt | undefined {
  if (decision.kind !== "suggest" || confidence < thresholds.answer) return undefined;
  return isOurs({ subject }) ? "close-second" : "none-of-ours";
}
