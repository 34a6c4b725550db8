// Jelas as a ranker, by its confidence and by its own decisions.
import { decide } from "../../../functions/webhook/matching/decide.ts";
import type { Matcher } from "../../../functions/webhook/matching/matcher.ts";
import type { Model } from "../../../functions/webhook/matching/model.ts";
import type { Ranker } from "./ranker.ts";

export function jelas(model: Model, matcher: Matcher): Ranker {
  return {
    name: "Jelas",
    what: "this engine, scored by its confidence",
    rank(text) {
      const { candidates, confidence } = matcher.match(text);
      const best = candidates[0]?.score || 1;
      return candidates.map(({ entry, score }) => ({ entry, score: (confidence * score) / best }));
    },
    answer(text) {
      const decision = decide(matcher.match(text), model.thresholds);
      return decision.kind === "answer" ? decision.entry : null;
    },
  };
}
