// Finding a class among ascending ones comes to what looking at each would.
import fc from "fast-check";
import { expect, it } from "vitest";
import { placeOf } from "../../functions/webhook/training/columns.ts";

it("finds the first place that is not before the class", () => {
  const ascending = fc
    .uniqueArray(fc.nat(80), { maxLength: 40 })
    .map((columns) => Uint16Array.from(columns).sort());
  fc.assert(
    fc.property(ascending, fc.nat(85), fc.nat(40), fc.nat(40), (columns, column, one, other) => {
      const end = Math.min(columns.length, Math.max(one, other));
      const from = Math.min(end, one, other);
      let expected = from;
      while (expected < end && (columns[expected] ?? 0) < column) expected++;
      expect(placeOf(column, columns, from, end)).toBe(expected);
    }),
  );
});
