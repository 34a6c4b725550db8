// What a young entry's score is given for its youth, as far as a message speaks for the entry.

/**
 * A score is raised by so many times what the message adds to it. With 3 to 5 times, entries cut to
 * ten phrasings were answered hardly less often than with all of it, nonsense no more than without.
 */
const favourPerEvidence = 4;

/**
 * Raises the scores of young entries, where they lie. What an entry was never taught in so
 * many words its rich siblings claim, while people ask about it as often as about them; so its score
 * owes nothing to its size (logit adjustment, Menon et al. 2021). But a message that says nothing
 * for an entry says nothing for a young one either.
 *
 * @param bias what each class scores before anything is read
 * @param most by entry, the first of the classes, the most that its score is raised
 */
export function favourYoung(
  scores: Float64Array,
  bias: ArrayLike<number>,
  most: Float32Array,
): Float64Array {
  for (let at = 0; at < most.length; at++) {
    scores[at] = (scores[at] as number) + favourOf(at, scores[at] as number, bias, most);
  }
  return scores;
}

/** By how much the score of an entry is raised. */
export function favourOf(
  entry: number,
  score: number,
  bias: ArrayLike<number>,
  most: Float32Array,
): number {
  const evidence = Math.max(0, score - (bias[entry] as number));
  return Math.min(most[entry] as number, favourPerEvidence * evidence);
}
