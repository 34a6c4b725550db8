// Jelas as a ranker, by its confidence and by its own decisions.
import { decide } from "../../../functions/webhook/matching/decide.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import type { Trained } from "../../../functions/webhook/matching/model-file.ts";
import type { Ranker } from "./ranker.ts";

export function jelas({ model, lexicon }: Trained): Ranker {
  const matcher = createMatcher(model, lexicon);
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
