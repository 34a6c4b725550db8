// Finds texts that are nearly the same among thousands, without comparing each with each.
import { finishHash, hashInto, startHash } from "../../../functions/webhook/matching/hash.ts";
import type { FaqText } from "../faq-texts.ts";

const wordsInARow = 3;
/** Of all runs of words in a text, as many as these stand for it. */
const runsKept = 8;
/** With how many texts of the same run a text is compared: the last ones. */
const comparedWith = 4;

/**
 * Each text with an earlier one that `isSame` accepts. Only texts that share one of a few runs of
 * words are looked at. Which runs stand for a text depends on the runs alone (those with the
 * smallest hashes), so texts that share most of their runs share most of those.
 */
export function* findNearlyTheSame(
  texts: readonly FaqText[],
  isSame: (text: FaqText, earlier: FaqText) => boolean,
): Generator<[text: FaqText, earlier: FaqText]> {
  const withRun = new Map<number, FaqText[]>();
  for (const text of texts) {
    const runs = runsOf(text.text);
    const candidates = new Set(runs.flatMap((run) => withRun.get(run) ?? []));
    const earlier = [...candidates].find((candidate) => isSame(text, candidate));
    if (earlier) yield [text, earlier];
    for (const run of runs) {
      withRun.set(run, [...(withRun.get(run) ?? []), text].slice(-comparedWith));
    }
  }
}

function runsOf(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const count = Math.max(1, words.length - wordsInARow + 1);
  const runs = Array.from({ length: count }, (_, at) =>
    finishHash(hashInto(start, words.slice(at, at + wordsInARow).join(" "))),
  );
  return [...new Set(runs)].toSorted((a, b) => a - b).slice(0, runsKept);
}

const start = startHash("run");
