// Why a class scores as it does: its score as a sum over the pieces of a message.
import { favourOf } from "../../functions/webhook/matching/favour.ts";
import { type FeatureTable, rowOf } from "../../functions/webhook/matching/feature-table.ts";
import { type Group, groups, type Reading } from "../../functions/webhook/matching/features.ts";
import type { SparseWeights } from "../../functions/webhook/matching/linear.ts";
import type { Model } from "../../functions/webhook/matching/model.ts";
import { startOf } from "../../functions/webhook/matching/runs.ts";
import type { Vector } from "../../functions/webhook/matching/sparse-vector.ts";
import { createVectorizer, type GroupLengths } from "../../functions/webhook/matching/vector.ts";
import { type Occurrence, occurrencesOf, type Piece } from "./pieces.ts";

/** What a piece adds to a class's score, or takes from it. */
export interface Contribution {
  /** `start` is what the class scores before anything is read; `youth` what a young entry is given. */
  readonly kind: Piece["kind"] | "start" | "youth";
  readonly text: string;
  readonly amount: number;
}

/** Gives the contributions of a message's readings to one class, the largest first. */
export type Explainer = (readings: readonly Reading[], of: number) => Contribution[];

/**
 * A class's score is linear, but for what youth adds, so its terms can be told apart:
 *
 *     score = bias + Σ over features of value · weight
 *             start  each term goes to the pieces that have the feature,
 *                    to each by how often it has it
 *
 * Of several readings each counts as much as any other, so all amounts sum to the mean of the
 * scores that `scoresOf` gives, and to what youth adds to that.
 */
export function createExplainer({
  space,
  classifier,
  favour,
}: Pick<Model, "space" | "classifier" | "favour">): Explainer {
  const vectorizers = groups.map((group) => ({
    group,
    vectorize: createVectorizer({ ...space, lengths: onlyGroup(group, space.lengths) }),
  }));

  return (readings, of) => {
    const sum = createSum();
    sum.add({ kind: "start", text: "" }, classifier.bias[of] ?? 0);
    for (const reading of readings) {
      const occurrences = occurrencesOf(reading);
      for (const { group, vectorize } of vectorizers) {
        const vector = vectorize(reading);
        const holders = holdersByRow(occurrences[group], space.table);
        eachTerm(vector, classifier, of, (row, amount) => {
          const pieces = holders.get(row) ?? [];
          for (const piece of pieces) sum.add(piece, amount / pieces.length / readings.length);
        });
      }
    }
    if (of < favour.length) {
      const given = favourOf(of, sum.total(), classifier.bias, favour);
      if (given > 0) sum.add({ kind: "youth", text: "" }, given);
    }
    return sum.contributions().sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  };
}

/** A group's part of a vector does not depend on the other groups. */
function onlyGroup(only: Group, lengths: GroupLengths): GroupLengths {
  const none = { words: 0, bigrams: 0, characters: 0, concepts: 0, pairs: 0 };
  return { ...none, [only]: lengths[only] };
}

/** By row, the pieces that have its feature, each as often as it has it. */
function holdersByRow(
  occurrences: readonly Occurrence[],
  table: FeatureTable,
): ReadonlyMap<number, readonly Piece[]> {
  const holders = new Map<number, Piece[]>();
  for (const { piece, feature } of occurrences) {
    const row = rowOf(feature, table);
    const there = holders.get(row);
    if (there) there.push(piece);
    else holders.set(row, [piece]);
  }
  return holders;
}

/** Visits each row of a vector that the class has a weight for: value · weight. */
function eachTerm(
  { rows, values }: Vector,
  { rows: owned, columns, weights, scale }: SparseWeights,
  of: number,
  visit: (row: number, amount: number) => void,
): void {
  rows.forEach((row, at) => {
    const start = startOf(row, owned);
    const place = columns.subarray(start, start + (owned.lengths[row] ?? 0)).indexOf(of);
    if (place >= 0) visit(row, (values[at] ?? 0) * (weights[start + place] ?? 0) * scale);
  });
}

/** Adds amounts up by what they are of. */
function createSum() {
  const sums = new Map<string, Contribution>();
  return {
    add({ kind, text }: Pick<Contribution, "kind" | "text">, amount: number): void {
      const key = `${kind} ${text}`;
      sums.set(key, { kind, text, amount: (sums.get(key)?.amount ?? 0) + amount });
    },
    total: () => [...sums.values()].reduce((all, { amount }) => all + amount, 0),
    contributions: () => [...sums.values()],
  };
}
