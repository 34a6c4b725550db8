// Rounds: who is asked what, in which order, and what is made of their times.
import { describe, expect, it } from "vitest";
import type { Outcome } from "../quality/ask.ts";
import type { Question } from "../quality/questions.ts";
import type { Ranker } from "../quality/ranker.ts";
import { allInEach, misspeltInEach, sharedOut } from "./questions.ts";
import { askInRounds, timesOf } from "./rounds.ts";

const questions = Array.from({ length: 20 }, (_, number): Question => {
  return { number, text: `is this question number ${number}`, accepts: ["a"] };
});
const numbersOf = (rounds: readonly (readonly Question[])[]) =>
  rounds.flat().map(({ number }) => number);

describe("questions shared out", () => {
  it("are put once each, as many as asked for, about as many in every round", () => {
    const rounds = sharedOut(questions, 3, 10);
    expect(new Set(numbersOf(rounds)).size).toBe(10);
    expect(numbersOf(rounds)).toHaveLength(10);
    expect(rounds.map(({ length }) => length).sort()).toEqual([3, 3, 4]);
  });

  it("leave no round without a question", () => {
    expect(sharedOut(questions, 7, 2).every(({ length }) => length > 0)).toBe(true);
  });
});

describe("misspelt questions", () => {
  it("are misspelt otherwise in every round, and alike in every run", () => {
    const [first, second] = misspeltInEach(questions, 2, 0.3);
    expect(first).not.toEqual(second);
    expect(numbersOf([first ?? []])).toEqual(numbersOf([second ?? []]));
    expect(misspeltInEach(questions, 2, 0.3)).toEqual([first, second]);
  });
});

describe("asking in rounds", () => {
  it("puts every round's questions to everyone, each round beginning with another", async () => {
    const order: string[] = [];
    const ranker = (name: string): Ranker => ({
      name,
      what: name,
      rank: (text) => {
        order.push(name);
        return [{ entry: text, score: 1 }];
      },
    });
    const rounds = allInEach(questions.slice(0, 1), 2);
    const asked = await askInRounds(
      [
        { ranker: ranker("one"), rounds },
        { ranker: ranker("other"), rounds },
      ],
      () => undefined,
      0,
    );
    expect(order).toEqual(["one", "other", "other", "one"]);
    expect(asked.map((rounds) => rounds.map(({ length }) => length))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe("times", () => {
  const round = (...times: number[]) =>
    times.map(
      (ms): Outcome => ({ question: { number: 0, text: "", accepts: [] }, ranking: [], ms }),
    );

  it("are the medians of the rounds, whatever one round in three was disturbed by", () => {
    const calm = round(1, 2, 5);
    expect(timesOf([calm, round(100, 200, 500), calm])).toEqual({
      p50Ms: 2,
      p99Ms: 5,
      perSecond: 375,
    });
  });
});
