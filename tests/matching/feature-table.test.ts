import fc from "fast-check";
import { expect, it } from "vitest";
import { rowOf } from "../../functions/webhook/matching/feature-table.ts";

const feature = fc.integer({ min: 0, max: 2 ** 26 - 1 });

it("a feature's row is its place among the ascending features, and −1 where it is not there", () => {
  fc.assert(
    fc.property(fc.uniqueArray(feature), feature, (features, other) => {
      const table = Uint32Array.from(features).sort();
      for (const known of features) expect(rowOf(known, table)).toBe(table.indexOf(known));
      expect(rowOf(other, table)).toBe(table.indexOf(other));
    }),
  );
});
