import fc from "fast-check";
import { expect, it } from "vitest";
import {
  featureTableOf,
  listFeatures,
  rowOf,
} from "../../functions/webhook/matching/feature-table.ts";

const feature = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 26 - 1 }),
  // Neighbours share a bucket.
  fc.integer({ min: 5000, max: 5100 }),
);
const ascending = fc.uniqueArray(feature).map((features) => Uint32Array.from(features).sort());

it("a feature's row is its place among the ascending features, and −1 where it is not there", () => {
  fc.assert(
    fc.property(ascending, feature, (features, other) => {
      const table = featureTableOf(features);
      for (const known of features) expect(rowOf(known, table)).toBe(features.indexOf(known));
      expect(rowOf(other, table)).toBe(features.indexOf(other));
    }),
  );
});

it("a table gives back the features it was made of", () => {
  fc.assert(
    fc.property(ascending, (features) => {
      const table = featureTableOf(features);
      expect(table.length).toBe(features.length);
      expect(listFeatures(table)).toEqual(features);
    }),
  );
});
