import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate, goals } from "../../functions/webhook/training/calibrate.ts";
import type { Judged } from "../../functions/webhook/training/folds.ts";

const judged = fc.record({
  isInScope: fc.boolean(),
  isRight: fc.boolean(),
  isOurs: fc.boolean(),
  reach: fc.double({ min: 0, max: 1, noNaN: true }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** The share of wrong answers at a threshold, with the goal's share of off-topic traffic. */
function wrongShare(rows: readonly Judged[], threshold: number): number {
  const inside = rows.filter((row) => row.isInScope);
  const outside = rows.filter((row) => !row.isInScope);
  const answered = (list: readonly Judged[]) =>
    list.filter((row) => row.isOurs && row.confidence >= threshold);
  const right = answered(inside).filter((row) => row.isRight).length / inside.length;
  const wrong = answered(inside).filter((row) => !row.isRight).length / inside.length;
  const off = answered(outside).length / outside.length;
  const inTraffic = 1 - goals.offtopicTraffic;
  const bad = inTraffic * wrong + goals.offtopicTraffic * off;
  return bad / (inTraffic * right + bad);
}

describe("calibrate", () => {
  it("keeps wrong answers within the goal, whenever it answers at all", () => {
    fc.assert(
      fc.property(fc.array(judged, { minLength: 60, maxLength: 200 }), (rows) => {
        fc.pre(rows.filter((row) => row.isInScope).length >= 20);
        fc.pre(rows.some((row) => !row.isInScope));
        const { answer } = calibrate(rows);
        const isAnswered = rows.some((row) => row.isOurs && row.confidence >= answer);
        if (isAnswered)
          expect(wrongShare(rows, answer)).toBeLessThanOrEqual(goals.wrongAnswers + 1e-9);
      }),
    );
  });

  it("answers everything that it is right about when nothing is wrong", () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      isInScope: index < 80,
      isRight: index < 80,
      isOurs: true,
      reach: index < 80 ? 0.9 : 0.1,
      confidence: index < 80 ? 0.5 + index / 200 : index / 1000,
    }));
    const { answer, suggest } = calibrate(rows);
    expect(answer).toBeLessThanOrEqual(0.5);
    expect(suggest).toBe(0.9);
  });

  it("suggests for the goal's share of the questions it can answer", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      isInScope: index % 2 === 0,
      isRight: true,
      isOurs: true,
      reach: index / 1000,
      confidence: 0,
    }));
    const { suggest } = calibrate(rows);
    const inside = rows.filter((row) => row.isInScope);
    const reached = inside.filter((row) => row.reach >= suggest).length / inside.length;
    expect(reached).toBeCloseTo(goals.suggested, 2);
  });

  it("stays cautious where there is too little to judge by", () => {
    expect(calibrate([])).toEqual({ answer: 0.5, suggest: 0.5 });
  });
});
