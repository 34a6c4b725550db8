// Counting features comes to what sets and a map would.
import fc from "fast-check";
import { expect, it } from "vitest";
import { countFeatures } from "../../functions/webhook/training/feature-counts.ts";

function counted(sentences: readonly (readonly number[])[]) {
  const counts = countFeatures();
  sentences.forEach((features, at) => {
    for (const feature of features) counts.add(feature, at);
  });
  return counts.sorted();
}

function countedPlainly(sentences: readonly (readonly number[])[]) {
  const counts = new Map<number, number>();
  for (const feature of sentences.flatMap((features) => [...new Set(features)])) {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one - other);
}

it("counts each feature once for each sentence that has it", () => {
  // Few low bits, so that features get in each other's way.
  const feature = fc.nat(40).map((n) => n * 2 ** 20);
  fc.assert(
    fc.property(fc.array(fc.array(feature)), (sentences) => {
      expect(counted(sentences)).toEqual(countedPlainly(sentences));
    }),
  );
});

it("grows with the bank", () => {
  const sentences = [0, 1, 2].map((at) =>
    Array.from({ length: 90_000 }, (_, n) => (n * (at + 1) * 2654435761) >>> 6),
  );
  expect(counted(sentences)).toEqual(countedPlainly(sentences));
});
