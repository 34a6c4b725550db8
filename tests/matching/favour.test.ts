import fc from "fast-check";
import { expect, it } from "vitest";
import { favourYoung } from "../../functions/webhook/matching/favour.ts";

const number = fc.double({ min: -20, max: 20, noNaN: true });
const favours = fc.float({ min: 0, max: 6, noNaN: true });

it("a message that says nothing for an entry leaves its score as it is, however young it is", () => {
  const bias = [-1, 0.5];
  const scores = Float64Array.of(-1, -0.5);
  expect([...favourYoung(scores, bias, Float32Array.of(3, 3))]).toEqual([-1, -0.5]);
});

it("a message that speaks for a young entry raises its score, by no more than its favour", () => {
  fc.assert(
    fc.property(number, number, favours, (bias, evidence, most) => {
      const score = bias + evidence;
      const [raised = 0] = favourYoung(Float64Array.of(score), [bias], Float32Array.of(most));
      expect(raised).toBeGreaterThanOrEqual(score);
      expect(raised).toBeLessThanOrEqual(score + most + 1e-9);
      if (evidence > most && most > 0) expect(raised).toBeCloseTo(score + most, 6);
    }),
  );
});

it("more evidence never gives a lower score", () => {
  fc.assert(
    fc.property(number, number, number, favours, (bias, one, other, most) => {
      const raised = (score: number) =>
        favourYoung(Float64Array.of(score), [bias], Float32Array.of(most))[0] ?? 0;
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(raised(high)).toBeGreaterThanOrEqual(raised(low) - 1e-9);
    }),
  );
});

it("what is no entry is never raised", () => {
  const scores = favourYoung(Float64Array.of(5, 5), [0, 0], Float32Array.of(1));
  expect([...scores]).toEqual([6, 5]);
});
