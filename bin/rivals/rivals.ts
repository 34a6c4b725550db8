// The phrasings that another entry would plainly win, were they not listed where they are.
import type { Faq, Phrasing } from "../../functions/webhook/faq/faq.ts";
import { type ConfusionMap, confusionOf } from "./confusion.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import type { SentenceReader } from "./sentence-reader.ts";

export interface Rival {
  readonly entry: string;
  readonly phrasing: Phrasing;
  /** The entry that would win it … */
  readonly rival: string;
  /** … and its phrasing that is most like it. */
  readonly closest: Phrasing;
  readonly evidence: number;
}

export interface Rivalry {
  /** The plainest first. */
  readonly rivals: readonly Rival[];
  readonly confusion: ConfusionMap;
}

/**
 * Of 200 phrasings of the shipped FAQ that were moved to another entry this finds 140, and beside
 * them ten that stand where they should: `npm run bench -- rivals`.
 */
const plainly = 6;

export function findRivals(
  faq: Faq,
  onProgress?: (share: number) => void,
  reader?: SentenceReader,
): Rivalry {
  const ids = faq.entries.map(({ id }) => id);
  const { verdicts, closest } = leaveOneOut(faq, onProgress, reader);
  const plain = verdicts.filter(({ odds, evidence }) => odds > 0 && evidence >= plainly);
  const rivals = plain.map((verdict) => ({
    entry: ids[verdict.entry] ?? "",
    phrasing: verdict.phrasing,
    rival: ids[verdict.rival] ?? "",
    closest: closest(verdict),
    evidence: verdict.evidence,
  }));
  return {
    rivals: rivals.sort((a, b) => b.evidence - a.evidence),
    confusion: confusionOf(verdicts, ids),
  };
}
