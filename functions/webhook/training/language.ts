// Learns to tell the bot's languages apart from the bank itself.
import type { Language } from "../faq/faq.ts";
import { featureTableOf } from "../matching/feature-table.ts";
import { languageFeatures } from "../matching/language.ts";
import type { LanguageModel } from "../matching/model.ts";
import type { Example } from "./bank.ts";
import { createDenseWeights } from "./dense.ts";
import { quantize } from "./quantize.ts";
import { sparsify } from "./sparse.ts";

/** Features seen less often are left out: in a large bank, what it could not tell apart by. */
const minCount = (examples: number) => Math.max(2, Math.round(examples / 2000));
/** Lidstone smoothing of the counts. */
const smoothing = 0.5;
/** All that a byte holds: what is telling is many times what is usual. */
const steps = 127;

/**
 * Multinomial naive Bayes: the weight of a feature for a language is the logarithm of its share
 * among that language's features, less the mean over the languages.
 */
export function trainLanguage(
  examples: readonly Example[],
  languages: readonly Language[],
): LanguageModel {
  const counts = new Map<number, number[]>();
  const totals = languages.map(() => 0);
  for (const { typed, language } of examples) {
    const column = languages.indexOf(language ?? "");
    if (column < 0) continue;
    for (const feature of languageFeatures(typed)) {
      const row = counts.get(feature) ?? languages.map(() => 0);
      row[column] = (row[column] ?? 0) + 1;
      counts.set(feature, row);
      totals[column] = (totals[column] ?? 0) + 1;
    }
  }
  const fewest = minCount(examples.length);
  const kept = [...counts].filter(([, row]) => row.reduce((a, b) => a + b, 0) >= fewest);
  kept.sort(([one], [other]) => one - other);
  const dense = createDenseWeights(kept.length, languages.length);
  kept.forEach(([, row], index) => {
    const shares = row.map((count, column) =>
      Math.log((count + smoothing) / ((totals[column] ?? 0) + smoothing * kept.length)),
    );
    const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
    dense.weights.set(
      shares.map((share) => share - mean),
      index * languages.length,
    );
  });
  return {
    table: featureTableOf(kept.map(([feature]) => feature)),
    weights: quantize(sparsify(dense, dense.weights.length), steps),
  };
}
