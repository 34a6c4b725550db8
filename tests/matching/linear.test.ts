import fc from "fast-check";
import { expect, it } from "vitest";
import { scoresOf, softmax } from "../../functions/webhook/matching/linear.ts";
import { prune } from "../../functions/webhook/training/prune.ts";

it("scores by bias plus the sum of value times weight, as a full matrix would", () => {
  const rows = 5;
  const classes = 3;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -127, max: 127 }), {
        minLength: rows * classes,
        maxLength: rows * classes,
      }),
      fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
      (steps, values) => {
        // With a largest weight of 127 the steps are whole numbers and nothing is lost.
        const weights = Float32Array.from([127, ...steps.slice(1)]);
        const bias = Float32Array.of(0.5, 0, -0.5);
        const sparse = prune({ weights, classes, bias }, 1);
        const scores = scoresOf({ rows: [...values.keys()], values }, sparse);
        for (let c = 0; c < classes; c++) {
          const expected = values.reduce(
            (sum, value, row) => sum + value * (weights[row * classes + c] ?? 0),
            bias[c] ?? 0,
          );
          expect(scores[c]).toBeCloseTo(expected, 3);
        }
      },
    ),
  );
});

it("softmax gives probabilities in the order of the scores, however large they are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 }),
      (scores) => {
        const chances = softmax(scores);
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
        const best = scores.indexOf(Math.max(...scores));
        expect(chances[best]).toBe(Math.max(...chances));
      },
    ),
  );
});
