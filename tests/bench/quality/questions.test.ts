// Samples and misspelt copies of questions.
import { describe, expect, it } from "vitest";
import { misspelt, type Question, sampleOf } from "./questions.ts";

const questions = Array.from({ length: 100 }, (_, number): Question => {
  return { number, text: `question number ${number}`, accepts: number < 80 ? ["a"] : [] };
});
const outOfScope = (list: readonly Question[]) => list.filter(({ accepts }) => !accepts.length);

describe("a sample", () => {
  it("keeps every out-of-scope question that fits into half of it", () => {
    expect(outOfScope(sampleOf(questions, 60))).toHaveLength(20);
    expect(outOfScope(sampleOf(questions, 30))).toHaveLength(15);
  });

  it("has the size asked for, or all questions where there are fewer", () => {
    expect(sampleOf(questions, 31)).toHaveLength(31);
    expect(sampleOf(questions, 600)).toEqual(questions);
  });

  it("is part of a larger sample", () => {
    expect(sampleOf(questions, 60)).toEqual(expect.arrayContaining([...sampleOf(questions, 30)]));
  });
});

describe("misspelt questions", () => {
  it("are the same every time, and differ only in their text", () => {
    const copies = misspelt(questions, 0.1);
    expect(copies).toEqual(misspelt(questions, 0.1));
    expect(copies.map(({ text: _, ...rest }) => rest)).toEqual(
      questions.map(({ text: _, ...rest }) => rest),
    );
  });

  it("have about as many letters replaced as the rate says, and nothing but letters", () => {
    const letters = (list: readonly Question[]) => list.flatMap(({ text }) => [...text]);
    const before = letters(questions);
    const after = letters(misspelt(questions, 0.1));
    const changed = before.filter((letter, at) => letter !== after[at]);
    expect(changed.length / before.filter((letter) => /[a-z]/.test(letter)).length).toBeCloseTo(
      0.1,
      1,
    );
    expect(changed.join("")).toMatch(/^[a-z]+$/);
  });
});
