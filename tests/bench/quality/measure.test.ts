// The benchmark's figures, on outcomes few enough to count by hand.
import { describe, expect, it } from "vitest";
import type { Outcome } from "./ask.ts";
import { answersFrom, answerThreshold, outOfScopeRecall, scoresOf, top1Lost } from "./measure.ts";

/** A question that `accepts` answer, and the entries found for it, best first. */
function outcome(accepts: string[], found: Record<string, number>, number = 0): Outcome {
  return {
    question: { number, text: "", accepts },
    ranking: Object.entries(found).map(([entry, score]) => ({ entry, score })),
    ms: 1,
  };
}

const inside = (score: number, entry = "a") => outcome(["a"], { [entry]: score });
const outside = (score: number) => outcome([], { b: score });
const never = () => null;

describe("the answer threshold", () => {
  it("is the lowest score above the out-of-scope questions that may not be answered", () => {
    const outcomes = [inside(0.9), inside(0.6), inside(0.5), outside(0.8), outside(0.55)];
    expect(answerThreshold(outcomes, 0.5)).toBe(0.6);
    expect(answerThreshold(outcomes, 0)).toBe(0.9);
  });

  it("lets 3 of 100 out-of-scope questions through at 3 %", () => {
    const outcomes = Array.from({ length: 100 }, (_, index) => outside(index + 1));
    const { exposed } = scoresOf(outcomes, answersFrom(answerThreshold(outcomes, 0.03)));
    expect(exposed).toBe(0.03);
  });

  it("answers out-of-scope questions of the same score together or not at all", () => {
    const outcomes = [inside(0.9), inside(0.7), outside(0.7), outside(0.7)];
    expect(answerThreshold(outcomes, 0.5)).toBe(0.9);
  });

  it("is out of reach where an out-of-scope question has the highest score", () => {
    expect(answerThreshold([inside(1), outside(1)], 0.03)).toBe(Number.POSITIVE_INFINITY);
  });

  it("answers nothing where nothing was found", () => {
    expect(answersFrom(0)(outcome(["a"], {}))).toBeNull();
  });
});

describe("scores", () => {
  it("look for the right entry among the first one and three", () => {
    const outcomes = [
      outcome(["a"], { a: 4, b: 3 }),
      outcome(["a"], { b: 4, c: 3, a: 2 }),
      outcome(["a"], { b: 4, c: 3, d: 2, a: 1 }),
      outcome(["a"], {}),
    ];
    expect(scoresOf(outcomes, never)).toMatchObject({ top1: 0.25, top3: 0.5 });
  });

  it("take any of the accepted entries for right", () => {
    const outcomes = [outcome(["a", "b"], { b: 1 })];
    expect(scoresOf(outcomes, answersFrom(1))).toMatchObject({ top1: 1, right: 1, wrong: 0 });
  });

  it("tell right from wrong answers, and count neither where none is given", () => {
    const outcomes = [inside(0.9), inside(0.9, "b"), inside(0.2), inside(0.2, "b")];
    expect(scoresOf(outcomes, answersFrom(0.5))).toMatchObject({ right: 0.25, wrong: 0.25 });
  });

  it("judge the answer that was given, whatever ranks first", () => {
    expect(scoresOf([inside(0.9)], () => "b")).toMatchObject({ top1: 1, right: 0, wrong: 1 });
  });

  it("count answered out-of-scope questions apart", () => {
    const scores = scoresOf([inside(0.9), outside(0.8), outside(0.1)], answersFrom(0.5));
    expect(scores).toMatchObject({ right: 1, wrong: 0, exposed: 0.5, auroc: 1 });
  });

  it("rank a question for which nothing was found below all others", () => {
    expect(scoresOf([inside(0.1), outcome([], {})], never).auroc).toBe(1);
  });
});

describe("out-of-scope recall at a cost", () => {
  it("gives up the least certain right answers, as many as the cost allows", () => {
    const right = Array.from({ length: 100 }, (_, index) => inside(index + 1));
    const outcomes = [...right, outside(2.5), outside(3.5), outside(1.5)];
    expect(outOfScopeRecall(outcomes, 0.02)).toBe(2 / 3);
  });

  it("refuses only what lies below every right answer where nothing may be given up", () => {
    const outcomes = [inside(0.5), inside(0.1, "b"), outside(0.3), outside(0.5), outside(0.7)];
    expect(outOfScopeRecall(outcomes, 0)).toBe(1 / 3);
  });

  it("refuses everything where all right answers may be given up", () => {
    expect(outOfScopeRecall([inside(0.5, "b"), outside(0.9)], 0.02)).toBe(1);
  });

  it("refuses nothing that is exactly as certain as the last answer kept", () => {
    const outcomes = [inside(0.5), inside(0.5), outside(0.5)];
    expect(outOfScopeRecall(outcomes, 0.5)).toBe(0);
  });
});

describe("the top-1 lost to misspelling", () => {
  it("compares only the questions that were asked both ways", () => {
    const clean = [0, 1, 2, 3].map((number) =>
      outcome(["a"], { [number < 3 ? "a" : "b"]: 1 }, number),
    );
    const misspelt = [outcome(["a"], { b: 1 }, 0), outcome(["a"], { a: 1 }, 1)];
    expect(top1Lost(clean, misspelt)).toBe(0.5);
  });
});
