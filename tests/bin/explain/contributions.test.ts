// What the pieces of a message add is all there is to a score.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createExplainer } from "../../../bin/explain/contributions.ts";
import { favourYoung } from "../../../functions/webhook/matching/favour.ts";
import { featureTableOf } from "../../../functions/webhook/matching/feature-table.ts";
import { characterFeatures } from "../../../functions/webhook/matching/features.ts";
import { type SparseWeights, scoresOf } from "../../../functions/webhook/matching/linear.ts";
import { createWordReader } from "../../../functions/webhook/matching/message-words.ts";
import { runsOf } from "../../../functions/webhook/matching/runs.ts";
import { createVectorizer } from "../../../functions/webhook/matching/vector.ts";
import { vocabularyOf } from "../../../functions/webhook/matching/vocabulary.ts";
import { compileLexicon, readingOf } from "../../../functions/webhook/matching/words.ts";
import { seededRandom } from "../../../functions/webhook/training/random.ts";
import { recipe } from "../../../functions/webhook/training/recipe.ts";
import { layOutSpace } from "../../../functions/webhook/training/space.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";

const lexicon = compileLexicon(tinyFaq.words);
const bank = [
  ...tinyFaq.entries.flatMap(({ phrasings }) => phrasings.map(({ text }) => text.toLowerCase())),
  "pinjam buku hilang",
].map((text) => text.split(" "));
// Every feature has a row and a weight for every class: nothing may be left out unnoticed.
const space = layOutSpace(
  bank.map((words) => readingOf(words, lexicon)),
  { ...recipe, minShare: 0 },
);
const classCount = 3;
const classifier = anyWeights(space.table.length);
const vocabulary = [...new Set(bank.flat())].filter((word) => /^[a-z]{4,}$/.test(word)).sort();

const favour = Float32Array.of(0, 3);
const explain = createExplainer({ space, classifier, favour });
const vectorize = createVectorizer(space);
const readWords = createWordReader({ space, vocabulary: vocabularyOf(vocabulary) }, lexicon);

function anyWeights(rows: number): SparseWeights {
  const random = seededRandom(1);
  const places = Array.from({ length: rows * classCount }, (_, place) => place);
  return {
    rows: runsOf(new Array(rows).fill(classCount)),
    columns: Uint8Array.from(places, (place) => place % classCount),
    weights: Int8Array.from(places, () => Math.round(random() * 254 - 127)),
    scale: 0.05,
    bias: Float32Array.from({ length: classCount }, () => random() - 0.5),
  };
}

/** Compares the sum of a text's contributions with its score, for every class. */
function expectSumsToBeScores(text: string): void {
  const { standard, corrected } = readWords(text);
  const readings = [standard, ...(corrected ? [corrected] : [])].map((words) =>
    readingOf(words, lexicon),
  );
  const scores = readings.map((reading) => scoresOf(vectorize(reading), classifier));
  const means = Float64Array.from({ length: classCount }, (_, of) => {
    return scores.reduce((sum, score) => sum + (score[of] ?? 0), 0) / scores.length;
  });
  favourYoung(means, classifier.bias, favour);
  for (let of = 0; of < classCount; of++) {
    const total = explain(readings, of).reduce((sum, { amount }) => sum + amount, 0);
    expect(total).toBeCloseTo(means[of] ?? 0, 9);
  }
}

const bankWord = fc.constantFrom(...bank.flat());
const misspelt = fc
  .tuple(fc.constantFrom("perpustakaan", "kehilangan", "membership"), fc.nat({ max: 9 }))
  .map(([word, at]) => word.slice(0, at) + word.slice(at + 1));
const sentence = (word: fc.Arbitrary<string>) =>
  fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));

describe("the contributions to a class", () => {
  it("sum to its score, for words of the bank, slang and words nobody has seen", () => {
    const word = fc.oneof(bankWord, fc.constantFrom("gmn", "jam brp", "xyzzy"), fc.string());
    fc.assert(fc.property(sentence(word), expectSumsToBeScores));
  });

  it("sum to the mean of both readings' scores where a word was corrected", () => {
    const text = fc
      .tuple(sentence(bankWord), misspelt, sentence(fc.oneof(bankWord, misspelt)))
      .map((parts) => parts.join(" "))
      .filter((words) => readWords(words).corrected !== undefined);
    fc.assert(fc.property(text, expectSumsToBeScores));
  });

  it("come with the largest first, whichever its sign", () => {
    const sizes = explain([readingOf(["lost", "library", "card"], lexicon)], 2).map(({ amount }) =>
      Math.abs(amount),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it("name words, words in a row, concepts, pairs of them, and where it starts", () => {
    const pieces = explain([readingOf(["pinjam", "buku", "hilang"], lexicon)], 1);
    const names = pieces.map(({ kind, text }) => `${kind} ${text}`.trim());
    expect(names).toEqual(
      expect.arrayContaining([
        "start",
        "word pinjam",
        "neighbours pinjam buku",
        "concept borrow",
        "pair borrow + lost",
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("letters that several words have", () => {
  const [shared = 0] = characterFeatures("ababab").filter((one, at, all) => all.indexOf(one) < at);
  const space = {
    table: featureTableOf([shared]),
    sentences: 9,
    having: Uint16Array.of(3),
    lengths: { words: 0, bigrams: 0, characters: 1, concepts: 0, pairs: 0 },
    unseen: 1,
  };
  const classifier = {
    rows: runsOf([1]),
    columns: Uint8Array.of(0),
    weights: Int8Array.of(100),
    scale: 0.01,
    bias: Float32Array.of(0),
  };

  it("count for each by how often it has them", () => {
    const pieces = createExplainer({ space, classifier, favour: Float32Array.of(0) })(
      [{ words: ["ababab", "cabac", "xyz"], concepts: [] }],
      0,
    );
    const amounts = new Map(pieces.map(({ text, amount }) => [text, amount]));
    expect((amounts.get("ababab") ?? 0) / (amounts.get("cabac") ?? 0)).toBeCloseTo(2, 9);
    expect(amounts.has("xyz")).toBe(false);
  });
});
