// Numbers by label leave every label's small number open, whatever else a reader knows.
import { describe, expect, it } from "vitest";
import { type Told, toldParts } from "../../../bin/report/parts.ts";

const labels = ["web", "telegram", "line", "twilio"];
type Rule = (numbers: ReadonlyMap<string, number>) => Told;

const told = (...numbers: number[]) => [
  ...toldParts(new Map(numbers.map((n, at) => [labels[at] ?? "", n]))).values(),
];

describe("numbers by label", () => {
  it("are rounded to 5, and nought below 5", () => {
    expect(told(58, 4, 13)).toEqual([60, 0, 15]);
    expect(told(23, 5, 7)).toEqual([25, 5, 5]);
  });

  it("move the largest down where nothing would be left for the others", () => {
    expect(told(98, 0)).toEqual([95, 0]);
    expect(told(98)).toEqual([95]);
  });

  it("move the largest up where the others would have to be full", () => {
    expect(told(52, 4)).toEqual([55, 0]);
    expect(told(52, 47)).toEqual([55, 45]);
  });

  it("are never far from the truth", () => {
    for (const numbers of divisions(40, 3)) {
      for (const [at, n] of told(...numbers).entries()) {
        expect(Math.abs(n - (numbers[at] ?? 0))).toBeLessThanOrEqual(7);
      }
    }
  });
});

/** Every way to divide so many questions among some labels. */
function* divisions(questions: number, among: number): Generator<number[]> {
  if (among === 1) return yield [questions];
  for (let n = 0; n <= questions; n++) {
    for (const rest of divisions(questions - n, among - 1)) yield [n, ...rest];
  }
}

/** Pairs of labels between which no question can be moved so that the same is told. */
function* pinned(rule: Rule, questions: number, among: number): Generator<string> {
  const seen = new Map<string, Set<string>>();
  for (const numbers of divisions(questions, among)) {
    const parts = rule(new Map(numbers.map((n, at) => [labels[at] ?? "", n])));
    const key = [...parts.values()].join();
    seen.set(key, (seen.get(key) ?? new Set()).add(numbers.join()));
  }
  for (const [key, alike] of seen) {
    for (let from = 0; from < among; from++) {
      for (let to = 0; to < among; to++) {
        const canMove = [...alike].some((numbers) => alike.has(moved(numbers, from, to)));
        if (!canMove) yield `${questions}, told as ${key}: ${labels[from]} to ${labels[to]}`;
      }
    }
  }
}

function moved(numbers: string, from: number, to: number): string {
  const each = numbers.split(",").map(Number);
  return each.map((n, at) => n - Number(at === from) + Number(at === to)).join();
}

function allPinned(rule: Rule): string[] {
  const found: string[] = [];
  // Fewer labels than there are channels: for those who know that the others are not in use.
  for (const [among, most] of [
    [2, 70],
    [3, 45],
    [4, 26],
  ] as const) {
    for (let questions = 20; questions <= most; questions++) {
      found.push(...pinned(rule, questions, among));
    }
  }
  return found;
}

describe("a reader who knows how many there were in all", () => {
  it("can't tell whether one of them had this label or that", () => {
    expect(allPinned(toldParts)).toEqual([]);
  });

  it("could, were they only rounded", () => {
    const onlyRounded: Rule = (numbers) =>
      new Map([...numbers].map(([label, n]) => [label, n < 5 ? 0 : Math.round(n / 5) * 5]));
    expect(allPinned(onlyRounded)).toContain("23, told as 25,0: web to telegram");
  });
});
