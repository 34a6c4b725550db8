// Judges each phrasing as if it were not listed: would its own entry still win it, or another?
import type { Faq, Phrasing } from "../../functions/webhook/faq/faq.ts";
import { rememberAll } from "../../functions/webhook/matching/remember-known.ts";
import type { Vector } from "../../functions/webhook/matching/sparse-vector.ts";
import { createVectorizer } from "../../functions/webhook/matching/vector.ts";
import { readingOf } from "../../functions/webhook/matching/words.ts";
import { recipe } from "../../functions/webhook/training/recipe.ts";
import { layOutSpace } from "../../functions/webhook/training/space.ts";
import { type ClassSums, compareWithout, sumUp } from "./class-sums.ts";
import { createSentenceReader, type SentenceReader } from "./sentence-reader.ts";

/** A phrasing, by the places of its entry and its likeliest rival in the FAQ. */
export interface Verdict {
  readonly phrasing: Phrasing;
  readonly entry: number;
  /** The best of the other entries. */
  readonly rival: number;
  /** ln of how many times likelier the rival is than the entry; above 0 the rival wins. */
  readonly odds: number;
  /** How plainly the rival wins, comparable between long and short phrasings. */
  readonly evidence: number;
}

export interface LeftOut {
  readonly verdicts: readonly Verdict[];
  /** The rival's phrasing that is most like this one. */
  closest(verdict: Verdict): Phrasing;
}

/**
 * By naive Bayes with features as the classifier has them (multinomial, smoothed; Rennie et al.
 * 2003 on tf-idf values), since what one sentence added to it can be taken away again exactly:
 * training the classifier itself ten thousand times would take two days. `npm run bench -- rivals`
 * has its figures.
 */
export function leaveOneOut(
  faq: Faq,
  onProgress: (share: number) => void = () => {},
  reader: SentenceReader = createSentenceReader(faq.words),
): LeftOut {
  const sentences = readSentences(faq, reader);
  const classOf = sentences.map(({ entry }) => entry);
  const vectors = withoutCommon(vectorsOf(sentences, reader), classOf);
  const sums = sumUp(vectors, classOf, faq.entries.length);
  const verdicts = sentences.flatMap(({ phrasing, entry }, at): Verdict[] => {
    if (at % reportEvery === 0) onProgress(at / sentences.length);
    const found = weigh(vectors[at] as Vector, entry, sums);
    return found ? [{ phrasing, entry, ...found }] : [];
  });
  const placeOf = new Map(sentences.map(({ phrasing }, at) => [phrasing, at]));
  return {
    verdicts,
    closest({ phrasing, rival }) {
      const vector = vectors[placeOf.get(phrasing) ?? 0] as Vector;
      const near = sentences
        .flatMap((sentence, at) => (sentence.entry === rival ? [{ sentence, at }] : []))
        .map(({ sentence, at }) => ({ sentence, likeness: dot(vector, vectors[at] as Vector) }));
      return near.reduce((a, b) => (b.likeness > a.likeness ? b : a)).sentence.phrasing;
    },
  };
}

const reportEvery = 500;

interface Sentence {
  readonly phrasing: Phrasing;
  readonly entry: number;
  readonly words: readonly string[];
}

function readSentences({ entries }: Faq, { standard }: SentenceReader): Sentence[] {
  return entries
    .flatMap(({ phrasings }, entry) =>
      phrasings.map((phrasing) => ({ phrasing, entry, words: standard(phrasing.text) })),
    )
    .filter((sentence) => sentence.words.length > 0);
}

function vectorsOf(sentences: readonly Sentence[], { lexicon }: SentenceReader): Vector[] {
  const readings = sentences.map(({ words }) => readingOf(words, lexicon));
  const vectorize = createVectorizer(layOutSpace(readings, recipe), rememberAll);
  return readings.map((reading) => vectorize(reading));
}

/**
 * What so many entries have says next to nothing of any, and would cost a comparison with each. No
 * feature of a FAQ with fewer entries is left out.
 */
const mostClasses = 200;

function withoutCommon(vectors: readonly Vector[], classOf: readonly number[]): readonly Vector[] {
  if (new Set(classOf).size <= mostClasses) return vectors;
  const classes: Set<number>[] = [];
  vectors.forEach(({ rows }, at) => {
    for (const row of rows) {
      classes[row] ??= new Set();
      classes[row].add(classOf[at] as number);
    }
  });
  const isTelling = (row: number) => (classes[row]?.size ?? 0) <= mostClasses;
  return vectors.map(({ rows, values }) => ({
    rows: rows.filter(isTelling),
    values: values.filter((_, at) => isTelling(rows[at] as number)),
  }));
}

/** `undefined` where no other entry has phrasings. */
function weigh(
  vector: Vector,
  own: number,
  sums: ClassSums,
): Pick<Verdict, "rival" | "odds" | "evidence"> | undefined {
  const { likelihoods, cosines } = compareWithout(vector, own, sums);
  let rival = -1;
  for (let of = 0; of < likelihoods.length; of++) {
    // An entry without a phrasing is small, which alone would make it likely.
    if (of === own || sums.mass[of] === 0) continue;
    if (rival < 0 || (likelihoods[of] as number) > (likelihoods[rival] as number)) rival = of;
  }
  if (rival < 0) return undefined;
  const odds = (likelihoods[rival] as number) - (likelihoods[own] as number);
  const likeness = (of: number) => Math.log((cosines[of] as number) + leastCosine);
  return { rival, odds, evidence: odds / 5 + 2 * (likeness(rival) - likeness(own)) };
}

/** Keeps the logarithm of nought finite. */
const leastCosine = 1e-3;

function dot(a: Vector, b: Vector): number {
  const values = new Map(b.rows.map((row, at) => [row, b.values[at] as number]));
  return a.rows.reduce(
    (sum, row, at) => sum + (a.values[at] as number) * (values.get(row) ?? 0),
    0,
  );
}
