import fc from "fast-check";
import { expect, it } from "vitest";
import { runsOf, startOf } from "../../functions/webhook/matching/runs.ts";

it("a run starts where all before it end, however many and however long they are", () => {
  const lengths = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 0xffff })), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(lengths, (list) => {
      const runs = runsOf(list);
      let start = 0;
      list.forEach((length, run) => {
        expect(startOf(run, runs)).toBe(start);
        expect(runs.lengths[run]).toBe(length);
        start += length;
      });
    }),
  );
});

it("a run that is too long for its place is refused", () => {
  expect(() => runsOf([1, 0x10000])).toThrow("65536");
});
