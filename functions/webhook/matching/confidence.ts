// How sure a classifier is, in two parts: is the message ours at all, and which entry is it.
import { softmax } from "./linear.ts";

export interface Confidence {
  /** How likely each class is, over all classes. */
  readonly classes: Float64Array;
  /** How likely each entry is, if it is any: off-topic doubt doesn't blur these. */
  readonly entries: Float64Array;
  /** How likely the message asks about the FAQ's subject at all. */
  readonly subject: number;
  /** How likely the right entry is among the best three: subject · the sum of their chances. */
  readonly reach: number;
  /** How likely the best entry is right: subject · its chance. */
  readonly confidence: number;
}

/** Reads the scores of all classes, of which the entries are the first `entryCount`. */
export function confidenceOf(scores: Float64Array, entryCount: number): Confidence {
  const classes = softmax(scores);
  const entries = softmax(scores.subarray(0, entryCount));
  let subject = 0;
  let [first, second, third] = [0, 0, 0];
  for (let at = 0; at < entryCount; at++) {
    subject += classes[at] as number;
    const chance = entries[at] as number;
    if (chance > first) [first, second, third] = [chance, first, second];
    else if (chance > second) [second, third] = [chance, second];
    else if (chance > third) third = chance;
  }
  return {
    classes,
    entries,
    subject,
    reach: subject * (first + second + third),
    confidence: subject * first,
  };
}
