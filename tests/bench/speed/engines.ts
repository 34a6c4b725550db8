// The engines under comparison, taught the same bank; Jelas goes on to its decision.
import { startProgress } from "../../../bin/progress.ts";
import { decide } from "../../../functions/webhook/matching/decide.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import type { Trained } from "../../../functions/webhook/matching/model-file.ts";
import { fuse, fuseTokens } from "../quality/fuse.ts";
import { miniSearch } from "../quality/minisearch.ts";
import { nlpjs } from "../quality/nlpjs.ts";
import type { Bank, Ranker } from "../quality/ranker.ts";

export interface Engine {
  readonly ranker: Ranker;
  /** So many questions are put to a slow one, once each; absent: all of them in every round. */
  readonly askedOnce?: number;
}

/** Jelas comes first; quickly, only MiniSearch comes after it. */
export async function teachEngines(
  bank: Bank,
  own: Trained,
  isQuick: boolean,
): Promise<[Engine, ...Engine[]]> {
  const fast: [Engine, Engine] = [{ ranker: deciding(own) }, { ranker: miniSearch(bank) }];
  if (isQuick) return fast;
  const progress = startProgress("Teaching nlp.js, for half a minute or so:");
  progress.show(0);
  const neural = await nlpjs(bank);
  progress.end();
  return [
    ...fast,
    { ranker: neural },
    { ranker: fuseTokens(bank), askedOnce: 150 },
    { ranker: fuse(bank), askedOnce: 40 },
  ];
}

/** The whole way from a text to the decision. */
function deciding({ model, lexicon }: Trained): Ranker {
  const matcher = createMatcher(model, lexicon);
  return {
    name: "Jelas",
    what: "this engine, from the text to its decision",
    rank(text) {
      const match = matcher.match(text);
      decide(match, model.thresholds);
      return match.candidates;
    },
  };
}
